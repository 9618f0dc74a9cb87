import { randomBytes } from 'node:crypto';
import type { ServiceResponse } from '../../core/service';
import type { RequestHead } from '../../wire/http-request';
import type { Scene } from '../home/scene';
import { goTo } from '../page';
import { bucketPage, download, s3Home } from './s3';
import { start, startPage } from './start';
import { switchRole, switchRolePage } from './switch-role';
import { type BrowserSession, Visit } from './visit';

type Show = (visit: Visit) => Promise<ServiceResponse> | ServiceResponse;

/** What is asked for, and what is sent there with a form. */
const PAGES: Readonly<Record<string, { readonly get: Show; readonly post: Show }>> = {
  '/start': { get: startPage, post: start },
  '/switchrole': { get: switchRolePage, post: switchRole },
  '/s3/home': { get: s3Home, post: s3Home },
  '/s3/buckets': { get: bucketPage, post: bucketPage },
  '/s3/object': { get: download, post: download },
};

/** A client without cookies begins one with each request: the oldest ends, so that memory does not grow. */
const MOST_SESSIONS = 200;

/**
 * The browser's steps, in the paths and parameters of the real console: sign in, switch the role, S3's home, the bucket.
 * Every page asks AWS with the credentials of the browser's session, through the front door; none of them, nor any token
 * of a person's, is ever in a page.
 */
export class Console {
  /** By what the cookie holds; in memory, as all of the sandbox. */
  private readonly sessions = new Map<string, BrowserSession>();

  constructor(private readonly sandbox: Omit<Scene, 'grant'>) {}

  /** @param form what was sent with one of the pages' own */
  async answer(path: string, head: RequestHead, form?: URLSearchParams): Promise<ServiceResponse> {
    const { session, cookie } = this.sessionOf(head);
    const [, address = path, bucket = ''] = /^(\/s3\/(?:buckets|object))\/(.*)$/s.exec(path) ?? [];
    const show = PAGES[address]?.[form === undefined ? 'get' : 'post'];
    const isFirst = show === undefined || (session.own === undefined && address !== '/start');
    const visit = new Visit(head, form ?? new URLSearchParams(), session, bucket, this.sandbox);
    const answer = isFirst ? goTo('/start') : await show(visit);
    return { ...answer, headers: { ...answer.headers, ...(cookie && { 'set-cookie': cookie }) } };
  }

  /**
   * The session of a browser; a new one comes with the cookie to set.
   *
   * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie
   */
  private sessionOf({ headers }: RequestHead): { session: BrowserSession; cookie?: string } {
    // Cookies know no ports: two sandboxes beside each other must not take each other's.
    const name = `sandbox-console-${/:(\d+)$/.exec(headers.host ?? '')?.[1] ?? '80'}`;
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
    const [, known = ''] = pairs.find(([one]) => one === name) ?? [];
    const found = this.sessions.get(known);
    if (found !== undefined) return { session: found };
    const id = randomBytes(32).toString('base64url');
    const session = {};
    this.sessions.set(id, session);
    const [oldest] = this.sessions.keys();
    if (this.sessions.size > MOST_SESSIONS && oldest !== undefined) this.sessions.delete(oldest);
    return { session, cookie: `${name}=${id}; HttpOnly; SameSite=Strict; Path=/` };
  }
}
