import type { Grant } from '../../../../lib/share/grant';
import { saySandboxConsole as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import type { Credential } from '../../core/identities';
import type { ServiceResponse } from '../../core/service';
import type { RequestEntry } from '../../request-entry';
import { signIn } from '../../seed/people';
import { coloured } from '../home/scene';
import { assumeRole, issuedWith, roleCredentials, textOf } from '../own-call';
import { both, goTo, postForm } from '../page';
import { peopleOf, type Person, type Someone } from './people';
import { said } from './said';
import { failure, mainLink, panel, reason, screen } from './screen';
import { sessionName, switchRolePath, type Visit } from './visit';

/** `GET /start`: who one is, and the accounts and permission sets that the portal then shows. */
export async function startPage(visit: Visit): Promise<ServiceResponse> {
  const { someone, own, wanted } = visit.session;
  if (someone === undefined) {
    const first = wanted !== undefined && html`<p>${said('switch.first')}</p>`;
    return screen(visit, 1, () => say('be.title'), [first, choice(visit)]);
  }
  const others = html`<details><summary>${said('be.else')}</summary>${choice(visit)}</details>`;
  if (someone.person !== undefined) {
    const found = await accounts(visit, someone.name, someone.person);
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
  const { someone, portalToken } = session;
  if (form.has('who') || someone?.person === undefined || portalToken === undefined) return goTo('/start');
  // The portal's own call: whoever is not assigned the set gets nothing.
  const [account, set] = [form.get('account') ?? '', form.get('role') ?? ''];
  const { region } = someone.person.instance;
  const answer = await scene.call({ portalToken }, roleCredentials(region, account, set));
  const credential = issuedWith(answer, scene.world);
  if (credential === undefined) return failed(visit, set, answer.entry);
  delete session.role;
  return goOn(visit, credential, someone.name, set);
}

/** There are no passwords. Users have credentials, and a role is assumed by the administrator of its account. */
async function become(visit: Visit, someone: Someone): Promise<ServiceResponse> {
  const { session } = visit;
  const { grant, name, person, roleArn, credential } = someone;
  session.someone = someone;
  for (const before of ['portalToken', 'own', 'role'] as const) delete session[before];
  const { call, world } = visit.scene;
  if (person !== undefined) session.portalToken = signIn(person.user, person.instance, world).portalToken;
  if (credential === undefined) return goTo('/start');
  if (roleArn === undefined) return goOn(visit, credential, name);
  const answer = await call(credential, assumeRole(grant.region, roleArn, sessionName(credential.userName)));
  const assumed = issuedWith(answer, world);
  return assumed === undefined ? failed(visit, name, answer.entry) : goOn(visit, assumed, name);
}

/** To where one wanted to go, or to the next of the four pages. */
async function goOn(
  visit: Visit,
  credential: Credential,
  name: string,
  detail?: string,
): Promise<ServiceResponse> {
  const { session, scene } = visit;
  session.own = await visit.identityOf(credential, name, detail);
  const { wanted = switchRolePath(scene.grant) } = session;
  delete session.wanted;
  return goTo(wanted);
}

function failed(visit: Visit, who: string, entry: RequestEntry): ServiceResponse {
  const body = panel('no', said('be.failed', { who }), undefined, reason(visit, entry));
  return screen(visit, 1, () => say('failed.title'), body);
}

async function accounts(visit: Visit, who: string, person: Person): Promise<Html> {
  const { scene, session } = visit;
  const { portalToken = '' } = session;
  /** Neither account ids nor names of permission sets hold what JSON would escape. */
  const list = async (path: string, member: string, query: Readonly<Record<string, string>> = {}) => {
    const request = { service: 'awsssoportal', region: person.instance.region, path, query };
    const answer = await scene.call({ portalToken }, request);
    const found = [...textOf(answer).matchAll(new RegExp(`"${member}":"([^"]*)"`, 'g'))];
    return { entry: answer.entry, found: found.map(([, value = '']) => value) };
  };
  const { entry, found } = await list('/assignment/accounts', 'accountId');
  if (entry.error !== undefined) return failure(visit, entry);
  if (found.length === 0) return noAccount(who, person);
  const tiles = found.map(async (id) => {
    const sets = await list('/assignment/roles', 'roleName', { account_id: id });
    return tile(visit, id, sets.found);
  });
  return html`<p>${said('start.intro')}</p>${await Promise.all(tiles)}`;
}

/** Nobody is assigned anything before the vendor's half is deployed; and one person never is. */
function noAccount(who: string, { instance, isOutsider }: Person): Html {
  const isDeployed = instance.assignments.length > 0;
  const why = said(isDeployed || isOutsider ? 'start.not-assigned' : 'start.not-deployed');
  const title = said('start.none', { who });
  const [kind, verdict] = isOutsider ? (['no', 'as-promised'] as const) : (['if', undefined] as const);
  return panel(kind, title, verdict, html`<p>${why}</p>`);
}

function tile({ scene }: Visit, id: string, sets: readonly string[]): Html {
  const rows = sets.map((set, index) => {
    const hidden = html`<input type="hidden" name="account" value="${id}"><input type="hidden" name="role" value="${set}">`;
    const name = `set-${id}-${index}`;
    const button = html`<button class="btn main" aria-describedby="${name}">${said('start.enter')}</button>`;
    return html`<li><span><code id="${name}">${set}</code><small>${said('start.set')}</small></span>${postForm('/start', [hidden, button])}</li>`;
  });
  const grant = scene.grants.find(({ accounts: own }) => own.includes(id));
  const word = grant === undefined ? said('account') : vendorWord(grant);
  return html`<section class="tile"><h2>${word} ${coloured(id, scene)}</h2><ul>${rows}</ul></section>`;
}

const vendorWord = ({ vendor, name }: Grant): Html =>
  vendor.name === undefined ? said('vendor.only') : said('vendor', { name });

/** Everybody of every vendor's. */
function choice({ scene }: Visit): Html {
  const vendors = scene.grants.map((grant) => {
    const rows = peopleOf(grant, scene).map(({ id, name, note }) => {
      const button = html`<button class="btn" name="who" value="${id}">${said('be.this', { who: name })}</button>`;
      return html`<li><span><b>${name}</b><small>${both(note)}</small></span>${button}</li>`;
    });
    const ids = grant.accounts.map((id) => html` ${coloured(id, scene)}`);
    return html`<section class="tile"><h2>${vendorWord(grant)}${ids}</h2>${postForm('/start', html`<ul>${rows}</ul>`)}</section>`;
  });
  return html`<p>${said('be.intro')}</p>${vendors}`;
}
