import { say } from '../../words/access-report/say';
import { say as sayProof } from '../../words/proof/say';
import { inEach as each, html, dataElement, Html, type Child } from '../pages/html';
import { written } from '../pages/page';
import { chip, command, COPY_SCRIPT, copyWords, inColour, MARKS } from '../pages/parts';
import type { VendorPromise } from '../proof/promise/vendor-promise';
import type { PromiseInWords, ProofReport } from '../proof/report/report';
import { endInWords, machineClock } from '../until';
import { type BrowserScript, UNPACK } from './bundle';
import { type Document, documentName, documentsOf } from './documents';
import { COMPARE, type Provenance } from './fingerprint';
import { type Judgement, judge, LANGUAGES, type Sealed } from './judge';
import { problems, verdictBox, verdictLine } from './sections';
import { STYLE } from './style';
import { tables } from './tables';
import { toHtml } from './tree';

export interface Report extends Provenance {
  readonly sealed: Sealed;
  readonly promises: readonly VendorPromise[];
  /** In each language: what was promised, and what is not covered. */
  readonly said: Readonly<
    Record<(typeof LANGUAGES)[number], Pick<ProofReport, 'promises' | 'notCovered' | 'notProved'>>
  >;
}

const both = (render: () => Child): Html => each(LANGUAGES, render);

/** The whole page, in one file that asks nobody for anything. */
export function reportPage(report: Report, prover: BrowserScript): string {
  const { sealed, promises } = report;
  const { company } = sealed.share;
  const judgement = judge(sealed);
  const ids = (text: string) =>
    inColour(
      text,
      company.account,
      promises.flatMap(({ accounts }) => accounts),
    );
  const main = html`
${head(report, judgement)}
${promise(report, ids)}
${hops(promises)}
<section aria-labelledby="h-matrix"><h2 id="h-matrix">${both(() => say('matrix'))}</h2>
<p class="quiet measure">${both(() => say('matrixText'))}</p>
<div id="tables">${toHtml(tables(judgement))}</div>
<div id="reason" aria-live="polite" class="noprint"></div></section>
${documents(report, judgement, ids)}
${last(report)}
${footer(report)}
${svgMarks()}${dataElement('sealed', sealed)}${dataElement('prover', prover.packed)}${copyWords(LANGUAGES)}`;
  return written({
    title: `vendor-share: ${company.bucketName}, ${say('title')}`,
    languages: LANGUAGES,
    style: STYLE,
    script: COPY_SCRIPT + UNPACK,
    unpacked: prover.text,
    header: html`<b>vendor-share</b><button type="button" class="btn" id="print">${both(() => say('print'))}</button>`,
    main,
  }).text;
}

