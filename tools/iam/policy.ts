import type { ConditionOperator } from './condition-operators';

/**
 * What a policy document says, parsed: nothing that this library does not model gets past parsePolicy.
 *
 * Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

/** An identity policy (also a boundary or a session policy) has no Principal; the other two must have one. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

export interface Policy {
  readonly kind: PolicyKind;
  /** What a person calls this policy: `VendorS3AccessPolicy`, `trust policy of VendorAccessRole`. */
  readonly name: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** Place in the document, from 0: its name where there is no Sid. */
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
