import { parsePolicy } from '../../iam/parse-policy';
import type { Policy, PolicyKind } from '../../iam/policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import { cannotJudge, type UnjudgedFinding } from '../report/finding';
import type { ClaimId } from '../report/report';
import type { FoundPolicy, IdentityPolicies, LocatedPolicy, Origin } from '../templates/inventory';

/** A policy without value holds something that is not modelled, and `unjudged` says what. */
export interface Reading<T> {
  readonly value?: T;
  readonly unjudged: readonly UnjudgedFinding[];
}

/** @param claims that hang on it */
export function readPolicy(
  { name, document, origin }: FoundPolicy,
  kind: PolicyKind,
  claims: readonly ClaimId[],
): Reading<LocatedPolicy> {
  try {
    const policy = parsePolicy(document, kind, name);
    const wide = patternsOfUnknownReach(policy).map((pattern) =>
      cannotJudge(
        `${name}: Resource "${pattern}" has a wildcard before the last part of the ARN. Spell that part out.`,
        origin,
        claims,
      ),
    );
    return { ...(wide.length === 0 && { value: { ...policy, origin } }), unjudged: wide };
  } catch (error) {
    if (!(error instanceof UnsupportedPolicyError)) throw error;
    return { unjudged: error.problems.map((problem) => cannotJudge(`${name}: ${problem}.`, origin, claims)) };
  }
}

export interface IdentityInForce {
  readonly identity: readonly LocatedPolicy[];
  readonly boundary?: LocatedPolicy;
}

/** What an identity's policies say. */
export function readIdentity(
  { policies, boundary, unknownPolicies, origin }: IdentityPolicies & { readonly origin: Origin },
  name: string,
  claims: readonly ClaimId[],
): Reading<IdentityInForce> {
  const readings = policies.map((found) => readPolicy(found, 'identity', claims));
  const unknown = [
    ...unknownPolicies,
    ...(boundary && 'unknownPolicy' in boundary ? [boundary.unknownPolicy] : []),
  ].map((arn) => cannotJudge(`${name} carries ${arn}, whose text is not in the templates.`, origin, claims));
  const limit = boundary && 'document' in boundary ? readPolicy(boundary, 'identity', claims) : undefined;
  const problems = [...readings.flatMap((one) => one.unjudged), ...unknown, ...(limit?.unjudged ?? [])];
  if (problems.length > 0) return { unjudged: problems };
  const identity = readings.flatMap(({ value }) => value ?? []);
  return { value: { identity, ...(limit?.value && { boundary: limit.value }) }, unjudged: [] };
}

/**
 * Resources with a wildcard in the region or account. AWS says that a `*` there can reach beyond the colon, but not when
 * it does: so none is judged.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
function patternsOfUnknownReach({ statements }: Policy): string[] {
  const patterns = statements.flatMap(({ resource }) => resource?.patterns ?? []);
  return patterns.filter(
    (pattern) => pattern !== '*' && /[*?]/.test(pattern.split(':').slice(0, 5).join(':')),
  );
}
