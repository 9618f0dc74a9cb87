import type { Grant } from '../../../../lib/share/grant';
import { saySandboxConsole as say } from '../../../../words/say';
import { type Child, html, type Html } from '../../../pages/html';
import type { ServiceResponse } from '../../core/service';
import { identityCenterOf } from '../../seed/made-up-identity-center';
import { type PortalUser, signIn } from '../../seed/people';
import type { SeededWorld } from '../../seed/seed-world';
import { administratorOf } from '../home/change';
import { coloured } from '../home/scene';
import { assumeRole, issuedWith, type OwnAnswer, roleCredentials, textOf } from '../own-call';
import { goTo, postForm } from '../page';
import { failure, mainLink, panel, said, screen } from './screen';
import { sessionName, type Someone, switchRolePath, type Visit } from './visit';

/** `GET /start`: who one is, and the accounts and permission sets that the portal then shows. */
export async function startPage(visit: Visit): Promise<ServiceResponse> {
  const { someone, own, portal } = visit.session;
  if (someone === undefined) return screen(visit, 1, () => say('be.title'), choice(visit));
  const others = html`<details><summary>${said('be.else')}</summary>${choice(visit)}</details>`;
  if (portal !== undefined) {
    const found = await accounts(visit, someone, portal);
    return screen(visit, 1, () => say('start.title'), [found, others]);
  }
  const next = own && mainLink(switchRolePath(someone.grant), said('start.go-on'));
  return screen(visit, 1, () => say('start.you-are', { who: someone.name }), [next, others]);
}

/** `POST /start`: become somebody, or enter an account with a permission set. */
export async function start(visit: Visit): Promise<ServiceResponse> {
  const { form, scene, session } = visit;
  const everybody = scene.grants.flatMap((grant) => peopleOf(grant, scene));
  const chosen = everybody.find(({ id }) => id === form.get('who'));
  if (chosen !== undefined) return become(visit, chosen);
  const { portal } = session;
  if (form.has('who') || portal === undefined) return goTo('/start');
  // The portal's own call: whoever is not assigned the set gets nothing.
  const [account, set] = [form.get('account') ?? '', form.get('role') ?? ''];
  const answer = await scene.call(portal, roleCredentials(portal.instance.region, account, set));
  delete session.role;
  return enter(visit, answer, portal.name, set);
}

/** There are no passwords. Users have credentials, and a role is assumed by the administrator of its account. */
async function become(visit: Visit, someone: Someone): Promise<ServiceResponse> {
  const { scene, session } = visit;
  const { grant, name, person, borrower } = someone;
  for (const before of ['portal', 'own', 'role'] as const) delete session[before];
  session.someone = someone;
  if (person !== undefined) session.portal = signIn(person.user, person.instance, scene.world);
  if (borrower === undefined) return goTo('/start');
  if (borrower.credential !== undefined) {
    session.own = await visit.identityOf(borrower.credential, name);
    return goTo(switchRolePath(grant));
  }
  const administrator = administratorOf(borrower.account, scene);
  const asked = assumeRole(grant.region, borrower.arn, sessionName(administrator.userName));
  return enter(visit, await scene.call(administrator, asked), name);
}

async function enter(visit: Visit, answer: OwnAnswer, name: string, set?: string): Promise<ServiceResponse> {
  const { scene, session } = visit;
  const credential = issuedWith(answer, scene.world);
  if (credential === undefined)
    return screen(visit, 1, () => say('start.title'), failure(visit, answer.entry));
  session.own = await visit.identityOf(credential, name, set);
  return goTo(switchRolePath(scene.grant));
}

async function accounts(visit: Visit, someone: Someone, portal: PortalUser): Promise<Html> {
  const { scene } = visit;
  /** Neither account ids nor names of permission sets hold what JSON would escape. */
  const list = async (path: string, member: string, query: Readonly<Record<string, string>> = {}) => {
    const { region } = portal.instance;
    const answer = await scene.call(portal, { service: 'awsssoportal', region, path, query });
    const found = [...textOf(answer).matchAll(new RegExp(`"${member}":"([^"]*)"`, 'g'))];
    return { entry: answer.entry, found: found.map(([, value = '']) => value) };
  };
  const { entry, found } = await list('/assignment/accounts', 'accountId');
  if (entry.error !== undefined) return failure(visit, entry);
  if (found.length === 0) return noAccount(someone, portal);
  const tiles = found.map(async (id) => {
    const sets = await list('/assignment/roles', 'roleName', { account_id: id });
    const rows = sets.found.map((set, index) => {
      const name = `set-${id}-${index}`;
      const button = html`<button class="btn main" name="role" value="${set}" aria-describedby="${name}">${said('start.enter')}</button>`;
      return row(html`<code id="${name}">${set}</code>`, said('start.set'), button);
    });
    const account = html`<input type="hidden" name="account" value="${id}">`;
    return tile([said('vendor.only'), ' ', coloured(id, scene)], rows, account);
  });
  return html`<p>${said('start.intro')}</p>${await Promise.all(tiles)}`;
}

/** Nobody is assigned anything before the vendor's half is deployed; and one person never is. */
function noAccount({ kind, name }: Someone, { instance }: PortalUser): Html {
  const isRight = kind === 'not-assigned';
  const isDeployed = instance.assignments.length > 0;
  const why = html`<p>${said(isDeployed || isRight ? 'start.not-assigned' : 'start.not-deployed')}</p>`;
  const title = said('start.none', { who: name });
  return isRight ? panel('no', title, 'as-promised', why) : panel('if', title, undefined, why);
}

/** Everybody of every vendor's. */
function choice({ scene }: Visit): Html {
  const vendors = scene.grants.map((grant) => {
    const rows = peopleOf(grant, scene).map(({ id, name, kind }) => {
      const button = html`<button class="btn" name="who" value="${id}">${said('be.this', { who: name })}</button>`;
      return row(html`<b>${name}</b>`, said(`be.${kind}`), button);
    });
    const word = grant.vendor.name === undefined ? said('vendor.only') : said('vendor', { name: grant.name });
    return tile([word, grant.accounts.map((id) => html` ${coloured(id, scene)}`)], rows);
  });
  return html`<p>${said('be.intro')}</p>${vendors}`;
}

const tile = (title: Child, rows: readonly Html[], hidden?: Html): Html =>
  html`<section class="tile"><h2>${title}</h2>${postForm('/start', html`${hidden}<ul>${rows}</ul>`)}</section>`;

const row = (name: Html, note: Html, button: Html): Html =>
  html`<li><span>${name}<small>${note}</small></span>${button}</li>`;

/** Identity Center's people, or the roles and users that borrow by ARN. */
function peopleOf(grant: Grant, { world, vendorUsers, vendorBorrowers }: SeededWorld): Someone[] {
  const center = identityCenterOf(grant);
  const instance = center && world.identityCenters.get(center.instanceArn);
  const outsider = vendorUsers[grant.index]?.notAssigned.userId;
  const idOf = (who: string): string => `${grant.index} ${who}`;
  const people = [...(instance?.users.values() ?? [])].map((user): Someone => {
    const kind = user.id === outsider ? 'not-assigned' : 'user';
    return { id: idOf(user.id), name: user.name, kind, grant, person: instance && { user, instance } };
  });
  const borrowers = (vendorBorrowers[grant.index] ?? []).map((borrower): Someone => {
    return { id: idOf(borrower.arn), name: borrower.name, kind: `iam-${borrower.kind}`, grant, borrower };
  });
  return [...people, ...borrowers];
}
