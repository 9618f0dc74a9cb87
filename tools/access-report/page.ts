import { sayAccessReport, sayAccessReportPage as say, sayProofPage } from '../../words/say';
import { language } from '../../words/speech';
import { type Child, dataElement, html, type Html, inEach } from '../pages/html';
import { written } from '../pages/page';
import { chip, command, COPY_SCRIPT, inColour, withCode } from '../pages/parts';
import type { VendorPromise } from '../proof/promise/vendor-promise';
import { promisesOf } from '../proof/prove';
import { notCovered, promiseInWords } from '../proof/report/words';
import { MADE_UP } from '../proof/templates/made-up';
import { type Clock, endInWords, machineClock } from '../until';
import { packed, UNPACK } from './bundle';
import { COMPARE, type Provenance } from './fingerprint';
import { type Document, documentsOf, inEachLanguage, judgedInEach, LANGUAGES, type Sealed } from './judge';
import { STYLE } from './style';
import { tables } from './tables';
import { problems, verdictBox, verdictLine } from './verdict';

/** The whole page, in one file that asks nobody for anything. */
export function reportPage(sealed: Sealed, provenance: Provenance, prover: string): string {
  const { share, found } = sealed;
  const { company } = share;
  const promises = promisesOf(share, found.en.inventory ?? { buckets: [] });
  const vendors = promises.flatMap(({ accounts }) => accounts);
  const ids = (text: string) => inColour(text, company.account, vendors);
  const clock = { ...machineClock(), now: provenance.now };
  const judged = judgedInEach(sealed);
  const main = html`
<div class="head"><h1>${each(() => say('title'))}</h1>
<p class="mono">${company.bucketName}</p>
<p class="meta">${each(() => made(provenance))}</p></div>
<div id="verdict">${judged(verdictBox)}</div>
<p class="note warn" id="edited" hidden>${each(() => say('editedNote'))}</p>
<p class="note">${each(() => [say('sealNote'), html` <span class="noprint">${say('editNote')}</span>`])}</p>
<div id="problems">${judged(problems)}</div>
${eachBlock(() => [
  section(
    say('promise'),
    ofEach(promises, (one) => promised(one, ids, clock)),
  ),
  section(say('hops'), ofEach(promises, hops)),
])}
<section aria-labelledby="h-matrix"><h2 id="h-matrix">${each(() => sayAccessReport('matrix'))}</h2>
<p class="quiet measure">${each(() => [say('matrixText'), html` <span class="noprint">${say('pressCell')}</span>`])}</p>
<div id="tables">${judged(tables)}</div>
<div id="reason" aria-live="polite" class="noprint"></div></section>
${documents(sealed, promises, ids, judged(verdictLine))}
${eachBlock(() => [limits(found[language()].notProved, company.bucketName, provenance), footer(provenance)])}
${dataElement('sealed', packed(sealed, prover))}`;
  return written({
    title: `vendor-share: ${company.bucketName}, ${say('title')}`,
    languages: LANGUAGES,
    style: STYLE,
    script: COPY_SCRIPT + UNPACK,
    unpacked: prover,
    header: html`<b>vendor-share</b><button type="button" class="btn" id="print">${each(() => say('print'))}</button>`,
    main,
  }).text;
}

/** What follows it tells names of one template apart. */
const ENDS_LATER = new RegExp(`${MADE_UP}\\w*`, 'g');

const each = (render: () => Child): Html => inEach(LANGUAGES, render);
const eachBlock = (render: () => Child): Html => inEach(LANGUAGES, render, 'div');

function section(title: string, content: Child): Html {
  return html`<section aria-label="${title}"><h2>${title}</h2>${content}</section>`;
}

/** Under the vendor's name, where there are several. */
function ofEach(promises: readonly VendorPromise[], render: (one: VendorPromise) => Html): Child {
  if (promises.length === 1) return promises.map(render);
  return promises.map((one) => html`<h3>${one.vendorName}</h3>${render(one)}`);
}

