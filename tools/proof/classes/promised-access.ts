import type { AccessRequest } from '../../iam/request';
import type { PromisedLines } from './condition-classes';
import type { Language } from './language';

/**
 * What was promised about one kind of request: a plain predicate, and the lines that it draws through the requests, so
 * that no class of requests has some that are promised and some that are not.
 */
export interface PromisedAccess {
  readonly callers: readonly Language[];
  readonly actions: readonly string[];
  readonly resources: readonly Language[];
  /** By condition key, in lower case. */
  readonly lines: Readonly<Record<string, PromisedLines>>;
  answer(request: AccessRequest): Answer;
}

export type Answer =
  | { readonly says: 'allowed' }
  | { readonly says: 'denied'; readonly because: Because }
  /** Nothing was promised either way; `why` it makes no difference. */
  | { readonly says: 'either'; readonly why: string }
  /** It is not known whether it was promised; `what` is not known, as a sentence. */
  | { readonly says: 'unknown'; readonly what: string };

export interface Because {
  readonly part: 'caller' | 'action' | 'resource' | 'condition';
  /** The rule that it breaks, as a sentence. Said only for the few requests that are told. */
  promised(): string;
  /** What to do about it, where that is not to change the statement that allowed it. */
  change?(): string;
}
