import { sayProofClaims as say } from '../../../words/say';
import type { PoliciesInForce } from '../../iam/request';
import { principalOf } from '../classes/caller-classes';
import { ANY, language, literally, many } from '../classes/language';
import type { PolicyUnderProof } from '../classes/request-classes';
import type { VendorPromise } from '../promise/vendor-promise';
import type { Finding } from '../report/finding';
import type { Failure } from '../report/report';
import type { BucketEntry, LocatedPolicy, ResourcePolicyEntry, RoleEntry } from '../templates/inventory';
import { examined, policiesElsewhere } from './examined';
import { readableResources, withNamedSessions } from './examples';
import { type IdentityInForce, readIdentity, type Reading, readPolicy } from './read-policy';
import { settingFailure } from './setting-failure';

/** Claim 2: a session of the vendor's role does exactly the promised actions on exactly the promised resources. */
export function borrowersDoWhatWasPromised(
  promise: VendorPromise,
  role: RoleEntry,
  bucket: BucketEntry | undefined,
  keys: readonly ResourcePolicyEntry[],
  stranger: string,
): readonly Finding[] {
  const { value, findings } = useOf(promise, role, bucket, keys, stranger);
  if (!value) return findings;
  return [...findings, ...examined({ claims: ['borrowers', 'it-works'], origin: role.origin }, value)];
}

/** The question of claim 2: what a session of the vendor's role can do. */
export function useOf(
  promise: VendorPromise,
  role: RoleEntry,
  bucket: BucketEntry | undefined,
  keys: readonly ResourcePolicyEntry[],
  stranger: string,
): Reading<PolicyUnderProof> {
  const own = readIdentity(role, ['borrowers', 'it-works']);
  const ofBucket =
    bucket?.policy && readPolicy(bucket.policy, 'resource', ['borrowers', 'it-works', 'outsiders']);
  const key = keys.find(({ arn }) => arn === promise.kmsKeyArn);
  const ofKey = key && readPolicy(key.policy, 'resource', ['borrowers', 'it-works', 'outsiders']);
  const findings = [...own.findings, ...(ofBucket?.findings ?? []), ...(ofKey?.findings ?? [])];
  if (!own.value || (ofBucket && !ofBucket.value) || (ofKey && !ofKey.value)) return { findings };
  const guards = { bucket: ofBucket?.value, key: ofKey?.value };
  return { findings, value: used(promise, role, own.value, guards, stranger) };
}

function used(
  promise: VendorPromise,
  role: RoleEntry,
  own: IdentityInForce,
  guards: { readonly bucket: LocatedPolicy | undefined; readonly key: LocatedPolicy | undefined },
  stranger: string,
): PolicyUnderProof {
  const { bucketArn, kmsKeyArn, bucketIsThere } = promise;
  const { bucket: bucketPolicy, key: keyPolicy } = guards;
  const inBucket = (resource: string) => resource === bucketArn || resource.startsWith(`${bucketArn}/`);
  const policies = [...own.identity, own.boundary, bucketPolicy, keyPolicy].filter(
    (policy) => policy !== undefined,
  );
  const callers = principalOf(role.arn, ['VendorTestSession']);
  const elsewhere = policiesElsewhere(role.account);
  return {
    what: say('policiesOfRole', { name: role.name }),
    callers: () => (bucketPolicy ? callers.flatMap((one) => withNamedSessions(one, bucketPolicy)) : callers),
    policies,
    inForce: (resource, owner): PoliciesInForce => {
      if (inBucket(resource) && owner === role.account)
        return { ...own, ...(bucketPolicy && { resource: bucketPolicy }) };
      return { ...own, resource: (resource === kmsKeyArn && keyPolicy) || elsewhere(owner) };
    },
    resourceLines: [
      language(bucketArn, literally(bucketArn)),
      language(`${bucketArn}/*`, [...literally(`${bucketArn}/`), many(ANY)]),
      ...(kmsKeyArn === undefined ? [] : [language(kmsKeyArn, literally(kmsKeyArn))]),
    ],
    mustAllow: [...own.identity, bucketPolicy, keyPolicy].filter((policy) => policy !== undefined),
    readableResources: readableResources(promise, stranger),
    ownerOf: (resource) => {
      if (inBucket(resource)) return bucketIsThere ? undefined : role.account;
      return resource === kmsKeyArn ? role.account : undefined;
    },
    owners: [role.account, ...promise.accounts, stranger],
    company: promise.company,
    promise: promise.use,
  };
}

/** Claim 2: the borrowed session lasts an hour at most, also for callers who are not chained. */
export function borrowersStayForAnHour(role: RoleEntry): Failure[] {
  const { name, maxSessionDuration: seconds } = role;
  if (seconds === 3600) return [];
  return [
    settingFailure('borrowers', role.origin, {
      headline: say('sessionTooLong.headline', { role: name, seconds }),
      found: say('sessionTooLong.found', { seconds }),
      why: say('sessionTooLong.why'),
      change: say('sessionTooLong.change'),
    }),
  ];
}