function made({ now, commit, fingerprint }: Provenance): Child {
  const when = `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [
    html`<span>${say('made', { when })}</span>`,
    commit &&
      html`<span>${say(commit.isChanged ? 'commitWithChanges' : 'commit', { commit: commit.id })}</span>`,
    fingerprint !== undefined &&
      html`<span>${say('fingerprint', { hash: `${fingerprint.slice(0, 12)}…` })}</span>`,
  ];
}

function promised(promise: VendorPromise, ids: (text: string) => Html, clock: Clock): Html {
  const { who, through, what, onWhat, conditions, untilWhen } = promiseInWords(promise);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [say('who'), [who]],
    [say('may'), [say('byAssuming', { role: through }), ...what]],
    [say('where'), onWhat],
    [say('how'), conditions],
    [say('until'), [Number.isNaN(Date.parse(untilWhen)) ? say('noEnd') : endInWords(untilWhen, clock)]],
  ];
  return html`<dl class="promise">${rows.map(
    ([name, texts]) =>
      html`<dt>${name}</dt><dd><ul>${texts.map((text) => html`<li>${ids(text)}</li>`)}</ul></dd>`,
  )}</dl>`;
}

function hops({ identityCenter, permissionSetName, accounts, roleArn, bucketName }: VendorPromise): Html {
  const vendor = (name: string, below: string) =>
    html`<li class="node">${chip('vendor', say('vendorSide'))}<b>${name}</b><span>${below}</span></li>`;
  const company = (name: string, below: string) =>
    html`<li class="node company">${chip('company', say('companySide'))}<b>${name}</b><span>${below}</span></li>`;
  return html`<ol class="hops">
${vendor(say('vendorPeople'), accounts.join(', '))}
<li class="arrow"><b>1</b> ${say('signIn')}</li>
${identityCenter ? vendor(permissionSetName, say('permissionSet')) : vendor(say('theirPolicy'), say('ofTheVendor'))}
<li class="arrow both"><b>2</b> ${say('assume')}<small>${say('bothSides')}</small></li>
${company(roleArn.slice(roleArn.lastIndexOf('/') + 1), say('role'))}
<li class="arrow"><b>3</b> ${say('read')}</li>
${company(bucketName, say('sharedBucket'))}
</ol>`;
}

function documents(
  { share, found }: Sealed,
  promises: readonly VendorPromise[],
  ids: (text: string) => Html,
  verdict: Html,
): Html | undefined {
  const inBoth = inEachLanguage(() => {
    const { inventory } = found[language()];
    return inventory ? documentsOf(inventory, promises) : [];
  });
  const all = inBoth.en;
  if (all.length === 0) return undefined;
  const box = (one: Document): Html => {
    const { path, policy, account } = one;
    const isCompany = account === share.company.account;
    const text = JSON.stringify(policy.document, null, 2);
    const id = `doc-${path.replaceAll('.', '-')}`;
    // The end of a name that CloudFormation makes up is not known yet.
    const name = () => inBoth[language()][all.indexOf(one)]?.policy.name.replaceAll(ENDS_LATER, '…');
    return html`<div class="doc ${isCompany ? 'company' : 'vendor'}"><label for="${id}">${each(name)}<small>${each(() => say(isCompany ? 'companySide' : 'vendorSide'))} ${ids(account)}</small></label>
<textarea id="${id}" data-path="${path}" spellcheck="false" autocomplete="off" rows="${text.split('\n').length + 1}">
${text}</textarea><pre>${text}</pre></div>`;
  };
  const others = all.filter(({ isOfShare }) => !isOfShare);
  const canWiden = all.some(({ policy }) => /"s3:GetObject"/.test(JSON.stringify(policy.document)));
  return html`<section aria-labelledby="h-documents"><h2 id="h-documents">${each(() => say('documents'))}</h2>
<p class="quiet measure noprint">${each(() => say('documentsText'))}</p>
<div class="docs">${all.filter(({ isOfShare }) => isOfShare).map(box)}</div>
${others.length > 0 && html`<details><summary>${each(() => say('otherDocuments'))}</summary><div class="docs">${others.map(box)}</div></details>`}
<div class="live noprint"><output id="live" aria-live="polite">${verdict}</output>${
    canWiden && html`<button type="button" class="btn" id="widen">${each(() => say('widen'))}</button>`
  }<button type="button" class="btn" id="restore">${each(() => say('restore'))}</button></div></section>`;
}

function limits(notProved: readonly string[], bucket: string, provenance: Provenance): Html {
  const items = [...notProved, ...notCovered(false)].map((one) => html`<li>${withCode(one)}</li>`);
  const title = sayProofPage('titleNotCovered');
  return html`<section class="last" aria-label="${title}"><h2>${title}</h2>
<ul class="limits">${items}</ul>
<h3>${say('signOff')}</h3><p>${say('signText')}</p>
<p class="meta"><span class="mono">${bucket}</span>${made(provenance)}</p>
<p class="note warn unsigned">${say('notForSignature')}</p>
<div class="sign"><div>${say('signName')}</div><div>${say('signDate')}</div><div>${say('signature')}</div></div></section>`;
}

function footer({ commit, fingerprint }: Provenance): Html {
  const checkout = commit && !commit.isChanged ? `git checkout ${commit.id} && ` : '';
  return html`<footer class="small quiet"><p>${say('reproduce')}</p>${command(`${checkout}npm ci && npm run prove`)}
${fingerprint !== undefined && html`<p>${say('fingerprint', { hash: '' })}<br><span class="mono">${fingerprint}</span></p><p>${withCode(say('checkHash'))}</p>${command(COMPARE)}`}</footer>`;
}
