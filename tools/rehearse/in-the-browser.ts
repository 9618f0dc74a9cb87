import type { Grant } from '../../lib/share/grant';
import { switchRoleLink } from '../../lib/share/console-links';
import { sayRehearseBrowser as say } from '../../words/say';
import type { Handoff } from '../handoff/handoff';
import type { VendorLogin } from '../sandbox/clients/vendor-login';
import type { Explained } from './explained';

export interface BrowserWalk {
  readonly grant: Grant;
  readonly handoff: Handoff;
  readonly login: VendorLogin;
  /** The sandbox's: `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly signal: AbortSignal;
}

/**
 * Step 10 of the walkthrough, over HTTP as a browser does it: the handoff's own links, with the sandbox's host.
 *
 * @throws Error where a page shows anything else than what was promised
 */
export async function inTheBrowser({
  grant,
  handoff,
  login,
  url,
  signal,
}: BrowserWalk): Promise<Explained[]> {
  const browser = new Browser(url, signal);
  const link = handoff.consoleLinks?.switchRole ?? switchRoleLink(grant);
  await browser.open(link); // asks first who one is
  const who = login.signedIn?.user.userId ?? login.borrower ?? '';
  await browser.submit('/start', { who: `${grant.index} ${who}` });
  if (login.signedIn !== undefined)
    await browser.submit('/start', { account: grant.accounts[0], role: grant.permissionSetName });
  const filledIn = ['account', 'roleName', 'displayName'].map(
    (name) => [name, browser.valueOf(name)] as const,
  );
  await browser.submit('/switchrole', Object.fromEntries(filledIn));
  if (handoff.consoleLinks === undefined) {
    browser.expectDenial('/switchrole', 'Invalid information in one or more fields.');
    return [[say('labelSwitchRole'), link, say('cannotSwitch')]];
  }
  browser.expectDenial('/s3/home', NO_LIST);
  const lines: Explained[] = [
    [say('labelSwitchRole'), link, say('switched', { arn: browser.found(/ data-arn="([^"]*)"/) ?? '' })],
    [say('labelHome'), NO_LIST, say('homeDenied')],
  ];
  for (const bucket of handoff.consoleLinks.bucket) lines.push(...(await inTheBucket(browser, bucket)));
  return lines;
}

const NO_LIST = "You don't have permissions to list buckets";

/** Lists it, and downloads the first object, in whichever folder that is. */
async function inTheBucket(browser: Browser, bucket: string): Promise<Explained[]> {
  await browser.open(bucket);
  browser.expectList();
  const listed: Explained = [say('labelBucket'), bucket, say('listed', { count: browser.rows })];
  const folder = /<td><a href="([^"]*)"/;
  const object = /<td><a class="btn" href="([^"]*)"/;
  for (
    let to = browser.found(folder);
    to !== undefined && !browser.found(object);
    to = browser.found(folder)
  ) {
    await browser.open(to);
    browser.expectList();
  }
  const path = browser.found(object);
  if (path === undefined) return [listed, [say('labelDownload'), say('nothingThere')]];
  const { status, disposition, size } = await browser.open(path);
  const [, name] = /filename\*=UTF-8''(\S+)/.exec(disposition) ?? [];
  if (status !== 200 || name === undefined) throw browser.unexpected();
  const file = `${decodeURIComponent(name)}: ${say('bytes', { count: size })}`;
  return [listed, [say('labelDownload'), file, say('downloaded')]];
}

/** What a browser does without a script: it keeps a cookie, follows redirects, and sends forms with what is hidden in them. */
class Browser {
  private cookie = '';
  private token = '';
  /** Of the page, or the file, that came last. */
  private path = '';
  private text = '';

  constructor(
    private readonly url: string,
    private readonly signal: AbortSignal,
  ) {}

  /** A path, or a link to AWS, whose host is left out. */
  open(link: string): Promise<Answer> {
    const { pathname, search } = new URL(link, this.url);
    return this.send(`${pathname}${search}`, {});
  }

  submit(path: string, form: Readonly<Record<string, string>>): Promise<Answer> {
    return this.send(path, { method: 'POST', body: new URLSearchParams({ token: this.token, ...form }) });
  }

  private async send(path: string, init: RequestInit): Promise<Answer> {
    const headers = { cookie: this.cookie, origin: this.url };
    const answer = await fetch(`${this.url}${path}`, {
      ...init,
      headers,
      redirect: 'manual',
      signal: this.signal,
    });
    const body = Buffer.from(await answer.arrayBuffer());
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    const location = answer.headers.get('location');
    if (location !== null) return this.open(location);
    this.path = path;
    this.text = body.toString('utf8');
    this.token = this.valueOf('token') || this.token;
    const disposition = answer.headers.get('content-disposition') ?? '';
    return { status: answer.status, disposition, size: body.length };
  }

  /** What stands in the page where the pattern has a group, or else all that matches. */
  found(pattern: RegExp): string | undefined {
    const match = pattern.exec(this.text);
    return match === null ? undefined : unescaped(match[1] ?? match[0]);
  }

  /** What a field of a form holds. */
  valueOf(name: string): string {
    return this.found(new RegExp(` name="${name}" value="([^"]*)"`)) ?? '';
  }

  get rows(): number {
    return this.text.split('<tr><td>').length - 1;
  }

  /** @throws Error unless this is that page, with AWS's words on it, and the denial is as promised */
  expectDenial(path: string, said: string): void {
    const isThere = this.path.startsWith(path) && unescaped(this.text).includes(said);
    if (!isThere || !this.text.includes(' data-verdict="as-promised"')) throw this.unexpected();
  }

  /** @throws Error unless it is the page of a bucket, and nothing is denied on it */
  expectList(): void {
    if (!this.path.startsWith('/s3/buckets/') || this.text.includes('<div class="panel'))
      throw this.unexpected();
  }

  unexpected(): Error {
    const parts = [/<h1>(.*?)<\/h1>/s, /<div class="panel.*?<\/div>/s].map((part) => this.found(part) ?? '');
    const saw = parts
      .join(' ')
      .replaceAll(/<[^>]*>|\s+/g, ' ')
      .replaceAll(/ +/g, ' ');
    return new Error(say('unexpected', { page: this.path, saw: saw.trim() }));
  }
}

interface Answer {
  readonly status: number;
  readonly disposition: string;
  /** In bytes. */
  readonly size: number;
}

/** The pages write `&`, `<`, `>` and quotes as numbers, and nothing else. */
const unescaped = (text: string): string =>
  text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
