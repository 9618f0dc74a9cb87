import { parseArn } from './arn';
import { lowerAscii } from './glob';
import type { Policy, Statement } from './policy';
import { consult, type Side, type Sides } from './sides';
import { isAbout } from './statement-match';

export { denialMessage } from './denial-message';

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
  | { readonly kind: 'anonymous' };

/** Condition keys (lower case) with their values; a key that the request lacks is absent here. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

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
 * What was decided and who is to blame.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export type Decision =
  | { readonly allowed: true; readonly by: readonly Blame[] }
  | { readonly allowed: false; readonly denial: Denial };

export type Denial =
  /** A Deny statement matched. */
  | { readonly kind: 'explicit'; readonly in: PolicyRole; readonly by: Blame }
  /** No policy in this role allows it. */
  | {
      readonly kind: 'implicit';
      readonly missing: PolicyRole;
      /** Allow statements that came closest, and the first thing about them that did not match. */
      readonly nearMisses: readonly NearMiss[];
    };

/** The part that a policy plays in one request. `resource` covers trust policies too. */
export type PolicyRole = 'identity' | 'boundary' | 'session' | 'resource';

export interface Blame {
  readonly policy: Policy;
  readonly statement: Statement;
}

export interface NearMiss extends Blame {
  /** `principal`, `action`, `resource`, or `condition StringEquals sts:externalid: wanted "x", got nothing` (keys in lower case) */
  readonly because: string;
}

/**
 * Decides one request. Pure, and total on what parsePolicy let through.
 *
 * - A Deny that applies, in any policy, decides.
 * - Another account's resource: the caller's account must allow it, and the resource policy must name the caller or
 *   the caller's account.
 * - The same account: either is enough. Naming the account alone leaves it to the identity policies. What the
 *   resource policy gives to a user or session directly (or to everyone), neither boundary nor session policy limits;
 *   what it gives to a role's ARN, they do.
 * - Trust policies (and the STS actions that need one) must always allow.
 * - sts:GetCallerIdentity needs no permission and cannot be denied; root users cannot assume roles.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export function decide(request: AccessRequest, policies: PoliciesInForce): Decision {
  const { caller } = request;
  if (caller.kind !== 'anonymous' && lowerAscii(request.action) === 'sts:getcalleridentity')
    return allowed([]);

  const sides = consult(request, policies);
  for (const side of [sides.identity, sides.boundary, sides.session, sides.resource]) {
    const by = side.denies[0];
    if (by) return { allowed: false, denial: { kind: 'explicit', in: side.role, by } };
  }
  const needsTrust = policies.resource?.kind === 'trust' || TRUST_ACTIONS.has(lowerAscii(request.action));
  if (caller.kind === 'root' && needsTrust) {
    return { allowed: false, denial: { kind: 'implicit', missing: 'resource', nearMisses: [] } };
  }

  const ways = waysToAllow(request, sides, needsTrust || isKmsKey(request.resource));
  const open = ways.filter((way) => way.every((side) => side.allows.length > 0));
  if (open.length > 0) return allowed(open.flat().flatMap((side) => side.allows));
  const lacking = ways[0].find((side) => side.allows.length === 0) ?? sides.resource;
  return {
    allowed: false,
    denial: { kind: 'implicit', missing: lacking.role, nearMisses: lacking.nearMisses() },
  };
}

/** The condition keys, in lower case, that a decision can hang on: of all statements about this request. */
export function keysThatCount(
  request: AccessRequest,
  { identity, boundary, session = [], resource }: PoliciesInForce,
): Set<string> {
  const policies = [...identity, ...session, ...[boundary, resource].filter((one) => one !== undefined)];
  const about = policies.flatMap(({ statements }) => statements.filter((one) => isAbout(one, request)));
  return new Set(about.flatMap(({ conditions }) => conditions.map(({ key }) => key)));
}

const TRUST_ACTIONS = new Set(['sts:assumerole', 'sts:tagsession', 'sts:setsourceidentity']);

function allowed(statements: readonly Blame[]): Decision {
  const once = new Map(statements.map(({ policy, statement }) => [statement, { policy, statement }]));
  return { allowed: true, by: [...once.values()] };
}

/** Access to a key is decided by its key policy, as access to a role is by its trust policy. */
function isKmsKey(resource: string): boolean {
  const arn = parseArn(resource);
  return arn?.service === 'kms' && arn.resource.startsWith('key/');
}

/** Each way lists who must allow; one way is enough. The first is the one to explain when none is open. */
function waysToAllow(
  { caller, resourceAccount }: AccessRequest,
  sides: Sides,
  resourceMustAllow: boolean,
): readonly [readonly Side[], ...(readonly Side[])[]] {
  const { identity, boundary, session, resource } = sides;
  if (caller.kind === 'service' || caller.kind === 'anonymous') return [[resource]];

  const limits = [boundary, session].filter((side) => side.inForce);
  const own = caller.kind === 'root' ? [] : [identity, ...limits];
  const otherAccount = caller.account !== resourceAccount;
  if (otherAccount) return [[...own, resource]];

  const onItsOwn = resourceMustAllow ? [...own, resource] : own;
  const named = new Set(resource.allows.map((allow) => allow.as));
  if (named.has('direct')) return [[resource], onItsOwn];
  if (named.has('role')) return [[...limits, resource], onItsOwn];
  return [onItsOwn];
}
