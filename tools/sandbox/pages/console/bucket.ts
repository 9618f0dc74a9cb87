import type { Grant } from '../../../../lib/share/grant';
import { saySandboxConsole as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import type { ServiceResponse } from '../../core/service';
import type { RequestEntry } from '../../request-entry';
import { children, childText, parseXml } from '../../s3/xml';
import { denialOf } from '../home/decided';
import { getObject, type OwnAnswer, percentEncoded, textOf } from '../own-call';
import { goTo } from '../page';
import { attempt, attempts } from './attempts';
import { said } from './said';
import { failure, mainLink, panel, reason, screen } from './screen';
import { bucketPath, hasEnded, type Visit } from './visit';

/** A bucket as the browser names it, in the console's own path and parameters. */
interface Place {
  readonly bucketName: string;
  readonly region: string;
  /** Of the list; or the whole key of an object. */
  readonly prefix: string;
}

const placeOf = ({ query, scene }: Visit, bucketName: string): Place => ({
  bucketName,
  region: scene.grant.region,
  prefix: query.get('prefix') ?? '',
});

/** `GET /s3/buckets/NAME`: the objects, and the prefixes as folders. After a POST, what became of an attempt before them. */
export async function bucketPage(visit: Visit, name: string): Promise<ServiceResponse> {
  const { inUse, promised, query, scene } = visit;
  if (inUse === undefined) return goTo('/start');
  const place = placeOf(visit, name);
  const token = query.get('token');
  const answer = await scene.call(inUse.credential, {
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
  const tried = isOwn && (await attempt(visit, name));
  const isListed = answer.entry.error === undefined;
  const seen = isListed
    ? list(visit, place, answer)
    : denied(visit, place, answer.entry, said('bucket.denied'));
  const tries = isOwn && attempts(bucketPath(place));
  return screen(visit, 4, () => name, [tried, crumbs(place), seen, tries]);
}

function list({ promised, query }: Visit, place: Place, answer: OwnAnswer): Html {
  const listed = parseXml(Buffer.from(textOf(answer)), 'ListBucketResult');
  const folders = children(listed.CommonPrefixes).map((one) => decoded(childText(one, 'Prefix')));
  const objects = children(listed.Contents);
  const next = childText(listed, 'NextContinuationToken');
  const rows = [
    ...folders.map((prefix) => folderRow({ ...place, prefix })),
    ...objects.map((object) => objectRow(place, object)),
  ];
  const to = (address: string, word: 'bucket.first' | 'bucket.next'): Html =>
    html`<a class="btn" href="${address}">${said(word)}</a>`;
  const pages = [
    query.has('token') && to(bucketPath(place), 'bucket.first'),
    next !== undefined && to(`${bucketPath(place)}&token=${encodeURIComponent(next)}`, 'bucket.next'),
  ];
  const isEnd = objects.length > 0 && promised !== undefined;
  if (rows.length === 0) return html`<p>${said('bucket.empty')}</p>`;
  const columns = (['bucket.object', 'bucket.size', 'bucket.modified'] as const).map(
    (id) => html`<th scope="col">${said(id)}</th>`,
  );
  return html`<div class="tablewrap"><table>
<thead><tr>${columns}<th scope="col"><span class="sr">${said('bucket.action')}</span></th></tr></thead>
<tbody>${rows}</tbody></table></div>
${pages.some(Boolean) && html`<p class="more">${pages}</p>`}
${isEnd && html`<p>${said('bucket.done')}</p>`}`;
}

/** `encoding-type=url`: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
const decoded = (text = ''): string => decodeURIComponent(text.replaceAll('+', ' '));

function folderRow(place: Place): Html {
  const name = place.prefix.replace(/^.*\/(?=[^/]*\/$)/s, '');
  return html`<tr><td><a href="${bucketPath(place)}"><code>${name}</code></a><small>${said('bucket.folder')}</small></td><td>${said('bucket.folder')}</td><td></td><td></td></tr>
`;
}

function objectRow(place: Place, object: Record<string, unknown>): Html {
  const key = decoded(childText(object, 'Key'));
  const name = key.slice(place.prefix.length) || key;
  const size = said('bucket.bytes', { count: childText(object, 'Size') ?? '' });
  const modified = (childText(object, 'LastModified') ?? '').replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
  const link = html`<a class="btn" href="${bucketPath({ ...place, prefix: key }).replace('buckets', 'object')}">${said('bucket.download')}<span class="sr"> ${name}</span></a>`;
  return html`<tr><td><code>${name}</code><small>${size} · ${modified}</small></td><td>${size}</td><td>${modified}</td><td>${link}</td></tr>
`;
}

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
function denied(visit: Visit, place: Place, entry: RequestEntry, title: Html): Html {
  const { promised, scene, session } = visit;
  if (denialOf(entry) === undefined) return failure(visit, entry);
  const why = reason(visit, entry);
  if (promised === undefined) {
    const hint = session.role === undefined && html`<p>${said('home.not-switched')}</p>`;
    return panel('no', title, undefined, hint, why);
  }
  const outside = whyOutside(promised, place);
  if (outside === undefined) {
    if (hasEnded(promised, scene)) return panel('no', title, undefined, why);
    return panel('no', title, 'not-as-promised', html`<p>${said('bucket.should-work')}</p>`, why);
  }
  const lent = (promised.vendor.prefixes ?? ['']).map((prefix) => {
    const to = bucketPath({ ...promised, prefix });
    return html`<li><a href="${to}"><code>${prefix || promised.bucketName}</code></a></li>`;
  });
  const right = panel('no', title, 'as-promised', html`<p>${said(outside)}</p>`, why);
  return html`${right}<ul class="tile">${lent}</ul>`;
}

function whyOutside(
  { bucketName, vendor: { prefixes } }: Grant,
  place: Place,
): 'bucket.other' | 'bucket.outside' | undefined {
  if (place.bucketName !== bucketName) return 'bucket.other';
  return prefixes === undefined || prefixes.some((prefix) => place.prefix.startsWith(prefix))
    ? undefined
    : 'bucket.outside';
}

/** `GET /s3/object/NAME?prefix=KEY`: the object, byte for byte, as a file and never as a page. */
export async function download(visit: Visit, name: string): Promise<ServiceResponse> {
  const { inUse, scene } = visit;
  if (inUse === undefined) return goTo('/start');
  const place = placeOf(visit, name);
  const { body, entry } = await scene.call(inUse.credential, getObject(place.region, name, place.prefix));
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
  const seen = denied(visit, place, entry, said('bucket.download-denied'));
  const back = mainLink(bucketPath({ ...place, prefix: folderOf(place.prefix) }), said('bucket.back'));
  return screen(visit, 4, () => say('bucket.download'), [seen, back], entry.status);
}

const folderOf = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1);

/** Called as its key is after the last slash. https://www.rfc-editor.org/rfc/rfc6266 */
function attachment(key: string): string {
  const name = key.slice(folderOf(key).length);
  const plain = /^\.*$/.test(name) ? 'download' : name;
  return `attachment; filename="${plain.replace(/[^\w .-]/g, '_')}"; filename*=UTF-8''${percentEncoded(plain)}`;
}