function head({ sealed, now, commit, fingerprint }: Report, judgement: Judgement): Html {
  const when = `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return html`<div class="head"><h1>${both(() => say('title'))}</h1>
<p class="mono">${sealed.share.company.bucketName}</p>
<p class="meta"><span>${both(() => say('made', { when }))}</span>${
    commit &&
    html`<span>${both(() => say(commit.isChanged ? 'commitWithChanges' : 'commit', { commit: commit.id }))}</span>`
  }${
    fingerprint !== undefined &&
    html`<span>${both(() => say('fingerprint', { hash: `${fingerprint.slice(0, 12)}…` }))}</span>`
  }</p></div>
<div id="verdict">${toHtml(verdictBox(judgement))}</div>
<p class="note warn" id="edited" hidden>${both(() => say('editedNote'))}</p>
<p class="note">${both(() => say('sealNote'))}</p>
<div id="problems">${toHtml(problems(judgement))}</div>`;
}

function promise({ promises, said, now }: Report, ids: (text: string) => Html): Html {
  const clock = { ...machineClock(), now };
  const end = (until: string): string =>
    Number.isNaN(Date.parse(until)) ? say('noEnd') : endInWords(until, clock);
  const rows = (of: PromiseInWords): readonly (readonly [string, readonly string[]])[] => [
    [say('who'), [of.who]],
    [say('may'), [say('byAssuming', { role: of.through }), ...of.what]],
    [say('where'), of.onWhat],
    [say('how'), of.conditions],
    [say('until'), [end(of.untilWhen)]],
  ];
  return html`<section aria-labelledby="h-promise"><h2 id="h-promise">${both(() => say('promise'))}</h2>
${promises.map(
  (one, index) =>
    html`${promises.length > 1 && html`<h3>${one.vendorName}</h3>`}${LANGUAGES.map((language) => {
      const words = said[language].promises[index];
      return (
        words &&
        each(
          [language],
          () =>
            html`<dl class="promise" lang="${language}">${rows(words).map(
              ([name, texts]) =>
                html`<dt>${name}</dt><dd><ul>${texts.map((text) => html`<li>${ids(text)}</li>`)}</ul></dd>`,
            )}</dl>`,
        )
      );
    })}`,
)}</section>`;
}

function hops(promises: readonly VendorPromise[]): Html {
  return html`<section aria-labelledby="h-hops"><h2 id="h-hops">${both(() => say('hops'))}</h2>
${promises.map(
  (one) => html`${promises.length > 1 && html`<h3>${one.vendorName}</h3>`}<ol class="hops">
<li class="node">${chip(
    'vendor',
    both(() => say('vendorSide')),
  )}<b>${both(() => say('vendorPeople'))}</b><span>${one.accounts.join(', ')}</span></li>
<li class="arrow"><b>1</b> ${both(() => say('signIn'))}</li>
<li class="node">${chip(
    'vendor',
    both(() => say('vendorSide')),
  )}<b>${
    one.identityCenter ? one.permissionSetName : both(() => say('theirPolicy'))
  }</b><span>${both(() => say(one.identityCenter ? 'permissionSet' : 'ofTheVendor'))}</span></li>
<li class="arrow both"><b>2</b> ${both(() => say('assume'))}<small>${both(() => say('bothSides'))}</small></li>
<li class="node company">${chip(
    'company',
    both(() => say('companySide')),
  )}<b>${one.roleArn.slice(one.roleArn.lastIndexOf('/') + 1)}</b><span>${both(() => say('role'))}</span></li>
<li class="arrow"><b>3</b> ${both(() => say('read'))}</li>
<li class="node company">${chip(
    'company',
    both(() => say('companySide')),
  )}<b>${one.bucketName}</b><span>${both(() => say('sharedBucket'))}</span></li>
</ol>`,
)}</section>`;
}

function documents(
  { sealed, promises }: Report,
  judgement: Judgement,
  ids: (text: string) => Html,
): Html | undefined {
  const all = sealed.inventory ? documentsOf(sealed.inventory, promises) : [];
  if (all.length === 0) return undefined;
  const { account } = sealed.share.company;
  const box = (one: Document) => documentBox(one, one.account === account, ids);
  const others = all.filter(({ isOfShare }) => !isOfShare);
  const canWiden = all.some(({ policy }) => /"s3:GetObject"/.test(JSON.stringify(policy.document)));
  return html`<section aria-labelledby="h-documents"><h2 id="h-documents">${both(() => say('documents'))}</h2>
<p class="quiet measure noprint">${both(() => say('documentsText'))}</p>
<div class="docs">${all.filter(({ isOfShare }) => isOfShare).map(box)}</div>
${others.length > 0 && html`<details><summary>${both(() => say('otherDocuments'))}</summary><div class="docs">${others.map(box)}</div></details>`}
<div class="live noprint"><output id="live" aria-live="polite">${toHtml(verdictLine(judgement))}</output>${
    canWiden && html`<button type="button" class="btn" id="widen">${both(() => say('widen'))}</button>`
  }<button type="button" class="btn" id="restore">${both(() => say('restore'))}</button></div></section>`;
}

function documentBox(one: Document, isCompany: boolean, ids: (text: string) => Html): Html {
  const { path, policy, account } = one;
  const text = JSON.stringify(policy.document, null, 2);
  const id = `doc-${path.replaceAll('.', '-')}`;
  const side = both(() => say(isCompany ? 'companySide' : 'vendorSide'));
  return html`<div class="doc ${isCompany ? 'company' : 'vendor'}"><label for="${id}">${both(() => documentName(one))}<small>${side} ${ids(account)}</small></label>
<textarea id="${id}" data-path="${path}" spellcheck="false" autocomplete="off" rows="${text.split('\n').length + 1}">
${text}</textarea><pre>${text}</pre></div>`;
}

function last({ said }: Report): Html {
  const limits = LANGUAGES.map(
    (language) =>
      html`<ul class="limits" lang="${language}">${[...said[language].notProved, ...said[language].notCovered].map((one) => html`<li>${withCode(one)}</li>`)}</ul>`,
  );
  return html`<section class="last" aria-labelledby="h-limits"><h2 id="h-limits">${both(() => sayProof('titleNotCovered'))}</h2>
${limits}
<h3>${both(() => say('signOff'))}</h3><p>${both(() => say('signText'))}</p>
<div class="sign"><div>${both(() => say('signName'))}</div><div>${both(() => say('signDate'))}</div><div>${both(() => say('signature'))}</div></div></section>`;
}

function footer({ commit, fingerprint }: Report): Html {
  const checkout = commit && !commit.isChanged ? `git checkout ${commit.id} && ` : '';
  return html`<footer class="small quiet"><p>${both(() => say('reproduce'))}</p>${command(`${checkout}npm ci && npm run prove`, LANGUAGES)}
${fingerprint !== undefined && html`<p class="mono">sha256 ${fingerprint}</p><p>${both(() => withCode(say('checkHash')))}</p>${command(COMPARE, LANGUAGES)}`}</footer>`;
}

/** What stands between backticks is code. */
function withCode(text: string): Child {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

function svgMarks(): Html {
  const kinds = ['yes', 'no', 'if'] as const;
  return html`<svg class="sr" aria-hidden="true">${kinds.map(
    (kind) => html`<symbol id="mark-${kind}" viewBox="0 0 16 16">${new Html(MARKS[kind])}</symbol>`,
  )}</svg>`;
}
