import { saySandboxConsole as say } from '../../../../words/say';
import { type Child, html, type Html } from '../../../pages/html';
import type { ServiceResponse } from '../../core/service';
import type { RequestEntry } from '../../request-entry';
import { children, childText, parseXml } from '../../s3/xml';
import { encodePath } from '../../wire/signature';
import { denialOf } from '../home/decided';
import { getObject, type OwnAnswer, type OwnRequest, queryOperation, textOf } from '../own-call';
import { both, postForm } from '../page';
import { denied, mainLink, panel, quoted, reason, said, screen } from './screen';
import {
  bucketPath,
  hasEnded,
  lentBucketPath,
  lentPlaces,
  type Place,
  switchRolePath,
  type Visit,
} from './visit';

/** What the console's home page of S3 says to whoever lacks `s3:ListAllMyBuckets`. */
const CONSOLE_SAYS = "You don't have permissions to list buckets";

/** `GET /s3/home`: asks for every bucket of the account, which is more than the role may see. */
export async function s3Home(visit: Visit): Promise<ServiceResponse> {
  const { inUse, scene, session } = visit;
  const { call, grant } = scene;
  const { role } = session;
  const answer = await call(inUse, { service: 's3', region: grant.region });
  const { error } = answer.entry;
  const right = role?.promised && html`<p>${said('home.right')}</p>`;
  const verdict = right && 'as-promised';
  const seen =
    error === undefined
      ? listed(visit, answer)
      : denied(visit, answer.entry, said('home.denied'), verdict, [quoted(CONSOLE_SAYS), right]);
  // On to the bucket, or back to the step that was left out.
  const next =
    role === undefined || error?.code === 'ExpiredToken'
      ? mainLink(switchRolePath(grant), said('start.go-on'))
      : mainLink(lentBucketPath(role.promised ?? grant), said('home.open'));
  return screen(visit, 3, () => say('home.title'), [seen, notSwitched(visit), next]);
}

const notSwitched = ({ session }: Visit): Child =>
  session.role === undefined && html`<p>${said('home.not-switched')}</p>`;

function listed({ inUse, session }: Visit, answer: OwnAnswer): Html {
  const title = said('home.buckets', { account: inUse.account });
  const why = html`<p>${said('home.not-promised')}</p>`;
  const heading = session.role?.promised
    ? panel('no', title, 'not-as-promised', why)
    : html`<h2>${title}</h2>`;
  const names = [...textOf(answer).matchAll(/<Name>([^<]*)<\/Name>/g)].map(([, name = '']) => name);
  return html`${heading}<ul class="tile">${names.map((name) => html`<li><a href="/s3/buckets/${name}">${name}</a></li>`)}</ul>`;
}

/** `GET /s3/buckets/NAME`: the objects, and the prefixes as folders. After a POST, what became of an attempt before them. */
export async function bucketPage(visit: Visit): Promise<ServiceResponse> {
  const { inUse, place, query, scene, session } = visit;
  const token = query.get('token');
  const answer = await scene.call(inUse, {
    service: 's3',
    region: place.region,
    path: `/${encodeURIComponent(place.bucketName)}`,
    query: {
      'list-type': '2',
      delimiter: '/',
      'encoding-type': 'url',
      'max-keys': '100',
      prefix: place.prefix,
      ...(token !== null && { 'continuation-token': token }),
    },
  });
  const isLent = session.role?.promised?.bucketName === place.bucketName;
  // After the list, so that it is the newest request.
  const tried = isLent && (await attempt(visit));
  const seen =
    answer.entry.error === undefined
      ? list(visit, answer)
      : refused(visit, answer.entry, said('bucket.denied'));
  const tries = isLent && attempts(bucketPath(place));
  return screen(visit, 4, () => place.bucketName, [tried, crumbs(place), seen, tries]);
}

function list({ place }: Visit, answer: OwnAnswer): Html {
  const result = parseXml(Buffer.from(textOf(answer)), 'ListBucketResult');
  const rows = [
    ...children(result.CommonPrefixes).map((one) => folderRow(place, decoded(childText(one, 'Prefix')))),
    ...children(result.Contents).map((object) => objectRow(place, object)),
  ];
  if (rows.length === 0) return html`<p>${said('bucket.empty')}</p>`;
  const token = childText(result, 'NextContinuationToken');
  const next = `${bucketPath(place)}&token=${encodeURIComponent(token ?? '')}`;
  const columns = (['bucket.object', 'bucket.size', 'bucket.modified'] as const).map(
    (id) => html`<th scope="col">${said(id)}</th>`,
  );
  return html`<div class="tablewrap"><table>
<thead><tr>${columns}<th scope="col"><span class="sr">${said('bucket.action')}</span></th></tr></thead>
<tbody>${rows}</tbody></table></div>
${token !== undefined && html`<p><a class="btn" href="${next}">${said('bucket.next')}</a></p>`}`;
}

