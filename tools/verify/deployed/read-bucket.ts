import { GetBucketAclCommand, type Grant as AclGrant, type S3Client } from '@aws-sdk/client-s3';
import type { Grant } from '../../../lib/share/grant';
import type { BucketEntry } from '../../proof/templates/inventory';
import type { AwsClients } from '../aws-clients';
import { type BucketInput, readSettings } from './bucket-settings';
import type { LiveReader, Parts, Value } from './live-reader';
import { readAccessGrants } from './read-access-points';
import { readHiding } from './read-hiding';
import { readSending } from './read-sending';

/**
 * The bucket as it is, as far as it could be read: what could not stands in it as it was promised.
 *
 * @param borrowerReads that a borrower was seen reading the data: then the policy does not keep everybody out
 * @returns an empty list if there is none
 */
export async function readBucket(
  live: LiveReader,
  clients: AwsClients,
  grant: Grant,
  promised: BucketEntry,
  borrowerReads: boolean,
): Promise<BucketEntry[]> {
  const { bucketName, companyAccount: account } = grant;
  const origin = { stack: account, logicalId: bucketName, live: true };
  const parts = live.parts(`bucket ${bucketName}`);
  const input = { Bucket: bucketName, ExpectedBucketOwner: account };
  const acl = await readAcl(parts, clients.s3, input);
  if (acl?.value === 'no bucket') return [];
  const [settings, hides, sends, accessGrants] = await Promise.all([
    readSettings(parts, clients.s3, input, promised, origin),
    readHiding(parts, clients.s3, input),
    readSending(parts, clients.s3, input),
    readAccessGrants(live, clients.s3Control, grant),
  ]);
  const locked = borrowerReads ? undefined : lockedOut(parts);
  return [
    {
      name: bucketName,
      account,
      ...settings,
      ...(acl !== undefined && acl.value.grants !== '' && { acl: acl.value.grants }),
      hides,
      sends,
      accessGrants,
      ...(locked !== undefined && { locked }),
      origin,
    },
  ];
}

/** Not HeadBucket: that needs s3:ListBucket, which is just what a broken bucket policy may deny. */
function readAcl(
  parts: Parts,
  s3: S3Client,
  input: BucketInput,
): Promise<Value<'no bucket' | { readonly grants: string }> | undefined> {
  return parts.read('ACL', async (call) => {
    const found = await call.ifThere(s3.send(new GetBucketAclCommand(input), call.options()), 'NoSuchBucket');
    return found === undefined
      ? 'no bucket'
      : { grants: grantsToOthers(found.Grants ?? [], found.Owner?.ID) };
  });
}

/**
 * The owner's own entry is in every ACL and gives nothing away; S3's log delivery is S3 itself.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 */
function grantsToOthers(grants: readonly AclGrant[], owner: string | undefined): string {
  return grants
    .filter(({ Grantee }) => Grantee?.ID === undefined || Grantee.ID !== owner)
    .filter(({ Grantee }) => Grantee?.URI !== 'http://acs.amazonaws.com/groups/s3/LogDelivery')
    .map(({ Grantee, Permission }) => `${Permission ?? ''} to ${Grantee?.URI ?? Grantee?.ID ?? 'somebody'}`)
    .join(', ');
}

/** AWS's sentence, if the policy itself denies whatever was asked of the bucket, the policy included. */
function lockedOut({ readings }: Parts): string | undefined {
  const said = readings.map(({ failure }) => failure?.message ?? '');
  if (!said.every((message) => DENIED_BY_POLICY.test(message))) return undefined;
  return said.find((message) => message.includes('s3:GetBucketPolicy '));
}

const DENIED_BY_POLICY = /with an explicit deny in a resource-based policy/i;
