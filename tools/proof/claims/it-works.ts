import { sayProofClaims as say } from '../../../words/say';
import type { Company } from '../../../lib/share/share';
import type { Policy } from '../../iam/policy';
import { decide, keysThatCount, undecidedStatements } from '../../iam/evaluate';
import type { AccessRequest, Context, PoliciesInForce } from '../../iam/request';
import { principalOf } from '../classes/caller-classes';
import { fixedBy } from '../classes/fixed-keys';
import type { Counterexample, Doubt } from '../classes/request-classes';
import type { VendorPromise } from '../promise/vendor-promise';
import { doubtsFrom } from '../report/doubts';
import { failuresFrom } from '../report/explain';
import { cannotJudge, type Finding, isFailure } from '../report/finding';
import { CLAIM_IDS, type Failure } from '../report/report';
import type { AccessInventory, BucketEntry, RoleEntry } from '../templates/inventory';
import { OWN_ACCOUNT_ALLOWS_ALL } from './examined';
import { borrowerOf } from './examples';
import { readIdentity, type Reading, readPolicy } from './read-policy';
import { missing, settingFailure } from './setting-failure';

/** Claim 4 begins with this: what was promised to be lent is there, once. */
export function roleIsThere({ roleArn }: VendorPromise, inventory: AccessInventory): Finding[] {
  const [found, ...more] = inventory.roles.filter(({ arn }) => arn === roleArn);
  if (!found) {
    return missing(inventory, {
      headline: say('noRole.headline', { role: roleArn }),
      why: say('noRole.why'),
    });
  }
  if (more.length === 0) return [];
  const what = say('roleSeveralTimes', { role: roleArn, times: more.length + 1 });
  return [cannotJudge(what, found.origin, CLAIM_IDS)];
}

export function bucketIsThere(
  company: Company,
  inventory: AccessInventory,
  bucket: BucketEntry | undefined,
): Finding[] {
  const { account, bucketName } = company;
  const { buckets } = inventory;
  const again = buckets.filter(({ name }, index) => buckets.findIndex((one) => one.name === name) < index);
  const twice = again.map(({ name, origin }) =>
    cannotJudge(say('bucketTwice', { bucket: name }), origin, CLAIM_IDS),
  );
  if (bucket) return [...twice, ...encryptionIsAsPromised(company, bucket, inventory)];
  if (company.bucket === 'existing' && !inventory.live) return twice;
  const failures = missing(inventory, {
    headline: say('noBucket.headline', { bucket: bucketName, account }),
    why: say('noBucket.why'),
  });
  return [...twice, ...failures];
}

/** Reading an object that is encrypted with a key takes `kms:Decrypt` on that key. */
function encryptionIsAsPromised(
  { kmsKey }: Company,
  { name, encryption, encryptionKey, origin }: BucketEntry,
  { resourcePolicies }: AccessInventory,
): Failure[] {
  const isEncrypted = encryption !== undefined && encryption !== 'AES256';
  if (kmsKey === undefined) {
    if (!isEncrypted || isOfAws(encryptionKey)) return [];
    return [
      settingFailure('it-works', origin, {
        headline: say('encrypted.headline', { bucket: name, encryption }),
        found: say('encrypted.found', { encryption }),
        why: say('encrypted.why'),
        change: say('encrypted.change'),
      }),
    ];
  }
  const isMade = resourcePolicies.some(({ arn }) => arn === encryptionKey && arn.startsWith('arn:aws:kms:'));
  if (isEncrypted && (kmsKey === 'make' ? isMade : kmsKey === encryptionKey)) return [];
  const found = { encryption: encryption ?? 'AES256' };
  return [
    settingFailure('it-works', origin, {
      headline:
        kmsKey === 'make'
          ? say('otherKey.headlineOfStack', { bucket: name })
          : say('otherKey.headline', { bucket: name, key: kmsKey }),
      found:
        encryptionKey === undefined
          ? say('otherKey.found', found)
          : say('otherKey.foundWithKey', { ...found, key: encryptionKey }),
      why: say('otherKey.why'),
      change: say('otherKey.change'),
    }),
  ];
}

/**
 * The key `aws/s3`, which is the one where none is named: everybody in the account may use it through S3, by its own policy.
 *
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html#key-policy-aws-managed
 */
function isOfAws(key: string | undefined): boolean {
  return key === undefined || /(?:^|:)alias\/aws\/s3$/.test(key);
}

/**
 * Claim 4, hop by hop and with both sides in force: a user of the permission set assumes the role, and the session
 * lists the bucket and reads an object. The other claims show that nothing promised is missing on either side; this
 * shows that the sides fit together: the same role, the same bucket.
 *
 * @param told a cause that another claim has shown already is not told twice
 */
