import type { ReadBody, RequestHead } from '../wire/http-request';
import type * as Home from './home/home';
import type { Changes } from './changes';
import type { PageAnswer, Pages } from './page-door';

/**
 * The front page, its forms and its events. What only browsers ask for is told by `Accept`: anybody else who sends `GET /`
 * without a signature asks S3 for its buckets. Forms and events are under `/-/`, which no bucket is called.
 */
export class HomePages implements Pages {
  private home: Home.Home | undefined;

  constructor(
    private readonly surroundings: Home.Surroundings,
    private readonly changes: Changes,
  ) {}

  has(path: string, { method, headers, query }: RequestHead): boolean {
    const accepts = (type: string): boolean => headers['accept']?.includes(type) === true;
    if (path === '/-/events') return method === 'GET' && accepts('text/event-stream');
    if (/^\/-\/(?:break|read|repair)$/.test(path)) return method === 'POST';
    return path === '/' && method === 'GET' && accepts('text/html') && query.every(([name]) => OWN.has(name));
  }

  answer(head: RequestHead, readBody: ReadBody): Promise<PageAnswer> {
    if (head.rawPath === '/-/events') {
      const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
      return Promise.resolve({ status: 200, headers, body: this.changes.listen() });
    }
    // Loaded with the first page that is asked for, so that the sandbox starts without it.
    this.home ??= new (require('./home/home') as typeof Home).Home(this.surroundings);
    return this.home.answer(head, readBody);
  }
}

/** Parameters that the page's own links have. */
const OWN: ReadonlySet<string> = new Set(['lang', 'request', 'seen', 'vendor']);
