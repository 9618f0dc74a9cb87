import { parsePolicy } from '../iam/parse-policy';
import type { Policy, PolicyKind } from '../iam/policy';
import { UnsupportedPolicyError } from '../iam/unsupported-policy-error';
import { MixedComparisonsError } from './classes/condition-classes';
import { type Door, examine, type Surprise } from './classes/request-classes';
import { TooLargeError } from './classes/too-large';
import type { FoundPolicy, IdentityPolicies, Origin, Unjudged } from './templates/inventory';
import type { ClaimId, Failure } from './report/report';

/** What is gathered while the statements are proved one after the other. */
export class ProofRun {
  failures: readonly Failure[] = [];
  readonly refusals: Unjudged[] = [];
  readonly notProved: string[] = [];
  /** Where each parsed policy was found. */
  readonly origins = new Map<Policy, Origin>();
  private readonly counts = new Map<ClaimId, number>();
  private readonly unjudged = new Set<ClaimId>();
  private readonly parsed = new Map<FoundPolicy, Policy | undefined>();

  classesOf(claim: ClaimId): number {
    return this.counts.get(claim) ?? 0;
  }

  isUnjudged(claim: ClaimId): boolean {
    return this.unjudged.has(claim);
  }

  count(claim: ClaimId, classes: number): void {
    this.counts.set(claim, this.classesOf(claim) + classes);
  }

  fail(...failures: readonly Failure[]): void {
    this.failures = [...this.failures, ...failures];
  }

  /** A policy that could not be read may deny what looks allowed, or allow what looks missing. */
  forgetWhatDependsOnUnreadPolicies(): void {
    this.failures = this.failures.filter(({ claim, kind }) => claim !== 'borrowers' && kind !== 'missing');
  }

  refuse(what: string, origin: Origin | undefined, ...claims: readonly ClaimId[]): void {
    if (!this.refusals.some((known) => known.what === what && known.origin === origin)) {
      this.refusals.push({ what, ...(origin && { origin }) });
    }
    for (const claim of claims) this.unjudged.add(claim);
  }

  /** Undefined, and refused, if it holds anything that is not modelled. */
  parse(found: FoundPolicy, kind: PolicyKind, ...claims: readonly ClaimId[]): Policy | undefined {
    if (!this.parsed.has(found)) this.parsed.set(found, this.parseAnew(found, kind, claims));
    const policy = this.parsed.get(found);
    if (!policy) for (const claim of claims) this.unjudged.add(claim);
    return policy;
  }

  private parseAnew(found: FoundPolicy, kind: PolicyKind, claims: readonly ClaimId[]): Policy | undefined {
    try {
      const policy = parsePolicy(found.document, kind, found.name);
      this.origins.set(policy, found.origin);
      const wide = patternsOfUnknownReach(policy);
      for (const pattern of wide) {
        const what = `${found.name}: Resource "${pattern}" has a wildcard before the last part of the ARN. Spell that part out.`;
        this.refuse(what, found.origin, ...claims);
      }
      return wide.length === 0 ? policy : undefined;
    } catch (error) {
      if (!(error instanceof UnsupportedPolicyError)) throw error;
      for (const problem of error.problems)
        this.refuse(`${found.name}: ${problem}.`, found.origin, ...claims);
      return undefined;
    }
  }

  /** What an identity's policies say; undefined, and refused, if some of it is not known. */
  parseIdentity(
    identity: IdentityPolicies & { readonly origin: Origin },
    name: string,
    ...claims: readonly ClaimId[]
  ): { readonly identity: readonly Policy[]; readonly boundary?: Policy } | undefined {
    const policies = identity.policies.map((found) => this.parse(found, 'identity', ...claims));
    const { boundary, unknownPolicies } = identity;
    const unknown = [
      ...unknownPolicies,
      ...(boundary && 'unknownPolicy' in boundary ? [boundary.unknownPolicy] : []),
    ];
    for (const arn of unknown) {
      this.refuse(`${name} carries ${arn}, whose text is not in the templates.`, identity.origin, ...claims);
    }
    const limit =
      boundary && 'document' in boundary ? this.parse(boundary, 'identity', ...claims) : undefined;
    const known = policies.filter((policy) => policy !== undefined);
    if (unknown.length > 0 || known.length < policies.length) return undefined;
    if (boundary && !limit) return undefined;
    return { identity: known, ...(limit && { boundary: limit }) };
  }

  /** Examines a door; undefined, and refused, if a bound is hit. */
  examine(
    door: Door,
    origin: Origin | undefined,
    ...claims: readonly [ClaimId, ...ClaimId[]]
  ): readonly Surprise[] {
    return this.bounded(door.what, origin, claims, () => {
      const { classes, surprises } = examine(door);
      this.count(claims[0], classes);
      return surprises;
    });
  }

  /** Runs something that may hit a bound of the proof, which becomes a refusal. */
  bounded<T>(
    what: string,
    origin: Origin | undefined,
    claims: readonly ClaimId[],
    run: () => readonly T[],
  ): readonly T[] {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof TooLargeError) && !(error instanceof MixedComparisonsError)) throw error;
      this.refuse(`${what}: ${error.message}`, origin, ...claims);
      return [];
    }
  }
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