export function bothSidesFitTogether(
  promise: VendorPromise,
  inventory: AccessInventory,
  told: readonly Finding[],
): Finding[] {
  const { value: path, findings } = pathOf(promise, inventory);
  const hops = path
    ? [...hopsIntoTheRole(promise, path), ...hopsToTheBucket(promise, path)].map((hop) =>
        asSent(hop, promise),
      )
    : [];
  const answer = { says: 'allowed' } as const;
  const denied = hops.filter(({ request, policies }) => !decide(request, policies, 'least').allowed);
  const counterexamples = denied.flatMap(({ request, policies }): Counterexample[] => {
    const decision = decide(request, policies, 'most');
    return decision.allowed ? [] : [{ request, decision, answer, keys: Object.keys(request.context) }];
  });
  const doubts = denied.flatMap(({ request, policies }): Doubt[] =>
    decide(request, policies, 'most').allowed
      ? [{ request, answer, undecided: undecidedStatements(request, policies) }]
      : [],
  );
  const known = new Set(
    told
      .filter(isFailure)
      .filter(({ kind }) => kind === 'missing')
      .flatMap(blamed),
  );
  return [
    ...findings,
    ...(path ? doubtsFrom(doubts, ['it-works'], path.role.origin) : []),
    { kind: 'examined', claim: 'it-works', classes: hops.length },
    ...failuresFrom(counterexamples, 'it-works').filter(
      (failure) => failure.blame.length === 0 || !blamed(failure).every((statement) => known.has(statement)),
    ),
  ];
}

function blamed({ blame }: Failure): string[] {
  return blame.map(({ policy, statement }) => `${policy} ${statement}`);
}

/** The role in the middle, and what decides on both sides of it. */
interface Path {
  readonly role: RoleEntry;
  readonly entering: PoliciesInForce;
  readonly reading: PoliciesInForce;
}

/** No value where the role, the bucket or the permission set is missing or not understood: that is told elsewhere. */
function pathOf(promise: VendorPromise, { roles, permissionSets, buckets }: AccessInventory): Reading<Path> {
  const { identityCenter, permissionSetName } = promise;
  const role = roles.find(({ arn }) => arn === promise.roleArn);
  const set = permissionSets.find(
    (one) => one.name === permissionSetName && one.instanceArn === identityCenter?.instanceArn,
  );
  const bucket = buckets.find(({ name }) => name === promise.bucketName);
  const trust = role && readPolicy(role.trust, 'trust', []);
  // Without an Identity Center in the share, what the vendor lets its people do is the vendor's own.
  const asking: Reading<Policy> | undefined = identityCenter
    ? set?.inlinePolicy && readPolicy(set.inlinePolicy, 'identity', [])
    : { value: OWN_ACCOUNT_ALLOWS_ALL, findings: [] };
  const own = role && readIdentity(role, []);
  const ofBucket = bucket?.policy && readPolicy(bucket.policy, 'resource', []);
  const findings = [trust, asking, own, ofBucket].flatMap((reading) => reading?.findings ?? []);
  if (!role || !trust?.value || !asking?.value || !own?.value || (ofBucket && !ofBucket.value)) {
    return { findings };
  }
  const entering = { identity: [asking.value], resource: trust.value };
  const reading = { ...own.value, ...(ofBucket?.value && { resource: ofBucket.value }) };
  return { value: { role, entering, reading }, findings };
}

interface Hop {
  readonly request: AccessRequest;
  readonly policies: PoliciesInForce;
}

function hopsIntoTheRole(promise: VendorPromise, { role, entering: policies }: Path): Hop[] {
  const { externalId } = promise.vendor;
  const withId = externalId === undefined ? {} : { 'sts:externalid': externalId };
  return principalOf(borrowerOf(promise), ['jane@example.com']).map(({ caller, context }) => ({
    request: {
      caller,
      action: 'sts:AssumeRole',
      resource: role.arn,
      resourceAccount: role.account,
      context: { ...context, ...whileItLasts(promise), ...withId },
    },
    policies,
  }));
}

function hopsToTheBucket(promise: VendorPromise, { role, reading: policies }: Path): Hop[] {
  const { bucketArn, company, vendor } = promise;
  return principalOf(role.arn, ['VendorTestSession']).flatMap(({ caller, context }) =>
    (vendor.prefixes ?? ['']).flatMap((prefix): Hop[] => {
      const over = { 'aws:securetransport': 'true', 's3:tlsversion': '1.3', 's3:prefix': prefix };
      const base = {
        caller,
        resourceAccount: company.account,
        context: { ...context, ...whileItLasts(promise), ...over },
      };
      const object = `${bucketArn}/${prefix}test-data.txt`;
      return [
        { request: { ...base, action: 's3:ListBucket', resource: bucketArn }, policies },
        { request: { ...base, action: 's3:GetObject', resource: object }, policies },
      ];
    }),
  );
}

/** With the condition keys that such a request always has. */
function asSent({ request, policies }: Hop, { company }: VendorPromise): Hop {
  const context: Record<string, Context[string]> = { ...request.context };
  for (const key of keysThatCount(request, policies)) {
    const fixed = fixedBy(key, request, company);
    if (typeof fixed === 'object') context[key] = fixed.value;
    if (fixed === 'present') context[key] ??= momentAs(key, context['aws:currenttime']);
  }
  return { request: { ...request, context }, policies };
}

/** The keys that every request has and that follow from nothing are all about its moment, but for TLS, which is said. */
function momentAs(key: string, now: Context[string] | undefined): string {
  const moment = typeof now === 'string' ? now : ANY_MOMENT;
  return key === 'aws:epochtime' ? String(Date.parse(moment) / 1000) : moment;
}

/** Which one does not matter: that every moment is as promised, the other claims show. */
const ANY_MOMENT = '2026-01-01T00:00:00Z';

/** The last second of the share, if it has an end. */
function whileItLasts({ vendor: { until } }: VendorPromise): AccessRequest['context'] {
  if (until === undefined) return {};
  return { 'aws:currenttime': new Date(Date.parse(until) - 1000).toISOString() };
}
