import { sayProbe } from '../../words/say';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { errors, onlyReads, type Probe, type ProbeSubject, denied } from './probe';

/** What the vendor's own user must not be able to do: reach the data without the role, or assume it in another way than agreed. */
export function deniedToUser({ grant }: ProbeSubject): Probe[] {
  const { externalId } = grant.vendor;
  const role = { RoleArn: grant.roleArn, RoleSessionName: 'vendor-share-verify' };
  const assume = (input: { DurationSeconds?: number; ExternalId?: string }): Probe['run'] => {
    return async ({ sts }, abortSignal) => {
      await sts.send(new AssumeRoleCommand({ ...role, ...input }), { abortSignal });
      return sayProbe('saw.credentials');
    };
  };
  return [
    {
      ...denied('bucket-without-role', 'use S3', sayProbe('bucket-without-role'), 's3:ListBucket'),
      as: 'user',
      why: sayProbe('bucket-without-role.why'),
      harmless: onlyReads(),
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new ListObjectsV2Command({ Bucket: grant.bucketName, MaxKeys: 1 }), { abortSignal });
        return sayProbe('saw.bucket-listed', { bucket: grant.bucketName });
      },
    },
    {
      ...denied('longer-session', 'assume the role', sayProbe('longer-session'), 'sts:AssumeRole'),
      as: 'user',
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
      expect: errors(['ValidationError'], []),
      why: sayProbe('longer-session.why'),
      harmless: sayProbe('harmless.session-dropped'),
      run: assume({ DurationSeconds: 7200, ...(externalId === undefined ? {} : { ExternalId: externalId }) }),
    },
    ...(externalId === undefined
      ? []
      : [
          {
            ...denied('no-external-id', 'assume the role', sayProbe('no-external-id'), 'sts:AssumeRole'),
            as: 'user' as const,
            why: sayProbe('external-id.why'),
            harmless: sayProbe('harmless.session-dropped'),
            run: assume({}),
          },
          {
            ...denied(
              'wrong-external-id',
              'assume the role',
              sayProbe('wrong-external-id'),
              'sts:AssumeRole',
            ),
            as: 'user' as const,
            why: sayProbe('external-id.why'),
            harmless: sayProbe('harmless.session-dropped'),
            run: assume({ ExternalId: `not-${externalId}`.slice(0, 1224) }),
          },
        ]),
  ];
}
