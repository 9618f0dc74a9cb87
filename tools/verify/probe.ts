import { sayProbe } from '../../words/say';
import type { Grant } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import type { AwsClients } from './aws-clients';

/** One authorization step on the way from a person to the data. */
export type Hop = 'sign in' | 'assume the role' | 'use S3' | 'use IAM';

/** One call whose outcome is known beforehand. */
export interface Probe {
  /** Stable, for programs: `put-object`. */
  readonly id: string;
  readonly hop: Hop;
  /** Whose keys it is tried with. */
  readonly as: 'user' | 'borrower';
  /** What it tries, as a person would say it. */
  readonly title: string;
  /** The permission that it asks for: `s3:PutObject`. */
  readonly action: string;
  readonly expect: Expectation;
  /** Why that is the right outcome. */
  readonly why: string;
  /** Why nothing is changed, even if a forbidden one should be allowed. */
  readonly harmless: string;
  /** AWS answers it without a body, so that a failure does not say why. */
  readonly silent?: true;
  /** @returns what was seen, for the report */
  run(clients: AwsClients, signal: AbortSignal): Promise<string>;
}

export type Expectation =
  | { readonly outcome: 'success' }
  /** AWS must answer with exactly one of these codes. */
  | {
      readonly outcome: 'error';
      readonly codes: readonly string[];
      /** Codes that AWS only gives to someone who got past authorization: then it was allowed. */
      readonly lateCodes: readonly string[];
    };

export interface ProbeSubject {
  readonly grant: Grant;
  readonly share: Share;
  /** Random: names a key, version, user and policy that nobody has. 16 letters and digits. */
  readonly nonce: string;
  /** Of the company's bootstrap stack, whose bucket is one more of the company's. @default 'hnb659fds' */
  readonly qualifier?: string;
}

export const onlyReads = (): string => sayProbe('harmless.only-reads');

export function borrowerProbe(id: string, hop: Hop, title: string, action: string) {
  return { id, hop, title, action, as: 'borrower' as const, harmless: onlyReads() };
}

export function works(id: string, hop: Hop, title: string, action: string) {
  return { ...borrowerProbe(id, hop, title, action), expect: { outcome: 'success' } as const };
}

export function denied(id: string, hop: Hop, title: string, action: string, lateCodes: string[] = []) {
  return { ...borrowerProbe(id, hop, title, action), expect: errors(['AccessDenied'], lateCodes) };
}

export function errors(codes: string[], lateCodes: string[]): Expectation {
  return { outcome: 'error', codes, lateCodes };
}

/** Where a shared object could be, so that a role which may write there only is found out, too. */
export function probeKey(prefixes: readonly string[], nonce: string): string {
  return `${prefixes[0] ?? ''}vendor-share-probe-${nonce}`;
}