/** `encoding-type=url`: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
const decoded = (text = ''): string => decodeURIComponent(text.replaceAll('+', ' '));

/** Without the folders that it is in. */
const nameAt = (place: Place, key: string): string => key.slice(place.prefix.lastIndexOf('/') + 1) || key;

function folderRow(place: Place, prefix: string): Html {
  const name = html`<code>${nameAt(place, prefix)}</code>`;
  return row(html`<a href="${bucketPath({ ...place, prefix })}">${name}</a>`, said('bucket.folder'));
}

function objectRow(place: Place, object: Record<string, unknown>): Html {
  const key = decoded(childText(object, 'Key'));
  const name = nameAt(place, key);
  const size = said('bucket.bytes', { count: childText(object, 'Size') ?? '' });
  const modified = (childText(object, 'LastModified') ?? '').replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
  const to = bucketPath({ ...place, prefix: key }).replace('buckets', 'object');
  const link = html`<a class="btn" href="${to}">${said('bucket.download')}<span class="sr"> ${name}</span></a>`;
  return row(html`<code>${name}</code>`, size, modified, link);
}

/** On a phone the columns in the middle are gone, and stand under the name. */
const row = (name: Html, size: Html, modified?: string, link?: Html): Html =>
  html`<tr><td>${name}<small>${size}${modified && ` · ${modified}`}</small></td><td>${size}</td><td>${modified}</td><td>${link}</td></tr>
`;

/** The prefixes that lead here, each a link. */
function crumbs(place: Place): Html | undefined {
  if (place.prefix === '') return undefined;
  const parts = ['', ...(place.prefix.match(/[^/]*\/|[^/]+$/g) ?? [])];
  const links = parts.map((part, index) => {
    const prefix = parts.slice(0, index + 1).join('');
    return html`<li><a href="${bucketPath({ ...place, prefix })}">${part || place.bucketName}</a></li>`;
  });
  return html`<nav aria-labelledby="crumbs"><p class="sr" id="crumbs">${said('bucket.path')}</p><ol class="crumbs">${links}</ol></nav>`;
}

/** Whether a denial is what was promised, is known of the role of this share alone, and as long as it is lent. */
function refused(visit: Visit, entry: RequestEntry, title: Html): Html {
  const { place, scene, session } = visit;
  const promised = session.role?.promised;
  if (promised === undefined) return denied(visit, entry, title, undefined, notSwitched(visit));
  const lent = lentPlaces(promised);
  const isLent = lent.some(
    ({ bucketName, prefix }) => bucketName === place.bucketName && place.prefix.startsWith(prefix),
  );
  if (!isLent) {
    const links = lent.map((one) => {
      return html`<li><a href="${bucketPath(one)}"><code>${one.prefix || one.bucketName}</code></a></li>`;
    });
    const right = html`<p>${said('bucket.outside')}</p><ul>${links}</ul>`;
    return denied(visit, entry, title, 'as-promised', right);
  }
  if (hasEnded(promised, scene)) return denied(visit, entry, title, undefined);
  return denied(visit, entry, title, 'not-as-promised', html`<p>${said('bucket.should-work')}</p>`);
}

/** `GET /s3/object/NAME?prefix=KEY`: the object, byte for byte, as a file and never as a page. */
export async function download(visit: Visit): Promise<ServiceResponse> {
  const { inUse, place, scene } = visit;
  const asked = getObject(place.region, place.bucketName, place.prefix);
  const { body, entry } = await scene.call(inUse, asked);
  if (entry.error === undefined) {
    const headers = {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(place.prefix),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    };
    return { status: 200, headers, body };
  }
  const seen = refused(visit, entry, said('bucket.download-denied'));
  return screen(visit, 4, () => say('bucket.download'), [crumbs(place), seen], entry.status);
}

/** Called as its key is after the last slash. https://www.rfc-editor.org/rfc/rfc6266 */
function attachment(key: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const plain = /^\.*$/.test(name) ? 'download' : name;
  return `attachment; filename="${plain.replace(/[^\w .-]/g, '_')}"; filename*=UTF-8''${encodePath(plain)}`;
}

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
function attempts(action: string): Html {
  const buttons = NAMES.map(
    (name) => html`<button class="btn" name="try" value="${name}">${said(`try.${name}`)}</button>`,
  );
  return html`<section class="try"><h2>${said('try.title')}</h2>
<p class="small quiet">${said('try.intro')}</p>${postForm(action, buttons)}</section>`;
}

/** Makes one of them, for real; undefined for one that there is not. */
async function attempt(visit: Visit): Promise<Html | undefined> {
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
