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
  /** Of a managed one, where it is known. */
  readonly arn?: string;
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
  /** Parts that this library cannot decide: they are read both ways. Absent where there are none, as with parsePolicy. */
  readonly unmodelled?: readonly Unmodelled[];
}

/** A part of a statement that AWS understands and this library does not. */
export interface Unmodelled {
  /** `everything`: nothing is known of the statement but its effect. */
  readonly part: 'principal' | 'action' | 'resource' | 'condition' | 'everything';
  /** `Condition.BinaryEquals is not modelled` */
  readonly what: string;
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
  | { readonly type: 'service'; readonly service: string }
  /** `{"Federated": …}`: the ARN of a SAML or OIDC provider, or the host of one of AWS's own (`accounts.google.com`). */
  | { readonly type: 'federated'; readonly provider: string }
  /** The unique id (`AROA…`, `AIDA…`) that a live policy shows where a role or user was deleted: nobody has it any more. */
  | { readonly type: 'gone'; readonly id: string };

export interface Condition {
  /** The operator without its `IfExists`, in AWS's own spelling: `StringLike`, `DateLessThan`. */
  readonly operator: ConditionOperator;
  readonly ifExists: boolean;
  /** Of a key with several values: whether all of them or any of them must pass. */
  readonly set?: 'ForAllValues' | 'ForAnyValue';
  /** As {@link conditionKey} writes it. */
  readonly key: string;
  /**
   * One must match (for negated operators: none may). JSON numbers and booleans arrive as strings; policy variables
   * (`${aws:PrincipalAccount}`) stand as they are.
   */
  readonly values: readonly string[];
}
