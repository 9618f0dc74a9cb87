import type { Policy, Statement } from './policy';

/**
 * Who asks. `account` is 12 digits.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type Caller =
  | { readonly kind: 'root'; readonly account: string }
  | { readonly kind: 'user'; readonly account: string; readonly arn: string }
  | {
      readonly kind: 'role-session';
      readonly account: string;
      /** `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION` */
      readonly arn: string;
      /** `arn:aws:iam::ACCOUNT:role/PATH/NAME` */
      readonly roleArn: string;
    }
  | { readonly kind: 'service'; readonly service: string }
  /** Somebody whom an identity provider vouches for, with `sts:AssumeRoleWithSAML` or `…WithWebIdentity`. */
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'anonymous' };

/**
 * How to read what cannot be decided. `most`: every Allow applies and no Deny does. `least`: the reverse.
 *
 * Both are decided statement by statement, by Effect: reading an unknown condition as true everywhere would also make its
 * Denies apply.
 */
export type Reading = 'most' | 'least';

/**
 * Condition keys (as `conditionKey` writes them) with their values; a key that the request lacks is absent here, and one of
 * which it is not known whether the request has it, and with what value, is null.
 */
export type Context = Readonly<Record<string, string | readonly string[] | null>>;

export interface AccessRequest {
  readonly caller: Caller;
  /** `s3:GetObject`; matched without regard to case. */
  readonly action: string;
  /** A full ARN, or `*` for actions that have no resource. */
  readonly resource: string;
  /** The account that owns the resource, 12 digits. S3 ARNs do not say, so the caller must. */
  readonly resourceAccount: string;
  readonly context: Context;
}

/** Every policy that has a say in one request. An empty list grants nothing. */
export interface PoliciesInForce {
  /** Of the caller: inline and managed. */
  readonly identity: readonly Policy[];
  /** Of the caller; absent means no boundary. */
  readonly boundary?: Policy;
  /** Passed to AssumeRole; absent means none was passed. */
  readonly session?: readonly Policy[];
  /** Of the resource: its resource policy, or the role's trust policy for sts:AssumeRole. */
  readonly resource?: Policy;
}

/**
 * What was decided, and the statements that determined it.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export type Decision =
  | { readonly allowed: true; readonly by: readonly DeterminingStatement[] }
  | { readonly allowed: false; readonly denial: Denial };

export type Denial =
  /** A Deny statement matched. */
  | { readonly kind: 'explicit'; readonly in: PolicyType; readonly by: DeterminingStatement }
  /** No policy of this type allows it. */
  | {
      readonly kind: 'implicit';
      readonly missing: PolicyType;
      /** Allow statements that came closest, and the first thing about them that did not match. */
      readonly nearMisses: readonly NearMiss[];
    };

/** The part that a policy plays in one request. `resource` covers trust policies too. */
export type PolicyType = 'identity' | 'boundary' | 'session' | 'resource';

export interface DeterminingStatement {
  readonly policy: Policy;
  readonly statement: Statement;
}

export interface NearMiss extends DeterminingStatement {
  /** `principal`, `action`, `resource`, or `condition StringEquals sts:externalid: wanted "x", got nothing` (keys in lower case) */
  readonly because: string;
}
