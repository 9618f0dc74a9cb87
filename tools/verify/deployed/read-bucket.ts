import {
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetPublicAccessBlockCommand,
  type Grant as AclGrant,
} from '@aws-sdk/client-s3';
import type { Grant } from '../../../lib/share/grant';
import type { BucketEntry } from '../../proof/templates/inventory';
import type { AwsClients } from '../aws-clients';
import { type LiveReader, parsed } from './live-reader';

/** The bucket as it is: an empty list if there is none, undefined if it may not be read. */
export function readBucket(
  live: LiveReader,
  { s3 }: AwsClients,
  grant: Grant,
): Promise<BucketEntry[] | undefined> {
  const Bucket = grant.bucketName;
  const input = { Bucket, ExpectedBucketOwner: grant.companyAccount };
  const origin = { stack: grant.companyAccount, logicalId: Bucket, live: true };
  return live.thing(
    `bucket ${Bucket}: its policy, ACL, public-access block, ownership and encryption`,
    async (call) => {
      // Not HeadBucket: that needs s3:ListBucket, which is just what a broken bucket policy may deny.
      const acl = await call.ifThere(s3.send(new GetBucketAclCommand(input), call.options()), 'NoSuchBucket');
      if (acl === undefined) return [];
      const [policy, block, ownership, encryption] = await Promise.all([
        call.ifThere(s3.send(new GetBucketPolicyCommand(input), call.options()), 'NoSuchBucketPolicy'),
        call.ifThere(
          s3.send(new GetPublicAccessBlockCommand(input), call.options()),
          'NoSuchPublicAccessBlockConfiguration',
        ),
        call.ifThere(
          s3.send(new GetBucketOwnershipControlsCommand(input), call.options()),
          'OwnershipControlsNotFoundError',
        ),
        call.ifThere(
          s3.send(new GetBucketEncryptionCommand(input), call.options()),
          'ServerSideEncryptionConfigurationNotFoundError',
        ),
      ]);
      const settings = block?.PublicAccessBlockConfiguration;
      const rule = ownership?.OwnershipControls?.Rules?.[0]?.ObjectOwnership;
      const algorithm =
        encryption?.ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault
          ?.SSEAlgorithm;
      const grants = grantsToOthers(acl.Grants ?? [], acl.Owner?.ID);
      return [
        {
          name: Bucket,
          account: grant.companyAccount,
          ...(policy?.Policy === undefined
            ? {}
            : { policy: { name: `bucket policy of ${Bucket}`, document: parsed(policy.Policy), origin } }),
          ...(settings === undefined
            ? {}
            : {
                publicAccessBlock: {
                  blockPublicAcls: settings.BlockPublicAcls === true,
                  ignorePublicAcls: settings.IgnorePublicAcls === true,
                  blockPublicPolicy: settings.BlockPublicPolicy === true,
                  restrictPublicBuckets: settings.RestrictPublicBuckets === true,
                },
              }),
          ...(rule === undefined ? {} : { ownership: rule }),
          ...(grants === '' ? {} : { acl: grants }),
          ...(algorithm === undefined ? {} : { encryption: algorithm }),
          origin,
        },
      ];
    },
  );
}

/** The owner's own entry is in every ACL and gives nothing away. */
function grantsToOthers(grants: readonly AclGrant[], owner: string | undefined): string {
  return grants
    .filter(({ Grantee }) => Grantee?.ID === undefined || Grantee.ID !== owner)
    .map(({ Grantee, Permission }) => `${Permission ?? ''} to ${Grantee?.URI ?? Grantee?.ID ?? 'somebody'}`)
    .join(', ');
}
