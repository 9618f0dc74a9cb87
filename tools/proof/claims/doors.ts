import { sayProofClaims as say } from '../../../words/say';
import { callerClasses } from '../classes/caller-classes';
import type { CompanyFacts } from '../classes/fixed-keys';
import type { Language } from '../classes/language';
import { accountLanguage } from '../classes/principal-arns';
import type { PolicyUnderProof } from '../classes/request-classes';
import { promisedToTheCompany } from '../promise/predicates';
import { knownServices } from '../promise/services';
import type { VendorPromise } from '../promise/vendor-promise';
import type { AccessInventory, BucketEntry, FoundPolicy, Origin } from '../templates/inventory';
import { OWN_ACCOUNT_ALLOWS_ALL } from './examined';
import { type Reading, readPolicy } from './read-policy';

/** Whom nothing was promised, but for their own role. */
export interface Outside {
  readonly company: CompanyFacts;
  readonly promises: readonly VendorPromise[];
  /** An account that nobody speaks of. */
  readonly stranger: string;
}

/** What a resource or trust policy guards. */
export interface Door {
  /** In a sentence: `the role Admin`. */
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly origin: Origin;
  readonly found: FoundPolicy;
  readonly isTrust?: boolean;
  /** It is the shared bucket. */
  readonly isShared?: boolean;
}

/**
 * Everything with a policy that could let people of other accounts in, but the lent roles. One of those that is there a second
 * time is not decided as a whole: whichever is made, nobody knows.
 */
export function doorsIn(
  { roles, buckets, resourcePolicies }: AccessInventory,
  promises: readonly VendorPromise[],
  shared: BucketEntry | undefined,
): Door[] {
  const others = roles.filter(({ arn }) => !promises.some(({ roleArn }) => roleArn === arn));
  return [
    ...others.map((role): Door => {
      const name = say('theRole', { name: role.name });
      return { ...role, name, found: role.trust, isTrust: true };
    }),
    ...buckets.flatMap((bucket): Door[] => {
      const { name, policy: found } = bucket;
      const arn = `arn:aws:s3:::${name}`;
      const isShared = bucket === shared;
      return found ? [{ ...bucket, name: say('theBucket', { name }), arn, found, isShared }] : [];
    }),
    ...resourcePolicies.map(({ policy, resource, ...entry }): Door => {
      const name = say('theResource', { resource });
      return { ...entry, name, origin: policy.origin, found: policy };
    }),
  ];
}

/**
 * The question of claim 1 for any other door: who of other accounts can do something with it.
 *
 * @param lines through the callers, beside those of the policy itself
 */
export function closingOf(
  { company, promises, stranger }: Outside,
  { name, arn, account, found, isTrust = false, isShared = false }: Door,
  lines: readonly Language[] = [],
): Reading<PolicyUnderProof> {
  const { value: policy, findings } = readPolicy(found, isTrust ? 'trust' : 'resource', ['outsiders']);
  if (!policy) return { findings };
  const accounts = [stranger, ...promises.flatMap((promise) => promise.accounts)];
  const own = accountLanguage(company.account); // so that no class holds insiders and outsiders
  const value: PolicyUnderProof = {
    what: policy.name,
    callers: () =>
      callerClasses(policy, [own, ...lines], accounts, [], knownServices()).filter(
        ({ caller }) => !('account' in caller) || caller.account !== company.account,
      ),
    policies: [OWN_ACCOUNT_ALLOWS_ALL, policy],
    inForce: () => ({ identity: [OWN_ACCOUNT_ALLOWS_ALL], resource: policy }),
    mustAllow: [policy],
    ...(isTrust && { resource: arn }),
    ownerOf: () => account,
    readableResources: [arn, `${arn}/test-data.txt`],
    company,
    promise: promisedToTheCompany(name, company, isShared),
  };
  return { findings, value };
}
