import { randomBytes } from 'node:crypto';
import type { Credential } from '../../core/identities';
import type { RequestHead } from '../../wire/http-request';
import { isSameSecret } from '../../wire/signature';
import type { Someone } from './people';

/** Somebody with credentials: oneself, or the borrowed role. The credentials never leave the server. */
export interface Identity {
  /** What a person calls it: a user name, a display name. */
  readonly name: string;
  /** The permission set, or the role. @default - who that is */
  readonly detail?: string;
  /** 12 digits. */
  readonly account: string;
  /** What `sts:GetCallerIdentity` answered. */
  readonly arn: string;
  readonly credential: Credential;
}

export interface BorrowedRole extends Identity {
  readonly roleArn: string;
}

/** One browser: who it is, and as whom it acts at the moment. */
export interface BrowserSession {
  /** In the cookie. */
  readonly id: string;
  /** In each form: who has only the cookie sends none. */
  readonly formToken: string;
  expiresAt: Date;
  someone?: Someone;
  /** Of a person in Identity Center. */
  portalToken?: string;
  own?: Identity;
  /** Rests the own permissions as long as it is there. */
  role?: BorrowedRole;
  /** Where somebody wanted to go who had not signed in. */
  wanted?: string;
}

/** In memory, as all of the sandbox; a browser that stays away for eight hours is forgotten. */
export class BrowserSessions {
  private readonly byId = new Map<string, BrowserSession>();

  constructor(private readonly now: () => Date) {}

  find(head: RequestHead): BrowserSession | undefined {
    const found = this.byId.get(cookieOf(head));
    if (found === undefined || found.expiresAt <= this.now()) return undefined;
    found.expiresAt = this.inEightHours();
    return found;
  }

  open(): BrowserSession {
    const session = { id: secret(), formToken: secret(), expiresAt: this.inEightHours() };
    this.byId.set(session.id, session);
    const [oldest] = this.byId.keys();
    if (this.byId.size > 200 && oldest !== undefined) this.byId.delete(oldest);
    return session;
  }

  private inEightHours(): Date {
    return new Date(this.now().getTime() + 8 * 3_600_000);
  }
}

/** https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie */
export function setCookie({ id }: BrowserSession, head: RequestHead): string {
  return `${cookieName(head)}=${id}; HttpOnly; SameSite=Strict; Path=/`;
}

/** Whether a form was made for this session. */
export function isOwnForm({ formToken }: BrowserSession, form: URLSearchParams): boolean {
  return isSameSecret(Buffer.from(formToken), Buffer.from(form.get('token') ?? ''));
}

/** Cookies know no ports: two sandboxes beside each other must not take each other's. */
const cookieName = ({ headers }: RequestHead): string =>
  `sandbox-console-${/:(\d+)$/.exec(headers.host ?? '')?.[1] ?? '80'}`;

function cookieOf(head: RequestHead): string {
  const pairs = (head.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const start = `${cookieName(head)}=`;
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length) ?? '';
}

const secret = (): string => randomBytes(32).toString('base64url');
