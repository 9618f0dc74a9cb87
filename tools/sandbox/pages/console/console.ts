import { saySandboxConsole as say } from '../../../../words/say';
import type { ServiceResponse } from '../../core/service';
import type { ReadBody, RequestHead } from '../../wire/http-request';
import type { Pages } from '../page-door';
import { BrowserSessions, isOwnForm, setCookie } from './browser-session';
import { bucketPage, download } from './bucket';
import type { ConsoleApi } from './console-api';
import { s3Home } from './s3-home';
import { mainLink, panel, shown } from './screen';
import { start, startPage } from './start';
import { switchRole, switchRolePage } from './switch-role';
import { Visit } from './visit';

/**
 * The browser's steps, in the paths and parameters of the real console: sign in, switch the role, S3's home, the bucket.
 * Every page asks AWS with the credentials of the browser's session, through the front door; none of them, nor any token
 * of a person's, is ever in a page.
 */
export function consolePages(api: ConsoleApi): Pages {
  const sessions = new BrowserSessions(() => api.seeded.world.now());
  return {
    has: (path) => routeOf(path) !== undefined,
    async answer(head, readBody): Promise<ServiceResponse> {
      const known = sessions.find(head);
      const session = known ?? sessions.open();
      const answer = await answerOf(
        new Visit(head, session, api, await formOf(head, readBody)),
        known !== undefined,
      );
      if (known !== undefined) return answer;
      return { ...answer, headers: { ...answer.headers, 'set-cookie': setCookie(session, head) } };
    },
  };
}

interface Route {
  readonly get: (visit: Visit, bucket: string) => Promise<ServiceResponse> | ServiceResponse;
  readonly post?: Route['get'];
}

const ROUTES: readonly (readonly [path: RegExp, route: Route])[] = [
  [/^\/start$/, { get: startPage, post: start }],
  [/^\/switchrole$/, { get: (visit) => switchRolePage(visit), post: switchRole }],
  [/^\/s3\/home$/, { get: s3Home }],
  [/^\/s3\/buckets\/([^/]+)$/, { get: bucketPage, post: bucketPage }],
  [/^\/s3\/object\/([^/]+)$/, { get: download }],
];

function routeOf(path: string): { readonly route: Route; readonly bucket: string } | undefined {
  for (const [pattern, route] of ROUTES) {
    const match = pattern.exec(path);
    if (match !== null) return { route, bucket: match[1] ?? '' };
  }
  return undefined;
}

async function answerOf(visit: Visit, isKnown: boolean): Promise<ServiceResponse> {
  const { route, bucket = '' } = routeOf(decodeURIComponent(visit.head.rawPath)) ?? {};
  const isPost = visit.head.method === 'POST';
  if (isPost && !(isKnown && isOwnForm(visit.session, visit.form))) return oldForm(visit);
  const action = isPost ? route?.post : route?.get;
  return action === undefined ? oldForm(visit) : action(visit, bucket);
}

/** What no form is as long as its own. */
const FORM_LIMIT = 16 * 1024;

async function formOf({ method }: RequestHead, readBody: ReadBody): Promise<URLSearchParams> {
  if (method !== 'POST') return new URLSearchParams();
  return new URLSearchParams((await readBody(FORM_LIMIT))?.toString('utf8') ?? '');
}

/** Made for another session, or for none: whatever it asks for is not done. */
function oldForm(visit: Visit): ServiceResponse {
  const old = panel(visit, 'if', visit.say('form-old'), undefined);
  const body = [old, mainLink('/start', visit.say('step.start'))];
  return shown(visit, { step: 1, title: () => say('failed.title'), body, status: 403 });
}
