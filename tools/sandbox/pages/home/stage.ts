import { COMPANY_STACK_NAME } from '../../../../lib/share/grant';
import { saySandboxHome as say } from '../../../../words/say';
import { option } from '../../../handoff/shell';
import { type Child, html, Html } from '../../../pages/html';
import { chip, command, inColour, mark } from '../../../pages/parts';
import type { RequestEntry } from '../../request-entry';
import { administratorProfileOf } from '../../seed/seed-world';
import { both, LANGUAGES } from './both';
import { assignmentId, hopOf, type Lit } from './decided';
import type { Documents, ShownDocument } from './documents';
import { type Scene, type Side, vendorOf } from './scene';
import { statements } from './statement';

/** The two accounts side by side: rows are hops, columns are accounts, and what decided the chosen request is lit. */
export function lands(chosen: RequestEntry | undefined, shown: Documents, lit: Lit, scene: Scene): Html {
  const hop = chosen && hopOf(chosen);
  const of = (which: 2 | 3, side: Side): Html[] =>
    shown.documents
      .filter((one) => one.hop === which && one.side === side)
      .map((one) => card(one, lit, scene));
  const { grant } = scene;
  const row = (which: 1 | 2 | 3, title: Child, vendor: Child, company: Child): Html =>
    html`<section class="hop ${hop === which && 'on'}" id="hop-${which}" data-hop="${which}">
      <h3><i>${which}</i>${title}</h3>
      ${side('vendor', vendor)}${side('company', company)}
    </section>`;
  return html`<div class="lands" id="lands">
    ${land('vendor', grant.accounts, scene)}${land('company', [grant.companyAccount], scene)}
    ${row(
      1,
      both(() => say('hopSignIn')),
      assignments(shown, lit, scene),
      nothing(() => say('nothingToDecide')),
    )}
    ${row(
      2,
      html`${both(() => say('hopBorrow'))}${ARROW}<code>sts:AssumeRole</code>`,
      orMissing(of(2, 'vendor'), () =>
        scene.vendorUsers[grant.index] === undefined
          ? say('missingBorrowerPolicy')
          : say('missingSet', { set: grant.permissionSetName }),
      ),
      [
        orMissing(of(2, 'company'), () => say('missingRole', { role: grant.roleName })),
        html`<p class="small quiet">${both(() => say('rootNote'))}</p>`,
      ],
    )}
    ${row(
      3,
      html`${both(() => say('hopRead'))}<code>s3:ListBucket</code><code>s3:GetObject</code>`,
      nothing(() => say('exchanged')),
      ofHop3(of(3, 'company'), shown, scene),
    )}
  </div>`;
}

/** The commands that make what is missing, where something is. */
export function deployFirst(
  { documents, assignments: assigned }: Documents,
  { grant }: Scene,
): Html | undefined {
  const has = (hop: 2 | 3, side: Side): boolean =>
    documents.some((one) => one.hop === hop && one.side === side);
  const vendorDone = has(2, 'vendor') && (assigned.length > 0 || Array.isArray(grant.vendor.borrowers));
  const commands = [
    ...(has(2, 'company') && has(3, 'company')
      ? []
      : [`npx cdk deploy ${COMPANY_STACK_NAME} --profile company`]),
    ...(vendorDone || grant.identityCenter === undefined
      ? []
      : [`npx cdk deploy ${grant.vendorStackName} ${option('--profile', administratorProfileOf(grant))}`]),
  ];
  if (commands.length === 0 && vendorDone) return undefined;
  return html`<div class="first" id="first">
    ${commands.length > 0 && html`<p>${both(() => say('deployFirst'))}</p>${command(commands.join('\n'), LANGUAGES)}`}
    <p class="small quiet"><a href="#hand">${both(() => say('orByHand'))}</a></p>
  </div>`;
}

function ofHop3(cards: readonly Html[], { documents }: Documents, { grant, world }: Scene): Child {
  const isLent = documents.some(({ place }) => place.kind === 'trust');
  const mayDo = documents.some(({ kind, hop }) => hop === 3 && kind === 'identity');
  return [
    isLent && !mayDo && nothing(() => say('missingPolicy')),
    ...cards,
    !world.buckets.has(grant.bucketName) && nothing(() => say('missingBucket', { bucket: grant.bucketName })),
  ];
}

const ARROW = html`<svg viewBox="0 0 36 12" aria-hidden="true"><path d="M1 6h32M28 1.500l5 4.500-5 4.500" /></svg>`;

function land(of: Side, accounts: readonly string[], { grant }: Scene): Html {
  const count = accounts.length;
  return html`<div class="land ${of}">
    <h3>${mark(of)}${both(() => say(of === 'vendor' ? 'vendorLand' : 'companyLand'))}</h3>
    <p>
      ${of === 'vendor' && grant.vendor.name !== undefined && html`<b>${grant.vendor.name}</b> · `}
      ${both(() => say('account', { count }))} ${inColour(accounts.join(', '), grant.companyAccount, accounts)}
    </p>
  </div>`;
}

