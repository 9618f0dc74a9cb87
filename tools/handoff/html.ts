import {
  sayHandoff as say,
  sayHandoffAdministrator as sayForAdministrator,
  sayHandoffTrouble as sayOfTrouble,
} from '../../words/say';
import { inLanguage, type Language } from '../../words/speech';
import { type Child, html, type Html, inEach } from '../pages/html';
import { written } from '../pages/page';
import { chip, command, COPY_SCRIPT, file, inColour } from '../pages/parts';
import { forTheAdministrator } from './administrator';
import { type Block, oneAfterTheOther } from './blocks';
import type { HandoffFacts } from './facts';
import { HTML_STYLE, SYSTEM_SCRIPT } from './html-style';
import { code, plain } from './markdown';
import * as page from './page';
import { roleExplained, scopeRows } from './scope';
import { type System, SYSTEMS } from './systems';
import { symptomsOf } from './troubleshooting';

/** The page for people who do not read Markdown: one file, which asks nobody for anything. */
export function handoffHtml(facts: HandoffFacts, languages: readonly Language[]): string {
  const write = blockWriter(facts);
  const each = (render: () => Child) => inEach(languages, render);
  const eachBlock = (render: () => Child) => inEach(languages, render, 'div');
  const title = (bucket: string) => say('title', { bucket });
  const heading = (number: number, content: Child) => html`<h2><i>${number}</i><span>${content}</span></h2>`;
  const setUpHeading = each(() => page.setUpHeading(facts));
  return written({
    title: inLanguage(languages[0] ?? 'en', () => title(facts.bucket)),
    languages,
    style: HTML_STYLE,
    script: `${SYSTEM_SCRIPT}${COPY_SCRIPT}`,
    header: html`<span>${each(() => write.text(fromTo(facts)))}</span>`,
    main: html`<div class="head"><h1>${each(() => write.text(title(code(facts.bucket))))}</h1>
${eachBlock(() => whatIsAgreed(facts, write))}</div>
<section>${heading(1, setUpHeading)}
${choiceOfSystem(each(() => say('system')))}
${eachBlock(() => setUp(facts, write))}</section>
${eachBlock(
  () => html`<section>${heading(2, page.commandsHeading(facts))}${commands(facts, write)}</section>
${facts.kind !== 'product' && html`<section>${heading(3, page.browserHeading(facts))}${browser(facts, write)}</section>`}
<section><h2>${sayOfTrouble('heading')}</h2>${trouble(facts, write)}</section>
<section class="administrator"><details><summary><h2>${sayForAdministrator('heading')}</h2></summary>
<div>${write.blocks(forTheAdministrator(facts).slice(1))}</div></details></section>
<section>${write.blocks(page.whomToAsk(facts))}</section>
<footer class="small quiet"><p>${say('noSecrets')}</p></footer>`,
)}`,
  }).text;
}

function fromTo({ companyName: company = say('theCompany'), grant: { vendorName } }: HandoffFacts): string {
  return say('fromTo', { company, vendor: vendorName === undefined ? say('theVendor') : plain(vendorName) });
}

function whatIsAgreed(facts: HandoffFacts, write: BlockWriter): Html {
  const rows = [
    ...scopeRows(facts),
    [say('endHeading'), page.whenItEnds(facts)],
    [say('whomToAskHeading'), page.contactOf(facts)],
  ];
  const list = rows.map(([name = '', text = '']) => {
    return html`<div><dt>${write.text(name)}</dt><dd>${write.text(text)}</dd></div>`;
  });
  return html`${write.blocks(page.whatThisIsFor(facts))}
<dl class="facts">${list}</dl>
${write.blocks([roleExplained(facts)])}
<p class="small quiet">${write.text(page.issued(facts))}</p>`;
}

function choiceOfSystem(legend: Html): Html {
  const choices = SYSTEMS.map(({ id, name }, index) => {
    const checked = index === 0 && html` checked`;
    return html`<input type="radio" name="system" id="system-${id}" value="${id}"${checked}><label for="system-${id}">${name}</label>`;
  });
  return html`<fieldset class="choice systems noprint"><legend class="sr">${legend}</legend>${choices}</fieldset>`;
}

function setUp(facts: HandoffFacts, write: BlockWriter): Html {
  const typed = (what: 'install' | 'openConfig'): Html =>
    perSystem((system) => captioned(say(`typed.${system.id}`), command(system[what])));
  const configFile = perSystem((system) => html`<code>${system.configFile}</code>`);
  return html`<p>${write.text(say('install', { address: page.AWS_CLI }))}</p>
${typed('install')}
<p>${say('openConfig')}</p>
${typed('openConfig')}
<p>${write.text(oneAfterTheOther([say('addConfig'), page.whatToChange(facts)]))}</p>
${captioned(configFile, file(write.coloured(facts.config.trimEnd()), say('configFile')))}
<div class="small quiet notes">${write.blocks(page.aboutTheConfig(facts))}</div>`;
}

