import { saySandboxConsole as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import { denialOf } from '../home/decided';
import { type OwnRequest, queryOperation } from '../own-call';
import { both, postForm } from '../page';
import { panel, reason, said } from './screen';
import type { Visit } from './visit';

const NAMES = ['put', 'delete', 'other', 'policy', 'read-policy', 'users'] as const;
type Name = (typeof NAMES)[number];

/** Each is harmless also where it is allowed: S3 authorizes it, and then finds what is wrong with it. */
function attemptsAt({ inUse, place, scene }: Visit): Readonly<Record<Name, OwnRequest>> {
  const { bucketName, region } = place;
  const s3 = { service: 's3', region, path: `/${bucketName}` };
  const missing = { ...s3, path: `/${bucketName}/vendor-share-try-what-must-be-denied` };
  const md5OfSomethingElse = { 'content-md5': Buffer.alloc(16).toString('base64') };
  const other = [...scene.world.buckets.values()].find(
    ({ account, name }) => account === inUse.account && name !== bucketName,
  );
  return {
    put: { ...missing, method: 'PUT', body: 'x', headers: md5OfSomethingElse },
    delete: { ...missing, method: 'DELETE', headers: { 'if-match': '*' } },
    other: { ...s3, path: `/${other?.name ?? bucketName}`, query: { 'list-type': '2', 'max-keys': '1' } },
    policy: { ...s3, method: 'PUT', query: { policy: '' }, body: 'not a policy' },
    'read-policy': { ...s3, query: { policy: '' } },
    users: queryOperation('iam', 'us-east-1', 'ListUsers', { MaxItems: '1' }),
  };
}

/** Buttons for all of them. */
export function attempts(action: string): Html {
  const buttons = NAMES.map(
    (name) => html`<button class="btn" name="try" value="${name}">${said(`try.${name}`)}</button>`,
  );
  return html`<section class="try"><h2>${said('try.title')}</h2>
<p class="small quiet">${said('try.intro')}</p>${postForm(action, buttons)}</section>`;
}

/** Makes one of them, for real; undefined for one that there is not. */
export async function attempt(visit: Visit): Promise<Html | undefined> {
  const { form, inUse, scene } = visit;
  const name = NAMES.find((one) => one === form.get('try'));
  if (name === undefined) return undefined;
  const { entry } = await scene.call(inUse, attemptsAt(visit)[name]);
  const titled = (id: 'try.denied' | 'try.allowed' | 'try.undecided') =>
    both(() => say(id, { what: say(`try.${name}`) }));
  if (denialOf(entry) !== undefined)
    return panel('no', titled('try.denied'), 'as-promised', reason(visit, entry));
  const [authorized] = entry.authorizations;
  if (authorized?.decision.allowed !== true)
    return panel('if', titled('try.undecided'), undefined, reason(visit, entry));
  const { action, resource } = authorized.request;
  const why = html`<p>${said('try.not-promised', { action, resource })}</p>`;
  return panel('no', titled('try.allowed'), 'not-as-promised', why);
}
