import { say as sayForAdministrator } from '../../words/handoff-administrator/say';
import { say as sayOfTrouble } from '../../words/handoff-trouble/say';
import { say } from '../../words/handoff/say';
import { inLanguage, type Language } from '../../words/speech';
import { type Child, html, type Html } from '../pages/html';
import { written } from '../pages/page';
import { chip, command, COPY_SCRIPT, copyWords, file } from '../pages/parts';
import { forTheAdministrator } from './administrator';
import { oneAfterTheOther } from './blocks';
import type { HandoffFacts } from './facts';
import { type BlockWriter, blockWriter } from './html-blocks';
import { HTML_STYLE, SYSTEM_SCRIPT } from './html-style';
import { code, plain } from './markdown';
import * as page from './page';
import { roleExplained, scopeRows } from './scope';
import { type System, SYSTEMS } from './systems';
import { symptomsOf, type TurnTo } from './troubleshooting';

/** The page for people who do not read Markdown: one file, which asks nobody for anything. */
export function handoffHtml(facts: HandoffFacts, languages: readonly Language[]): string {
  const letter = new Letter(facts, languages);
  return written({
    title: inLanguage(languages[0] ?? 'en', () => say('title', { bucket: facts.bucket })),
    languages,
    style: HTML_STYLE,
    script: `${SYSTEM_SCRIPT}${COPY_SCRIPT}`,
    header: letter.header(),
    main: letter.main(),
  }).text;
}

/** A letter: one column, one thing to do at a time. */
class Letter {
  private readonly write: BlockWriter;

  constructor(
    private readonly facts: HandoffFacts,
    private readonly languages: readonly Language[],
  ) {
    this.write = blockWriter(facts, languages);
  }

  header(): Html {
    const { companyName, grant } = this.facts;
    const { vendorName } = grant;
    const fromTo = () => {
      if (companyName === undefined) {
        return vendorName === undefined ? say('fromTo') : say('toNamed', { vendor: plain(vendorName) });
      }
      if (vendorName === undefined) return say('fromNamed', { company: companyName });
      return say('fromNamedToNamed', { company: companyName, vendor: plain(vendorName) });
    };
    return html`<span>${this.write.text(fromTo)}</span>`;
  }

  main(): Html {
    const { facts, write } = this;
    return html`${this.whatIsAgreed()}
${this.step(1, page.setUpHeading, this.setUp())}
${this.step(2, page.commandsHeading, this.commands())}
${facts.kind !== 'product' && this.step(3, page.browserHeading, this.browser())}
${this.trouble()}
<section class="administrator"><details>
  <summary><h2>${write.text(() => sayForAdministrator('heading'))}</h2></summary>
  <div>${write.blocks(() => forTheAdministrator(facts).slice(1))}</div>
</details></section>
<section>${write.blocks(() => page.whomToAsk(facts))}</section>
<footer class="small quiet"><p>${write.text(() => say('noSecrets'))}</p></footer>
${copyWords(this.languages)}`;
  }

  private whatIsAgreed(): Html {
    const { facts, write } = this;
    const rows = () => [
      ...scopeRows(facts),
      [say('endHeading'), page.whenItEnds(facts)],
      [say('whomToAskHeading'), page.contactOf(facts)],
    ];
    return html`<div class="head">
      <h1>${write.text(() => say('title', { bucket: code(facts.bucket) }))}</h1>
      ${write.blocks(() => page.whatThisIsFor(facts))}
      <dl class="facts">
        ${rows().map(
          (_, row) =>
            html`<div><dt>${write.text(() => rows()[row]?.[0] ?? '')}</dt><dd>${write.text(() => rows()[row]?.[1] ?? '')}</dd></div>`,
        )}
      </dl>
      ${write.blocks(() => [roleExplained(facts)])}
      <p class="small quiet">${write.text(() => page.issued(facts))}</p>
    </div>`;
  }

  private step(number: number, heading: (facts: HandoffFacts) => string, content: Child): Html {
    return html`<section>
      <h2><i>${number}</i><span>${this.write.text(() => heading(this.facts))}</span></h2>
      ${content}
    </section>`;
  }

