import { parseArn } from './arn';
import { lowerAscii } from './glob';
import type { Policy } from './policy';
import type { AccessRequest, DeterminingStatement, Decision, PoliciesInForce, Reading } from './request';
import { matchPolicies, type PolicyGroup, type PolicyGroups } from './policy-groups';
import { isAbout, statementOutcome } from './statement-match';

/**
 * Decides one request. Pure, and total on what readPolicy lets through. What cannot be decided counts against access,
 * unless another reading is asked for.
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
export function decide(
  request: AccessRequest,
  policies: PoliciesInForce,
  reading: Reading = 'least',
): Decision {
  const { caller } = request;
  if (caller.kind !== 'anonymous' && lowerAscii(request.action) === 'sts:getcalleridentity')
    return allowed([]);

  const groups = matchPolicies(request, policies, reading);
  for (const group of [groups.identity, groups.boundary, groups.session, groups.resource]) {
    const by = group.denies[0];
    if (by) return { allowed: false, denial: { kind: 'explicit', in: group.type, by } };
  }
  const needsTrust = policies.resource?.kind === 'trust' || TRUST_ACTIONS.has(lowerAscii(request.action));
  if (caller.kind === 'root' && needsTrust) {
    return { allowed: false, denial: { kind: 'implicit', missing: 'resource', nearMisses: [] } };
  }

  const ways = waysToAllow(request, groups, needsTrust || isKmsKey(request.resource));
  const open = ways.filter((way) => way.every((group) => group.allows.length > 0));
  if (open.length > 0) return allowed(open.flat().flatMap((group) => group.allows));
  const lacking = ways[0].find((group) => group.allows.length === 0) ?? groups.resource;
  return {
    allowed: false,
    denial: { kind: 'implicit', missing: lacking.type, nearMisses: lacking.nearMisses() },
  };
}

/** The statements about a request of which it cannot be told whether they apply. */
export function undecidedStatements(
  request: AccessRequest,
  policies: PoliciesInForce,
): DeterminingStatement[] {
  return inForce(policies).flatMap((policy) =>
    policy.statements
      .filter((statement) => statementOutcome(statement, request) === 'undecided')
      .map((statement) => ({ policy, statement })),
  );
}

/** The condition keys, in lower case, that a decision can hang on: of all statements about this request. */
export function keysThatCount(request: AccessRequest, policies: PoliciesInForce): Set<string> {
  const about = inForce(policies).flatMap(({ statements }) =>
    statements.filter((one) => isAbout(one, request)),
  );
  return new Set(about.flatMap(({ conditions }) => conditions.map(({ key }) => key)));
}

function inForce({ identity, boundary, session = [], resource }: PoliciesInForce): Policy[] {
  return [...identity, ...session, ...[boundary, resource].filter((one) => one !== undefined)];
}

const TRUST_ACTIONS = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setsourceidentity',
  'sts:tagsession',
]);

function allowed(statements: readonly DeterminingStatement[]): Decision {
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
  groups: PolicyGroups,
  resourceMustAllow: boolean,
): readonly [readonly PolicyGroup[], ...(readonly PolicyGroup[])[]] {
  const { identity, boundary, session, resource } = groups;
  if (!('account' in caller)) return [[resource]];

  const limits = [boundary, session].filter((group) => group.inForce);
  const own = caller.kind === 'root' ? [] : [identity, ...limits];
  const otherAccount = caller.account !== resourceAccount;
  if (otherAccount) return [[...own, resource]];

  const onItsOwn = resourceMustAllow ? [...own, resource] : own;
  const named = new Set(resource.allows.map((allow) => allow.as));
  if (named.has('direct')) return [[resource], onItsOwn];
  if (named.has('role')) return [[...limits, resource], onItsOwn];
  return [onItsOwn];
}
