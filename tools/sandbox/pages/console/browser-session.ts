import { randomBytes } from 'node:crypto';
import type { Credential } from '../../core/identities';
import type { RequestHead } from '../../wire/http-request';
import type { Someone } from './people';

/** Somebody with credentials: oneself, or the borrowed role. The credentials never leave the server. */
export interface Identity {
  /** What a person calls it: a user name, a display name. */
  readonly name: string;
  /** The permission set, or the role. @default - who that is */
  readonly detail: string | undefined;
  /** What `sts:GetCallerIdentity` answered. */
  readonly arn: string;
  readonly credential: Credential;
}

/** One browser: who it is, and as whom it acts at the moment. */
export interface BrowserSession {
  someone?: Someone;
  /** Of a person in Identity Center. */
  portalToken?: string;
  own?: Identity;
  /** Rests the own permissions as long as it is there. */
  role?: Identity & { readonly roleArn: string };
  /** Where somebody wanted to go who had not signed in. */
  wanted?: string;
}

/** In memory, as all of the sandbox: those of the latest two hundred browsers. */
export class BrowserSessions {
  /** By what the cookie holds. */
  private readonly byId = new Map<string, BrowserSession>();

  /**
   * The session of a browser; a new one comes with the cookie to set.
   *
   * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie
   */
  of({ headers }: RequestHead): { readonly session: BrowserSession; readonly cookie?: string } {
    // Cookies know no ports: two sandboxes beside each other must not take each other's.
    const name = `sandbox-console-${/:(\d+)$/.exec(headers.host ?? '')?.[1] ?? '80'}`;
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
    const [, known = ''] = pairs.find(([one]) => one === name) ?? [];
    const found = this.byId.get(known);
    if (found !== undefined) return { session: found };
    const id = randomBytes(32).toString('base64url');
    const session = {};
    this.byId.set(id, session);
    const [oldest] = this.byId.keys();
    if (this.byId.size > 200 && oldest !== undefined) this.byId.delete(oldest);
    return { session, cookie: `${name}=${id}; HttpOnly; SameSite=Strict; Path=/` };
  }
}
