import type { Readable } from 'node:stream';
import { AwsError, type ServiceResponse } from '../core/service';
import { checkSender } from '../wire/gate';
import type { ReadBody, RequestHead } from '../wire/http-request';
import type { Changes } from './changes';
import type { Surroundings } from './own-call';
import type * as Loaded from './pages';

/** A page, or a stream of which nobody knows when it ends. */
export type PageAnswer = Omit<ServiceResponse, 'body'> & {
  readonly body: ServiceResponse['body'] | Readable;
};

/**
 * Shows the pages to a browser, and lets everything else through to the front door. The pages stand where S3's anonymous
 * requests come in, and must take nothing from them:
 * - what is signed, or carries any header or parameter of AWS's, goes to the services, whatever its path;
 * - so does what is sent to a bucket's own host (`NAME.localhost`);
 * - so does every path whose first part is the name of a bucket that is there. `/s3/…` and `/-/…` never are, because a
 *   bucket's name has three characters at least; one called `start` or `switchrole` takes the place of that page, so that
 *   its public objects can be read without a signature as on AWS;
 * - only GET, HEAD and POST are for pages. Nobody makes a bucket without a signature;
 * - what only browsers ask for is told by `Accept`: anybody else who sends `GET /` asks S3 for its buckets.
 */
export class PageDoor {
  private pages: Loaded.Pages | undefined;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly changes: Changes,
  ) {}

  async answer(head: RequestHead, readBody: ReadBody): Promise<PageAnswer> {
    const path = decodeURIComponent(head.rawPath);
    if (!this.isFromBrowser(head) || !isPage(path, head))
      return this.surroundings.frontDoor.answer(head, readBody);
    try {
      // A page elsewhere must not drive these, and theirs must not be shown within another.
      checkSender(head, 's3');
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const headers = { 'content-type': 'text/plain; charset=utf-8' };
      return { status: error.status, headers, body: `${error.message}\n` };
    }
    // Every browser asks for it, and there is none.
    if (path === '/favicon.ico')
      return { status: 204, headers: { 'cache-control': 'max-age=86400' }, body: '' };
    if (path === '/-/events') {
      const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
      return { status: 200, headers, body: this.changes.listen() };
    }
    // Loaded with the first page that is asked for, so that the sandbox starts without them.
    this.pages ??= new (require('./pages') as typeof Loaded).Pages(this.surroundings);
    return this.pages.answer(head, readBody);
  }

  turnAway(error: unknown, method: string, url: string): ServiceResponse {
    return this.surroundings.frontDoor.turnAway(error, method, url);
  }

  private isFromBrowser({ method, headers, query, rawPath }: RequestHead): boolean {
    const isAws = (name: string): boolean => /^x-amz-|^awsaccesskeyid$/i.test(name);
    const [, first = ''] = rawPath.split('/');
    return (
      /^(?:GET|HEAD|POST)$/.test(method) &&
      headers.authorization === undefined &&
      !Object.keys(headers).some(isAws) &&
      !query.some(([name]) => isAws(name)) &&
      !/\.localhost(?::\d+)?$/i.test(headers.host ?? '') &&
      !this.surroundings.world.buckets.has(decodeURIComponent(first))
    );
  }
}

/** @param path decoded */
function isPage(path: string, { method, headers, query }: RequestHead): boolean {
  const accepts = (type: string): boolean => method === 'GET' && headers['accept']?.includes(type) === true;
  if (path === '/') return accepts('text/html') && query.every(([name]) => OWN.has(name));
  if (path === '/-/events') return accepts('text/event-stream');
  if (/^\/-\/(?:break|read|repair)$/.test(path)) return method === 'POST';
  return /^\/(?:start|switchrole|favicon\.ico|s3\/home|s3\/(?:buckets|object)\/[^/]+)$/.test(path);
}

/** Parameters that the front page's own links have. */
const OWN: ReadonlySet<string> = new Set(['lang', 'request', 'seen', 'vendor']);
