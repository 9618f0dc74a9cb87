import { saySandboxConsole as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import { type OwnRequest, queryOperation } from '../own-call';
import { panel, reason } from './screen';
import type { Visit } from './visit';

interface Bucket {
  readonly name: string;
  readonly region: string;
  /** Another one of the same account. */
  readonly other: string;
}

type Attempt = readonly [
  title: 'try.put' | 'try.delete' | 'try.other' | 'try.policy' | 'try.read-policy' | 'try.users',
  request: (bucket: Bucket) => OwnRequest,
];

const MISSING_KEY = 'vendor-share-try-what-must-be-denied';
const MD5_OF_SOMETHING_ELSE = { 'content-md5': Buffer.alloc(16).toString('base64') };

/** Each is harmless also where it is allowed: S3 authorizes it, and then finds what is wrong with it. */
const ATTEMPTS: ReadonlyMap<string, Attempt> = new Map<string, Attempt>([
  ['put', ['try.put', (bucket) => put(bucket, `/${MISSING_KEY}`, 'x', { headers: MD5_OF_SOMETHING_ELSE })]],
  [
    'delete',
    [
      'try.delete',
      (bucket) => ({ ...put(bucket, `/${MISSING_KEY}`), method: 'DELETE', headers: { 'if-match': '*' } }),
    ],
  ],
  [
    'other',
    [
      'try.other',
      ({ other, region }) => ({
        service: 's3',
        region,
        path: `/${other}`,
        query: { 'list-type': '2', 'max-keys': '1' },
      }),
    ],
  ],
  ['policy', ['try.policy', (bucket) => put(bucket, '', 'not a policy', { query: { policy: '' } })]],
  [
    'read-policy',
    [
      'try.read-policy',
      ({ name, region }) => ({ service: 's3', region, path: `/${name}`, query: { policy: '' } }),
    ],
  ],
  ['users', ['try.users', () => queryOperation('iam', 'us-east-1', 'ListUsers', { MaxItems: '1' })]],
]);

const put = (
  { name, region }: Bucket,
  key: string,
  body = '',
  more: Partial<OwnRequest> = {},
): OwnRequest => {
  return { service: 's3', region, method: 'PUT', path: `/${name}${key}`, body, ...more };
};

/** Buttons for all of them. */
export function attempts(visit: Visit, action: string): Html {
  const buttons = [...ATTEMPTS].map(
    ([id, [title]]) => html`<button class="btn" name="try" value="${id}">${visit.say(title)}</button>`,
  );
  return html`<section class="try"><h2>${visit.say('try.title')}</h2>
<p class="small quiet">${visit.say('try.intro')}</p>${visit.postForm(action, buttons)}</section>`;
}

/** Makes one of them, for real; undefined for one that there is not. */
export async function attempt(visit: Visit, name: string, region: string): Promise<Html | undefined> {
  const { api, form, inUse } = visit;
  const [title, request] = ATTEMPTS.get(form.get('try') ?? '') ?? [];
  if (title === undefined || request === undefined || inUse === undefined) return undefined;
  const buckets = [...api.seeded.world.buckets.values()];
  const other = buckets.find((one) => one.account === inUse.account && one.name !== name)?.name ?? name;
  const called = await api.send(inUse.credential, request({ name, region, other }));
  const titled = (id: 'try.denied' | 'try.allowed' | 'try.undecided') =>
    visit.each(() => say(id, { what: say(title) }));
  if (called.denial !== undefined)
    return panel(visit, 'no', titled('try.denied'), 'as-promised', reason(visit, called));
  const [authorized] = called.entry.authorizations;
  if (authorized?.decision.allowed !== true)
    return panel(visit, 'if', titled('try.undecided'), undefined, reason(visit, called));
  const { action, resource } = authorized.request;
  const why = html`<p>${visit.say('try.not-promised', { action, resource })}</p>`;
  return panel(visit, 'no', titled('try.allowed'), 'not-as-promised', why);
}
