import type { ServiceResponse } from '../../core/service';
import type { RequestHead } from '../../wire/http-request';
import type { Scene } from '../home/scene';
import { goTo } from '../page';
import { bucketPage, download } from './bucket';
import { BrowserSessions } from './browser-session';
import { s3Home } from './s3-home';
import { start, startPage } from './start';
import { switchRole, switchRolePage } from './switch-role';
import { Visit } from './visit';

type Show = (visit: Visit, bucket: string) => Promise<ServiceResponse> | ServiceResponse;

const ROUTES: Readonly<Record<string, { readonly get: Show; readonly post?: Show }>> = {
  '/start': { get: startPage, post: start },
  '/switchrole': { get: (visit) => switchRolePage(visit), post: switchRole },
  '/s3/home': { get: s3Home },
  '/s3/buckets': { get: bucketPage, post: bucketPage },
  '/s3/object': { get: download },
};

/**
 * The browser's steps, in the paths and parameters of the real console: sign in, switch the role, S3's home, the bucket.
 * Every page asks AWS with the credentials of the browser's session, through the front door; none of them, nor any token
 * of a person's, is ever in a page.
 */
export class Console {
  private readonly sessions = new BrowserSessions();

  constructor(private readonly sandbox: Omit<Scene, 'grant'>) {}

  /** @param form what was sent with one of the pages' own */
  async answer(path: string, head: RequestHead, form?: URLSearchParams): Promise<ServiceResponse> {
    const { session, cookie } = this.sessions.of(head);
    const visit = new Visit(head, form ?? new URLSearchParams(), session, this.sandbox);
    const [, address = path, bucket = ''] = /^(\/s3\/(?:buckets|object))\/(.*)$/s.exec(path) ?? [];
    const { get, post = get } = ROUTES[address] ?? { get: () => goTo('/start') };
    const answer = await (form === undefined ? get : post)(visit, bucket);
    return cookie === undefined
      ? answer
      : { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
  }
}