  private setUp(): Html {
    const { facts, write, languages } = this;
    const { config } = facts;
    const name = inLanguage(languages[0] ?? 'en', () => say('configFile'));
    return html`${this.choiceOfSystem()}
      <p>${write.text(() => say('install', { address: page.AWS_CLI }))}</p>
      ${perSystem((system) => this.typed(system, system.install))}
      <p>${write.text(() => say('openConfig'))}</p>
      ${perSystem((system) => this.typed(system, system.openConfig))}
      <p>${write.text(() => oneAfterTheOther([say('addConfig'), page.whatToChange(facts)]))}</p>
      ${captioned(
        perSystem(({ configFile }) => html`<code>${configFile}</code>`),
        file(write.coloured(config.trimEnd()), name, languages),
      )}
      <div class="small quiet notes">${write.blocks(() => page.aboutTheConfig(facts))}</div>`;
  }

  private choiceOfSystem(): Html {
    return html`<fieldset class="choice systems noprint">
      <legend class="sr">${this.write.text(() => say('system'))}</legend>
      ${SYSTEMS.map(
        ({ id, name }, index) =>
          html`<input type="radio" name="system" id="system-${id}" value="${id}"${index === 0 && html` checked`}><label for="system-${id}">${name}</label>`,
      )}
    </fieldset>`;
  }

  private typed({ where }: System, text: string): Html {
    return captioned(
      this.write.text(() => say(where)),
      command(text, this.languages),
    );
  }

  private commands(): Html {
    const { facts, write } = this;
    const { commands, commandsInPowerShell } = facts;
    return html`${commands.map((line, index) =>
      captioned(
        write.text(() => page.captions(facts)[index] ?? ''),
        perSystem(({ id }) =>
          command(
            write.coloured(id === 'windows' ? (commandsInPowerShell[index] ?? '') : line),
            this.languages,
          ),
        ),
      ),
    )}
    <p class="done">${write.text(() => say('allIsSetUp'))}</p>`;
  }

  private browser(): Html {
    const { facts, write } = this;
    const steps = () => page.browserSteps(facts);
    const links = (addresses: readonly string[], index: number) =>
      addresses.map(
        (address, place) =>
          html`<a class="btn" href="${address}"><span class="sr">${write.text(() => steps()[index]?.label ?? '')}: </span>${write.text(() => say('open'))}${addresses.length > 1 && html` <code>${facts.prefixes[place]}</code>`}</a><code class="address">${address}</code>`,
      );
    const items = steps().map(
      ({ whose, addresses }, index) =>
        html`<li class="${whose}">
          <div><strong>${write.text(() => steps()[index]?.label ?? '')}</strong>
          <p class="small quiet">${write.text(() => steps()[index]?.text ?? '')}</p></div>
          ${addresses.length > 0 && html`<div class="links">${links(addresses, index)}</div>`}
        </li>`,
    );
    return html`${items.length > 0 && html`<ol class="go">${items}</ol>`}
      <div class="${items.length > 0 && 'small quiet '}notes">${write.blocks(() => page.aboutTheBrowser(facts))}</div>`;
  }

  private trouble(): Html {
    const { facts, write } = this;
    const symptoms = () => symptomsOf(facts);
    return html`<section>
      <h2>${write.text(() => sayOfTrouble('heading'))}</h2>
      <dl class="trouble">
        ${symptoms().map(
          ({ seen, turnTo = 'yourself' }, index) => html`<div>
            <dt>${seen.map((one) => html`<span>${write.text(() => one)}</span>`)}</dt>
            <dd>${this.whom(turnTo)}<p>${write.text(() => oneAfterTheOther(symptoms()[index]?.meaning ?? []))}</p></dd>
          </div>`,
        )}
      </dl>
    </section>`;
  }

  private whom(turnTo: TurnTo): Child {
    if (turnTo === 'yourself') return undefined;
    return chip(
      turnTo === 'company' ? 'company' : 'vendor',
      this.write.text(() => sayOfTrouble(turnTo)),
    );
  }
}

/** Of all systems, where they differ; the style shows the chosen one, and paper shows all. */
function perSystem(render: (system: System) => Html): Html {
  const versions = SYSTEMS.map((system) => ({ system, content: render(system) }));
  const [first, ...others] = versions.map(({ content }) => content);
  if (first !== undefined && others.every(({ text }) => text === first.text)) return first;
  return html`${versions.map(({ system, content }) => html`<div class="system ${system.id}">${content}</div>`)}`;
}

function captioned(caption: Child, content: Html): Html {
  return html`<figure><figcaption>${caption}</figcaption>${content}</figure>`;
}