/** On a phone, where the columns are gone, each side says its name again. */
function side(of: Side, children: Child): Html {
  return html`<div class="side ${of}"><p class="name">${chip(
    of,
    both(() => say(of)),
  )}</p>${children}</div>`;
}

const nothing = (render: () => string): Html => html`<p class="nothing">${both(render)}</p>`;

const orMissing = (cards: readonly Html[], render: () => string): Child =>
  cards.length > 0 ? cards : nothing(render);

function assignments(
  { assignments: all, instance, set }: Documents,
  lit: Lit,
  { grant, vendorUsers, vendorBorrowers }: Scene,
): Child {
  if (vendorUsers[grant.index] === undefined) {
    const names = (vendorBorrowers[grant.index] ?? []).map(
      ({ kind, name }) => html`<li><code>${kind} ${name}</code></li>`,
    );
    return html`<article class="doc">
      <header><b>${both(() => say('ownBorrowers'))}</b></header>
      <ul class="small">${names}</ul>
      <p class="small quiet">${both(() => say('ownBorrowersBody'))}</p>
    </article>`;
  }
  if (all.length === 0) return nothing(() => say('missingAssignment'));
  const nameOf = (id: string): string =>
    instance?.groups.get(id)?.name ?? instance?.users.get(id)?.name ?? id;
  return html`<article class="doc" id="assignments">
    <header><b>${both(() => say('assignment'))}</b><span>IAM Identity Center</span></header>
    ${all.map(({ principalType, principalId, targetAccount }, index) => {
      const isLit = lit.yes.has(assignmentId(index));
      return html`<div class="stmt ${isLit && 'yes'}" id="${assignmentId(index)}">
        ${isLit && html`<p class="says">${mark('yes')}${both(() => say('saysAssigned'))}</p>`}
        <p class="assigned">
          ${both(() => say(principalType === 'GROUP' ? 'assignmentGroup' : 'assignmentUser'))}
          <b>${nameOf(principalId)}</b> → <b>${set?.name ?? ''}</b><br />
          ${both(() => say('assignmentIn'))} ${inColour(targetAccount, grant.companyAccount, [targetAccount])}
        </p>
      </div>`;
    })}
  </article>`;
}

function card(document: ShownDocument, lit: Lit, scene: Scene): Html {
  const { id, place } = document;
  const arn = 'arn' in place ? place.arn : undefined;
  return html`<article class="doc" id="${id}">
    <header>
      <b>${both(() => title(document, scene))}</b><span>${both(() => say(decides(document)))}</span>
    </header>
    ${document.isOutdated && html`<p class="small outdated">${mark('if')} ${both(() => say('outdated'))}</p>`}
    ${statements(document, lit, scene)}
    <details id="${id}-whole">
      <summary>${both(() => say('wholeDocument'))}</summary>
      ${arn !== undefined && html`<p class="mono">${arn}</p>`}
      <pre>${JSON.stringify(document.document, null, 2)}</pre>
    </details>
  </article>`;
}

export function title({ place, name }: ShownDocument, { grant }: Scene): string {
  const set = grant.permissionSetName;
  switch (place.kind) {
    case 'set':
      return say('docSet', { set });
    case 'trust':
      return say('docTrust', { role: place.role });
    case 'bucket':
      return say('docBucket');
    case 'key':
      return say('docKey');
    case 'boundary':
      return place.isOfTheSet
        ? say('docSetManaged', { set, policy: name })
        : say('docBoundary', { policy: name });
    case 'inline':
    case 'managed':
      return place.holder === grant.roleName
        ? name
        : say('docOfBorrower', { holder: place.holder, policy: name });
  }
}

function decides({ place, hop }: ShownDocument) {
  if (place.kind === 'trust') return 'decidesLent';
  if (place.kind === 'bucket') return 'decidesBucket';
  if (place.kind === 'key') return 'decidesKey';
  if (hop === 2) return 'decidesBorrow';
  return place.kind === 'boundary' ? 'decidesMost' : 'decidesMay';
}

/** One tab for each vendor, where there are several. */
export function vendorTabs(scene: Scene, grants: readonly Scene['grant'][]): Html | undefined {
  if (grants.length < 2) return undefined;
  return html`<nav class="vendors" aria-labelledby="vendors">
    <b id="vendors">${both(() => say('vendors'))}</b>
    ${grants.map(
      (one) =>
        html`<a class="btn" data-live href="/?vendor=${vendorOf(one)}"
          ${one.index === scene.grant.index && new Html(' aria-current="true"')}>${one.vendor.name ?? one.name}</a>`,
    )}
  </nav>`;
}
