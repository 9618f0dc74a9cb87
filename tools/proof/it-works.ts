import type { Share, Vendor } from '../../lib/share/share';
import type { AccessRequest, PoliciesInForce } from '../iam/request';
import { decide } from '../iam/evaluate';
import { principalOf } from './classes/caller-classes';
import type { Surprise } from './classes/request-classes';
import { failuresFrom } from './report/explain';
import type { AccessInventory } from './templates/inventory';
import { promisedNames } from './promise';
import type { ProofRun } from './proof-run';
import { identityCenterRole } from './statements';

/**
 * Statement 4, hop by hop and with both sides in force: a user of the permission set assumes the role, and the session
 * lists the bucket and reads an object. The other statements show that nothing promised is missing on either side;
 * this shows that the sides fit together: the same role, the same bucket.
 */
export function proveHops(run: ProofRun, share: Share, inventory: AccessInventory): void {
  for (const vendor of share.vendors) {
    const surprises = hops(run, share, vendor, inventory).flatMap(({ request, policies }): Surprise[] => {
      run.count('it-works', 1);
      const decision = decide(request, policies);
      return decision.allowed
        ? []
        : [{ request, decision, answer: { says: 'allowed' }, keys: Object.keys(request.context) }];
    });
    const known = new Set(run.failures.filter(({ kind }) => kind === 'missing').flatMap(blamed));
    const door = 'do what was promised, end to end';
    // A cause that another statement has shown already is not told twice.
    run.fail(
      ...failuresFrom(surprises, run.origins, { extra: 'it-works', door }).filter(
        (failure) =>
          failure.blame.length === 0 || !blamed(failure).every((statement) => known.has(statement)),
      ),
    );
  }
}

function blamed({ blame }: { blame: readonly { policy: string; statement: string }[] }): string[] {
  return blame.map(({ policy, statement }) => `${policy} ${statement}`);
}

interface Hop {
  readonly request: AccessRequest;
  readonly policies: PoliciesInForce;
}

/** Nothing for a vendor whose role, bucket or permission set is missing or not understood: that is told elsewhere. */
function hops(run: ProofRun, share: Share, vendor: Vendor, inventory: AccessInventory): Hop[] {
  const names = promisedNames(share, vendor);
  const role = inventory.roles.find(({ arn }) => arn === names.roleArn);
  const set = inventory.permissionSets.find(
    ({ name, instanceArn }) =>
      name === names.permissionSetName && instanceArn === vendor.identityCenter.instanceArn,
  );
  const bucket = inventory.buckets.find(({ name }) => name === share.company.bucketName);
  const trust = role && run.parse(role.trust, 'trust');
  const asking = set?.inlinePolicy && run.parse(set.inlinePolicy, 'identity');
  const own = role && run.parseIdentity(role, role.name);
  const bucketPolicy = bucket?.policy && run.parse(bucket.policy, 'resource');
  if (!role || !trust || !asking || !own || (bucket?.policy && !bucketPolicy)) return [];

  const now = vendor.until === undefined ? {} : { 'aws:currenttime': lastSecondBefore(vendor.until) };
  const users = principalOf(identityCenterRole(vendor, names), ['jane@example.com']);
  const entering = users.map(({ caller, context }): Hop => {
    const withId = vendor.externalId === undefined ? {} : { 'sts:externalid': vendor.externalId };
    const request = { caller, action: 'sts:AssumeRole', resource: role.arn, resourceAccount: role.account };
    return {
      request: { ...request, context: { ...context, ...now, ...withId } },
      policies: { identity: [asking], resource: trust },
    };
  });
  const sessions = principalOf(role.arn, ['VendorTestSession']);
  const reading = sessions.flatMap(({ caller, context }) =>
    (vendor.prefixes ?? ['']).flatMap((prefix): Hop[] => {
      const over = { 'aws:securetransport': 'true', 's3:tlsversion': '1.3', 's3:prefix': prefix };
      const base = {
        caller,
        resourceAccount: share.company.account,
        context: { ...context, ...now, ...over },
      };
      const policies = { ...own, ...(bucketPolicy && { resource: bucketPolicy }) };
      return [
        { request: { ...base, action: 's3:ListBucket', resource: names.bucketArn }, policies },
        {
          request: { ...base, action: 's3:GetObject', resource: `${names.bucketArn}/${prefix}test-data.txt` },
          policies,
        },
      ];
    }),
  );
  return [...entering, ...reading];
}

function lastSecondBefore(until: string): string {
  return new Date(Date.parse(until) - 1000).toISOString();
}
