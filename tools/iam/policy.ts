/**
 * What a policy document says, parsed: nothing that this library does not model gets past {@link parsePolicy}.
 *
 * Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

/** An identity policy (also a boundary or a session policy) has no Principal; the other two must have one. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

export interface Policy {
  readonly kind: PolicyKind;
  /** What a person calls this policy, for blame: `VendorS3AccessPolicy`, `trust policy of VendorAccessRole`. */
  readonly name: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** Place in the document, from 0, for blame where there is no Sid. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** Absent in identity policies. */
  readonly principals?: readonly PrincipalPattern[];
  readonly action: PatternList;
  /** Absent in trust policies. */
  readonly resource?: PatternList;
  /** All must hold. */
  readonly conditions: readonly Condition[];
}

/** `Action` is `negated: false`, `NotAction` is `negated: true`; the same for Resource. */
export interface PatternList {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

export type PrincipalPattern =
  /** `"*"` or `{"AWS": "*"}`: everyone, the anonymous included. */
  | { readonly type: 'everyone' }
  /** `{"AWS": "111111111111"}` or its `:root` ARN: everyone whom that account lets. */
  | { readonly type: 'account'; readonly account: string }
  /** The ARN of one user, role or role session. */
  | { readonly type: 'arn'; readonly arn: string; readonly account: string }
  /** `{"Service": "lambda.amazonaws.com"}`. */
  | { readonly type: 'service'; readonly service: string };

export interface Condition {
  /** The operator without its `IfExists`, in AWS's own spelling: `StringLike`, `DateLessThan`. */
  readonly operator: ConditionOperator;
  readonly ifExists: boolean;
  /** In lower case: condition keys match without regard to case. */
  readonly key: string;
  /** One must match (for negated operators: none may). JSON numbers and booleans arrive as strings. */
  readonly values: readonly string[];
}

export const CONDITION_OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Bool',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'IpAddress',
  'NotIpAddress',
  'Null',
] as const;

export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

/** A policy that this library does not fully understand. It refuses rather than guesses; all problems at once. */
export class UnsupportedPolicyError extends Error {
  constructor(
    readonly policyName: string,
    /** One sentence each: where, what was found, what would be understood. */
    readonly problems: readonly string[],
  ) {
    super(`${policyName}: ${problems.join('; ')}`);
    this.name = 'UnsupportedPolicyError';
  }
}

/**
 * Reads a policy document (parsed JSON, not text).
 *
 * @throws UnsupportedPolicyError for anything malformed, misspelt or not modelled, by name
 */
export function parsePolicy(_document: unknown, _kind: PolicyKind, _name: string): Policy {
  throw new Error('to be built');
}
