import type { Grant } from '../../../../lib/share/grant';
import { saySandboxConsole as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import type { ServiceResponse } from '../../core/service';
import { children, childText, parseXml } from '../../s3/xml';
import { textOf } from '../own-call';
import { attempt, attempts } from './attempts';
import type { Called } from './console-api';
import { mainLink, panel, reason, shown } from './screen';
import { bucketPath, goTo, type Visit } from './visit';

/** A bucket as the browser names it, in the console's own path and parameters. */
interface Place {
  readonly name: string;
  readonly region: string;
  /** Of the list; or the whole key of an object. */
  readonly prefix: string;
}

function placeOf({ query, grant }: Visit, name: string): Place {
  const asked = query.get('region') ?? '';
  const region = /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(asked) ? asked : grant.region;
  return { name, region, prefix: query.get('prefix') ?? '' };
}

/** `/s3/buckets/NAME?region=…&prefix=…` */
function pathOf(kind: 'buckets' | 'object', { name, region, prefix }: Place, more = ''): string {
  const address = `/s3/${kind}/${encodeURIComponent(name)}?region=${region}`;
  return `${address}${prefix === '' ? '' : `&prefix=${encodeURIComponent(prefix).replaceAll('%2F', '/')}`}${more}`;
}

/** `GET /s3/buckets/NAME`: the objects, and the prefixes as folders. After a POST, what became of an attempt before them. */
export async function bucketPage(visit: Visit, name: string): Promise<ServiceResponse> {
  const { api, inUse, promised, query } = visit;
  if (inUse === undefined) return goTo('/start');
  const place = placeOf(visit, name);
  const token = query.get('token');
  const called = await api.send(inUse.credential, {
    service: 's3',
    region: place.region,
    path: `/${encodeURIComponent(name)}`,
    query: {
      'list-type': '2',
      delimiter: '/',
      'encoding-type': 'url',
      'max-keys': '100',
      prefix: place.prefix,
      ...(token !== null && { 'continuation-token': token }),
    },
  });
  // After the list, so that it is the newest request.
  const isOwn = promised?.bucketName === name;
  const tried = isOwn && (await attempt(visit, name, place.region));
  const isListed = called.answer.status === 200;
  const listed = isListed
    ? list(visit, place, called)
    : denied(visit, place, called, visit.say('bucket.denied'));
  const tries = isOwn && attempts(visit, pathOf('buckets', place));
  const body = [tried, crumbs(visit, place), listed, tries];
  return shown(visit, { step: 4, title: () => name, body });
}

function list(visit: Visit, place: Place, { answer }: Called): Html {
  const listed = parseXml(Buffer.from(textOf(answer)), 'ListBucketResult');
  const folders = children(listed.CommonPrefixes).map((one) => decoded(childText(one, 'Prefix')));
  const objects = children(listed.Contents);
  const next = childText(listed, 'NextContinuationToken');
  const rows = [
    ...folders.map((prefix) => folderRow(visit, { ...place, prefix })),
    ...objects.map((object) => objectRow(visit, place, object)),
  ];
  const more = next !== undefined && pathOf('buckets', place, `&token=${encodeURIComponent(next)}`);
  const first = visit.query.has('token') && pathOf('buckets', place);
  const isEnd = objects.length > 0 && visit.promised !== undefined;
  if (rows.length === 0) return html`<p>${visit.say('bucket.empty')}</p>`;
  const column = (id: 'bucket.object' | 'bucket.size' | 'bucket.modified') =>
    html`<th scope="col">${visit.say(id)}</th>`;
  return html`<div class="tablewrap"><table>
<thead><tr>${column('bucket.object')}${column('bucket.size')}${column('bucket.modified')}<th scope="col"><span class="sr">${visit.say('bucket.action')}</span></th></tr></thead>
<tbody>${rows}</tbody></table></div>
${(more || first) && html`<p class="more">${first && html`<a class="btn" href="${first}">${visit.say('bucket.first')}</a>`}${more && html`<a class="btn" href="${more}">${visit.say('bucket.next')}</a>`}</p>`}
${isEnd && html`<p>${visit.say('bucket.done')}</p>`}`;
}

/** `encoding-type=url`: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
const decoded = (text = ''): string => decodeURIComponent(text.replaceAll('+', ' '));

function folderRow(visit: Visit, place: Place): Html {
  const name = place.prefix.replace(/^.*\/(?=[^/]*\/$)/s, '');
  return html`<tr><td><a href="${pathOf('buckets', place)}"><code>${name}</code></a><small>${visit.say('bucket.folder')}</small></td><td>${visit.say('bucket.folder')}</td><td></td><td></td></tr>
`;
}

function objectRow(visit: Visit, place: Place, object: Record<string, unknown>): Html {
  const key = decoded(childText(object, 'Key'));
  const name = key.slice(place.prefix.length) || key;
  const size = visit.each(() => say('bucket.bytes', { count: childText(object, 'Size') ?? '' }));
  const modified = (childText(object, 'LastModified') ?? '').replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
  const link = html`<a class="btn" href="${pathOf('object', { ...place, prefix: key })}">${visit.say('bucket.download')}<span class="sr"> ${name}</span></a>`;
  return html`<tr><td><code>${name}</code><small>${size} · ${modified}</small></td><td>${size}</td><td>${modified}</td><td>${link}</td></tr>
`;
}

/** The prefixes that lead here, each a link. */
function crumbs(visit: Visit, place: Place): Html | undefined {
  if (place.prefix === '') return undefined;
  const parts = ['', ...(place.prefix.match(/[^/]*\/|[^/]+$/g) ?? [])];
  const links = parts.map((part, index) => {
    const prefix = parts.slice(0, index + 1).join('');
    return html`<li><a href="${pathOf('buckets', { ...place, prefix })}">${index === 0 ? place.name : part}</a></li>`;
  });
  return html`<nav aria-labelledby="crumbs"><p class="sr" id="crumbs">${visit.say('bucket.path')}</p><ol class="crumbs">${links}</ol></nav>`;
}

/** Whether a denial is what was promised, is known of the role of this share alone, and as long as it is lent. */
function denied(visit: Visit, place: Place, called: Called, title: Html): Html {
  const { promised, session } = visit;
  const why = reason(visit, called);
  if (called.denial === undefined) return panel(visit, 'if', visit.say('failed.title'), undefined, why);
  if (promised === undefined) {
    const hint = session.role === undefined && html`<p>${visit.say('home.not-switched')}</p>`;
    return panel(visit, 'no', title, undefined, hint, why);
  }
  const outside = whyOutside(promised, place);
  if (outside === undefined) {
    if (!isLent(visit, promised)) return panel(visit, 'no', title, undefined, why);
    return panel(visit, 'no', title, 'not-as-promised', html`<p>${visit.say('bucket.should-work')}</p>`, why);
  }
  const shared = (promised.vendor.prefixes ?? ['']).map((prefix) => {
    const [name, to] = [prefix || promised.bucketName, bucketPath(promised, prefix || undefined)];
    return html`<li><a href="${to}"><code>${name}</code></a></li>`;
  });
  const right = panel(visit, 'no', title, 'as-promised', html`<p>${visit.say(outside)}</p>`, why);
  return html`${right}<ul class="tile">${shared}</ul>`;
}

function whyOutside(
  { bucketName, vendor: { prefixes } }: Grant,
  place: Place,
): 'bucket.other' | 'bucket.outside' | undefined {
  if (place.name !== bucketName) return 'bucket.other';
  return prefixes === undefined || prefixes.some((prefix) => place.prefix.startsWith(prefix))
    ? undefined
    : 'bucket.outside';
}

const isLent = ({ now }: Visit, { vendor: { until } }: Grant): boolean =>
  until === undefined || now < new Date(until);

/** `GET /s3/object/NAME?prefix=KEY`: the object, byte for byte, as a file and never as a page. */
export async function download(visit: Visit, name: string): Promise<ServiceResponse> {
  const { api, inUse } = visit;
  if (inUse === undefined) return goTo('/start');
  const place = placeOf(visit, name);
  const path = `/${encodeURIComponent(name)}/${place.prefix.split('/').map(encoded).join('/')}`;
  const called = await api.send(inUse.credential, { service: 's3', region: place.region, path });
  const { answer } = called;
  if (answer.status === 200) {
    const headers = {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(place.prefix),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    };
    return { status: 200, headers, body: answer.body };
  }
  const folder = pathOf('buckets', { ...place, prefix: folderOf(place.prefix) });
  const back = mainLink(folder, visit.say('bucket.back'));
  const body = [denied(visit, place, called, visit.say('bucket.download-denied')), back];
  return shown(visit, { step: 4, title: () => say('bucket.download'), body, status: answer.status });
}

const folderOf = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1);

/** As S3 wants it, and SignatureV4 signs it: https://www.rfc-editor.org/rfc/rfc3986#section-2.3 */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Called as its key is after the last slash. https://www.rfc-editor.org/rfc/rfc6266 */
function attachment(key: string): string {
  const name = key.slice(folderOf(key).length);
  const plain = /^\.*$/.test(name) ? 'download' : name;
  return `attachment; filename="${plain.replace(/[^\w .-]/g, '_')}"; filename*=UTF-8''${encoded(plain)}`;
}