function commands(facts: HandoffFacts, write: BlockWriter): Html {
  const forSystem = ({ id }: System) => (id === 'windows' ? facts.commandsInPowerShell : facts.commands);
  const all = page.captions(facts).map((caption, index) => {
    const typed = perSystem((system) => command(write.coloured(forSystem(system)[index] ?? '')));
    return captioned(write.text(caption), typed);
  });
  return html`${all}<p class="done">${say('allIsSetUp')}</p>`;
}

function browser(facts: HandoffFacts, write: BlockWriter): Html {
  const about = write.blocks(page.aboutTheBrowser(facts));
  const items = page.browserSteps(facts).map(({ whose, label, text, addresses }) => {
    const links = addresses.map((address, place) => {
      const prefix = addresses.length > 1 && html` <code>${facts.prefixes[place]}</code>`;
      return html`<a class="btn" href="${address}"><span class="sr">${label}: </span>${say('open')}${prefix}</a><code class="address">${address}</code>`;
    });
    return html`<li class="${whose}"><div><strong>${label}</strong><p class="small quiet">${write.text(text)}</p></div>
${links.length > 0 && html`<div class="links">${links}</div>`}</li>`;
  });
  if (items.length === 0) return html`<div class="notes">${about}</div>`;
  return html`<ol class="go">${items}</ol><div class="small quiet notes">${about}</div>`;
}

/** With whom to turn to, where that is not the reader. */
function trouble(facts: HandoffFacts, write: BlockWriter): Html {
  const rows = symptomsOf(facts).map(({ seen, meaning, turnTo = 'yourself' }) => {
    const whose = turnTo === 'company' ? 'company' : 'vendor';
    return html`<div><dt>${seen.map((one) => html`<span>${write.text(one)}</span>`)}</dt>
<dd>${turnTo !== 'yourself' && chip(whose, sayOfTrouble(turnTo))}<p>${write.text(oneAfterTheOther(meaning))}</p></dd></div>`;
  });
  return html`<dl class="trouble">${rows}</dl>`;
}

/** Of all systems, where they differ; the style shows the chosen one, and paper shows all. */
function perSystem(render: (system: System) => Html): Html {
  const [first, ...others] = SYSTEMS.map(render);
  if (first !== undefined && others.every(({ text }) => text === first.text)) return first;
  return html`${SYSTEMS.map((system) => html`<div class="system ${system.id}">${render(system)}</div>`)}`;
}

const captioned = (caption: Child, content: Html): Html =>
  html`<figure><figcaption>${caption}</figcaption>${content}</figure>`;

type BlockWriter = ReturnType<typeof blockWriter>;

/** Writes texts and blocks in the language that is spoken. */
function blockWriter(facts: HandoffFacts) {
  const coloured = (text: string) => inColour(text, facts.companyAccount, facts.vendorAccounts);
  const words = (text: string) => marked(text, coloured);
  const cells = (texts: readonly string[]) => texts.map((text) => html`<td>${words(text)}</td>`);
  const written = (block: Block): Html => {
    switch (block.kind) {
      case 'heading':
        return block.level === 3 ? html`<h3>${words(block.text)}</h3>` : html`<h2>${words(block.text)}</h2>`;
      case 'paragraph':
        return html`<p>${words(block.text)}</p>`;
      case 'code': {
        const text = coloured(block.text.trimEnd());
        if (block.language === 'sh') return command(text);
        return file(text, block.language === 'json' ? 'JSON' : '~/.aws/config');
      }
      case 'table':
        return html`<table>
<thead><tr>${block.head.map((cell) => html`<th scope="col">${words(cell)}</th>`)}</tr></thead>
<tbody>${block.rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody>
</table>`;
      case 'list': {
        const items = block.items.map((item) => html`<li>${item.map(written)}</li>`);
        return block.isOrdered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
      }
    }
  };
  return {
    /** One line with the marks of a block's text. */
    text: words,
    blocks: (blocks: readonly Block[]) => html`${blocks.map(written)}`,
    /** Without marks: what is copied. */
    coloured,
  };
}

/** An escaped sign, `code`, **strong**, *emphasis*, [link](address). */
const MARKS =
  /\\([!-/:-@[-`{-~])|`([^`]*)`|\*\*((?:\\.|[^\\*])+)\*\*|\*((?:\\.|[^\\*])+)\*|\[([^\]]+)\]\((https:\S+?)\)/g;

function marked(text: string, coloured: (text: string) => Html): Html {
  const parts: Child[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, sign, code, strong, emphasis, label, address] = match;
    parts.push(text.slice(end, match.index));
    end = match.index + whole.length;
    if (sign !== undefined) parts.push(sign);
    else if (code !== undefined) parts.push(html`<code>${coloured(code)}</code>`);
    else if (strong !== undefined) parts.push(html`<strong>${marked(strong, coloured)}</strong>`);
    else if (emphasis !== undefined) parts.push(html`<em>${marked(emphasis, coloured)}</em>`);
    else if (address !== undefined) parts.push(html`<a href="${address}">${label}</a>`);
  }
  return html`${parts}${text.slice(end)}`;
}
