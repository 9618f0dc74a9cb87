import { sayProofClaims as say } from '../../../words/say';
import { readPolicy as read, unknownPolicy } from '../../iam/parse-policy';
import type { PolicyKind } from '../../iam/policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import { cannotJudge, type Finding } from '../report/finding';
import type { ClaimId } from '../report/report';
import type { FoundPolicy, IdentityPolicies, LocatedPolicy, Origin } from '../templates/inventory';

/** A policy without value cannot be read at all, and the findings say why; else they say what is read both ways. */
export interface Reading<T> {
  readonly value?: T;
  readonly findings: readonly Finding[];
}

/** @param claims that hang on it */
export function readPolicy(
  { name, document, origin }: FoundPolicy,
  kind: PolicyKind,
  claims: readonly ClaimId[],
): Reading<LocatedPolicy> {
  try {
    const { policy, unmodelled } = read(document, kind, name);
    const findings = unmodelled.map((part) => bothWays(say('partOfPolicy', { part, policy: name })));
    return { value: { ...policy, origin }, findings };
  } catch (error) {
    if (!(error instanceof UnsupportedPolicyError)) throw error;
    return {
      findings: error.problems.map((problem) =>
        cannotJudge(say('policyProblem', { policy: name, problem }), origin, claims),
      ),
    };
  }
}

export interface IdentityInForce {
  readonly identity: readonly LocatedPolicy[];
  readonly boundary?: LocatedPolicy;
}

/** What an identity's policies say. A policy or boundary whose text is not known may say anything. */
export function readIdentity(
  {
    policies,
    boundary,
    unknownPolicies,
    laterPolicies = [],
    origin,
  }: IdentityPolicies & { readonly origin: Origin },
  claims: readonly ClaimId[],
): Reading<IdentityInForce> {
  const known = policies.map((found) => readPolicy(found, 'identity', claims));
  const unknown = [
    ...unknownPolicies.map((arn) => readUnknown(arn, origin)),
    ...laterPolicies.map(({ name, why }) =>
      readUnknown(name, origin, say('textNotKnown', { policy: name, problem: why })),
    ),
  ];
  const limit =
    boundary &&
    ('document' in boundary
      ? readPolicy(boundary, 'identity', claims)
      : readUnknown(boundary.unknownPolicy, origin, boundary.why));
  const readings = [...known, ...unknown];
  const findings = [...readings, ...(limit ? [limit] : [])].flatMap((one) => one.findings);
  const identity = readings.flatMap(({ value }) => value ?? []);
  if (identity.length < readings.length || (limit && !limit.value)) return { findings };
  return { value: { identity, ...(limit?.value && { boundary: limit.value }) }, findings };
}

function readUnknown(
  name: string,
  origin: Origin,
  why = say('textNotInTemplates', { policy: name }),
): Reading<LocatedPolicy> {
  return { value: { ...unknownPolicy(name, why), origin }, findings: [bothWays(why)] };
}

function bothWays(what: string): Finding {
  return { kind: 'read both ways', what };
}
