import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { errors, ONLY_READS, type Probe, type ProbeSubject, refused } from './probe';

/** What the vendor's own user must not be able to do: reach the data without the role, or assume it in another way than agreed. */
export function deniedToUser({ grant }: ProbeSubject): Probe[] {
  const { externalId } = grant.vendor;
  const role = { RoleArn: grant.roleArn, RoleSessionName: 'vendor-share-verify' };
  const assume = (input: { DurationSeconds?: number; ExternalId?: string }): Probe['run'] => {
    return async ({ sts }, abortSignal) => {
      await sts.send(new AssumeRoleCommand({ ...role, ...input }), { abortSignal });
      return 'the role was lent';
    };
  };
  return [
    {
      ...refused('bucket-without-role', 'use S3', 'list the bucket without borrowing', 's3:ListBucket'),
      as: 'user',
      why: 'the role is the only door: the bucket itself trusts nobody outside',
      harmless: ONLY_READS,
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new ListObjectsV2Command({ Bucket: grant.bucketName, MaxKeys: 1 }), { abortSignal });
        return 'the bucket was listed';
      },
    },
    {
      ...refused('longer-session', 'assume the role', 'borrow for two hours', 'sts:AssumeRole'),
      as: 'user',
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
      expect: errors(['ValidationError'], []),
      why: 'a borrowed session lasts an hour at most',
      harmless: SESSION_IS_DROPPED,
      run: assume({ DurationSeconds: 7200, ...(externalId === undefined ? {} : { ExternalId: externalId }) }),
    },
    ...(externalId === undefined
      ? []
      : [
          {
            ...refused(
              'no-external-id',
              'assume the role',
              'borrow without the ExternalId',
              'sts:AssumeRole',
            ),
            as: 'user' as const,
            why: 'the ExternalId ties the role to this agreement',
            harmless: SESSION_IS_DROPPED,
            run: assume({}),
          },
          {
            ...refused(
              'wrong-external-id',
              'assume the role',
              'borrow with a wrong ExternalId',
              'sts:AssumeRole',
            ),
            as: 'user' as const,
            why: 'the ExternalId ties the role to this agreement',
            harmless: SESSION_IS_DROPPED,
            run: assume({ ExternalId: `not-${externalId}`.slice(0, 1224) }),
          },
        ]),
  ];
}

const SESSION_IS_DROPPED = 'the session is dropped unused';
