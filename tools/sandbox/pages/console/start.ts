import type { Grant } from '../../../../lib/share/grant';
import { saySandboxConsole as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import { isRecord } from '../../core/json';
import type { ServiceResponse } from '../../core/service';
import { signIn } from '../../seed/people';
import { textOf } from '../own-call';
import type { Called } from './console-api';
import { peopleOf, type Someone } from './people';
import { mainLink, panel, reason, shown } from './screen';
import { goTo, sessionName, switchRolePath, type Visit } from './visit';

/** `GET /start`: who one is, and the accounts and permission sets that the portal then shows. */
export async function startPage(visit: Visit): Promise<ServiceResponse> {
  const { someone, own, wanted } = visit.session;
  if (someone === undefined) {
    const first = wanted !== undefined && html`<p>${visit.say('switch.first')}</p>`;
    return shown(visit, { step: 1, title: () => say('be.title'), body: [first, choice(visit)] });
  }
  const others = html`<details><summary>${visit.say('be.else')}</summary>${choice(visit)}</details>`;
  if (someone.person !== undefined) {
    const body = [await accounts(visit, someone.name, someone.person), others];
    return shown(visit, { step: 1, title: () => say('start.title'), body });
  }
  const next = own && mainLink(switchRolePath(visit.grant), visit.say('start.go-on'));
  const title = (): string => say('start.you-are', { who: someone.name });
  return shown(visit, { step: 1, title, body: [next, others] });
}

/** `POST /start`: become somebody, or enter an account with a permission set. */
export function start(visit: Visit): Promise<ServiceResponse> {
  const { api, form } = visit;
  if (!form.has('who')) return enter(visit);
  const everybody = api.grants.flatMap((grant) => peopleOf(grant, api.seeded));
  const someone = everybody.find(({ id }) => id === form.get('who'));
  return someone === undefined ? Promise.resolve(goTo('/start')) : become(visit, someone);
}

/** There are no passwords. Users have credentials, and a role is assumed by the administrator of its account. */
async function become(visit: Visit, someone: Someone): Promise<ServiceResponse> {
  const { api, session } = visit;
  const { grant, name, person, roleArn } = someone;
  let { credential } = someone;
  session.someone = someone;
  for (const before of ['portalToken', 'own', 'role'] as const) delete session[before];
  if (person !== undefined) {
    session.portalToken = signIn(person.user, person.instance, api.seeded.world).portalToken;
    return goTo('/start');
  }
  if (credential?.kind === 'user' && roleArn !== undefined) {
    const assumed = await api.assumeRole(credential, grant.region, roleArn, sessionName(credential.userName));
    if (assumed.credential === undefined) return failed(visit, name, assumed.called);
    ({ credential } = assumed);
  }
  if (credential === undefined) return goTo('/start');
  session.own = await api.identityOf(credential, grant.region, name);
  return goTo(afterEntering(visit));
}

/** The portal's own call: whoever is not assigned the set gets nothing. */
async function enter(visit: Visit): Promise<ServiceResponse> {
  const { api, form, grant, session } = visit;
  const set = form.get('role') ?? '';
  const asked = { account_id: form.get('account') ?? '', role_name: set };
  if (session.someone?.person === undefined) return goTo('/start');
  const called = await portal(visit, '/federation/credentials', asked);
  const { roleCredentials: issued } = called.json;
  const id = isRecord(issued) ? String(issued.accessKeyId) : '';
  const credential = api.seeded.world.credentials.get(id);
  if (credential === undefined) return failed(visit, set, called);
  delete session.role;
  session.own = await api.identityOf(credential, grant.region, session.someone.name, set);
  return goTo(afterEntering(visit));
}

/** Where one wanted to go, or on to the next of the four pages. */
function afterEntering({ session, grant }: Visit): string {
  const { wanted } = session;
  delete session.wanted;
  return wanted ?? switchRolePath(grant);
}

function failed(visit: Visit, who: string, called: Called): ServiceResponse {
  const body = panel(visit, 'no', visit.say('be.failed', { who }), undefined, reason(visit, called));
  return shown(visit, { step: 1, title: () => say('failed.title'), body });
}

/** https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/Welcome.html */
async function portal(
  { api, grant, session: { portalToken = '', someone } }: Visit,
  path: string,
  query: Record<string, string> = {},
): Promise<Called & { readonly json: Record<string, unknown> }> {
  const region = someone?.person?.instance.region ?? grant.region;
  const called = await api.send({ portalToken }, { service: 'awsssoportal', region, path, query });
  const json: unknown = called.answer.status === 200 ? JSON.parse(textOf(called.answer)) : {};
  return { ...called, json: isRecord(json) ? json : {} };
}

const listIn = (list: unknown, member: string): string[] =>
  Array.isArray(list) ? list.map((item: unknown) => (isRecord(item) ? String(item[member]) : '')) : [];

async function accounts(visit: Visit, who: string, person: NonNullable<Someone['person']>): Promise<Html> {
  const listed = await portal(visit, '/assignment/accounts');
  if (listed.answer.status !== 200)
    return panel(visit, 'if', visit.say('failed.title'), undefined, reason(visit, listed));
  const ids = listIn(listed.json.accountList, 'accountId');
  if (ids.length === 0) return noAccount(visit, who, person);
  const tiles = await Promise.all(
    ids.map(async (id) => {
      const { json } = await portal(visit, '/assignment/roles', { account_id: id });
      return tile(visit, id, listIn(json.roleList, 'roleName'));
    }),
  );
  return html`<p>${visit.say('start.intro')}</p>${tiles}`;
}

/** Nobody is assigned anything before the vendor's half is deployed; and one person never is. */
function noAccount(
  visit: Visit,
  who: string,
  { instance, isOutsider }: NonNullable<Someone['person']>,
): Html {
  const isDeployed = instance.assignments.length > 0;
  const why = visit.say(isDeployed || isOutsider ? 'start.not-assigned' : 'start.not-deployed');
  const [kind, verdict] = isOutsider ? (['no', 'as-promised'] as const) : (['if', undefined] as const);
  return panel(visit, kind, visit.say('start.none', { who }), verdict, html`<p>${why}</p>`);
}

function tile(visit: Visit, id: string, sets: readonly string[]): Html {
  const rows = sets.map((set, index) => {
    const hidden = html`<input type="hidden" name="account" value="${id}"><input type="hidden" name="role" value="${set}">`;
    const name = `set-${id}-${index}`;
    const button = html`<button class="btn main" aria-describedby="${name}">${visit.say('start.enter')}</button>`;
    return html`<li><span><code id="${name}">${set}</code><small>${visit.say('start.set')}</small></span>${visit.postForm('/start', [hidden, button])}</li>`;
  });
  const grant = visit.api.grants.find(({ accounts: own }) => own.includes(id));
  const word = visit.each(() => (grant === undefined ? say('account') : vendorWord(grant)));
  return html`<section class="tile"><h2>${word} ${visit.account(id)}</h2><ul>${rows}</ul></section>`;
}

const vendorWord = ({ vendor, name }: Grant): string =>
  vendor.name === undefined ? say('vendor.only') : say('vendor', { name });

/** Everybody of every vendor's. */
function choice(visit: Visit): Html {
  const { api } = visit;
  const vendors = api.grants.map((grant) => {
    const rows = peopleOf(grant, api.seeded).map(({ id, name, note }) => {
      const button = html`<button class="btn" name="who" value="${id}">${visit.say('be.this', { who: name })}</button>`;
      return html`<li><span><b>${name}</b><small>${visit.each(note)}</small></span>${button}</li>`;
    });
    const ids = grant.accounts.map((id) => html` ${visit.account(id)}`);
    const list = visit.postForm('/start', html`<ul>${rows}</ul>`);
    return html`<section class="tile"><h2>${visit.each(() => vendorWord(grant))}${ids}</h2>${list}</section>`;
  });
  return html`<p>${visit.say('be.intro')}</p>${vendors}`;
}
