import { sayReading } from '../../../words/say';
import { GetBucketAclCommand, type Grant as AclGrant, type S3Client } from '@aws-sdk/client-s3';
import type { Grant } from '../../../lib/share/grant';
import type { BucketEntry, Unjudged } from '../../proof/templates/inventory';
import type { AwsClients } from '../aws-clients';
import { type BucketInput, readSettings } from './bucket-settings';
import type { LiveReader, Parts, Value } from './live-reader';
import { readAccessGrants } from './read-access-points';
import { readHiding } from './read-hiding';
import { readOwners } from './read-owners';
import { readSending } from './read-sending';

/**
 * The bucket as it is, as far as it could be read: what could not stands in it as it was promised.
 *
 * @param borrowerReads that a borrower was seen reading the data: then the policy does not keep everybody out
 */
export async function readBucket(
  live: LiveReader,
  clients: AwsClients,
  grant: Grant,
  promised: BucketEntry,
  borrowerReads: boolean,
): Promise<ReadBucket> {
  const { bucketName, companyAccount: account } = grant;
  const origin = { stack: account, logicalId: bucketName, live: true };
  const parts = live.parts(sayReading('bucket', { bucket: bucketName }));
  const input = { Bucket: bucketName, ExpectedBucketOwner: account };
  const acl = await readAcl(parts, clients.s3, input);
  if (acl?.value === 'no bucket') return { buckets: [], unreadable: [], unjudged: [] };
  const [settings, hides, sends, accessGrants] = await Promise.all([
    readSettings(parts, clients.s3, input, promised, origin, grant.region),
    readHiding(parts, clients.s3, input),
    readSending(parts, clients.s3, input),
    readAccessGrants(live, clients.s3Control, grant),
  ]);
  const enforced = settings.ownership === 'BucketOwnerEnforced';
  const owners = grant.bucketIsThere && !enforced;
  const ofOthers = owners
    ? await readOwners(parts, clients.s3, input, grant.vendor.prefixes ?? [''], acl?.value.owner)
    : [];
  const ignoresPublic = settings.publicAccessBlock?.ignorePublicAcls === true;
  const aclGrants = grant.bucketIsThere
    ? (acl?.value.grants ?? []).filter((one) => !enforced && !(ignoresPublic && isPublic(one)))
    : (acl?.value.grants ?? []);
  const locked = borrowerReads ? undefined : lockedOut(parts);
  const [judged, unknown] = grant.bucketIsThere
    ? [aclGrants.filter(isPublic), aclGrants.filter((one) => !isPublic(one))]
    : [aclGrants, []];
  const bucket: BucketEntry = {
    name: bucketName,
    account,
    ...settings,
    ...(judged.length > 0 && { acl: judged.map(inWords).join(', ') }),
    hides,
    sends,
    accessGrants,
    ...(locked !== undefined && { locked }),
    origin,
  };
  return {
    buckets: [bucket],
    unreadable: ofOthers,
    unjudged: unknown.map((one) => ({
      what: sayReading('acl.not-judged', { bucket: bucketName, grant: inWords(one) }),
      origin,
    })),
  };
}

export interface ReadBucket {
  /** Empty if there is none. */
  readonly buckets: readonly BucketEntry[];
  /** Objects that borrowers cannot read whatever is deployed; one sentence each. */
  readonly unreadable: readonly string[];
  readonly unjudged: readonly Unjudged[];
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#specifying-grantee-predefined-groups */
const isPublic = ({ Grantee }: AclGrant): boolean =>
  /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/.test(Grantee?.URI ?? '');

/** `READ to http://…/AllUsers` */
const inWords = ({ Grantee, Permission: permission }: AclGrant): string =>
  sayReading('acl', {
    permission: permission ?? '',
    grantee: Grantee?.URI ?? Grantee?.ID ?? sayReading('to.somebody'),
  });

interface Acl {
  /** To others than the owner. */
  readonly grants: readonly AclGrant[];
  /** Canonical user id. */
  readonly owner?: string;
}

/** Not HeadBucket: that needs s3:ListBucket, which is just what a broken bucket policy may deny. */
function readAcl(
  parts: Parts,
  s3: S3Client,
  input: BucketInput,
): Promise<Value<'no bucket' | Acl> | undefined> {
  return parts.read(sayReading('part.acl'), async (call) => {
    const found = await call.ifThere(s3.send(new GetBucketAclCommand(input), call.options()), 'NoSuchBucket');
    return found === undefined
      ? 'no bucket'
      : {
          grants: grantsToOthers(found.Grants ?? [], found.Owner?.ID),
          ...(found.Owner?.ID !== undefined && { owner: found.Owner.ID }),
        };
  });
}

/**
 * The owner's own entry is in every ACL and gives nothing away; S3's log delivery is S3 itself.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 */
function grantsToOthers(grants: readonly AclGrant[], owner: string | undefined): AclGrant[] {
  return grants
    .filter(({ Grantee }) => Grantee?.ID === undefined || Grantee.ID !== owner)
    .filter(({ Grantee }) => Grantee?.URI !== 'http://acs.amazonaws.com/groups/s3/LogDelivery');
}

/** AWS's sentence, if the policy itself denies whatever was asked of the bucket, the policy included. */
function lockedOut({ readings }: Parts): string | undefined {
  const said = readings.map(({ failure }) => failure?.message ?? '');
  if (!said.every((message) => DENIED_BY_POLICY.test(message))) return undefined;
  return said.find((message) => message.includes('s3:GetBucketPolicy '));
}

const DENIED_BY_POLICY = /with an explicit deny in a resource-based policy/i;
