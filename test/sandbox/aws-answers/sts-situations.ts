import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Situation, Situations } from './situation';
import { stsCall, type Stage } from './stage';

/** AssumeRole with something in its form changed; undefined is not sent. */
const assuming =
  (input: Readonly<Record<string, string | undefined>>): Situation =>
  (stage) =>
    stage.assume(input);

export const STS_SITUATIONS: Situations = {
  async 'sts-unknown-key'(stage) {
    const iam = stage.iam(stage.admin);
    await iam.send(new CreateUserCommand({ UserName: 'leaver' }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'leaver' }));
    const [accessKeyId, secretAccessKey] = [AccessKey!.AccessKeyId!, AccessKey!.SecretAccessKey!];
    await iam.send(new DeleteAccessKeyCommand({ UserName: 'leaver', AccessKeyId: accessKeyId }));
    await iam.send(new DeleteUserCommand({ UserName: 'leaver' }));
    return stage.refusal(stage.sts({ accessKeyId, secretAccessKey }).send(new GetCallerIdentityCommand({})));
  },
  'sts-secret-wrong': (stage) =>
    stage.refusal(
      stage.sts({ ...stage.admin, secretAccessKey: 'wrong' }).send(new GetCallerIdentityCommand({})),
    ),
  async 'sts-expired'(stage) {
    const keys = await stage.borrowerKeys();
    stage.setClock(new Date(Date.now() + 61 * 60_000));
    const date = new Date(Date.now() + 61 * 60_000).toISOString().replace(/[-:]|\.\d{3}/g, '');
    return stage.rawRefusal({
      ...stsCall(keys, {
        Action: 'AssumeRole',
        RoleArn: stage.roleArn,
        RoleSessionName: 'Test',
      }),
      date,
    });
  },
  'sts-clock-behind'(stage) {
    stage.setClock(new Date('2024-02-17T17:50:39Z'));
    return stage.rawRefusal({
      ...stsCall(stage.admin, { Action: 'GetCallerIdentity' }),
      date: '20240217T171323Z',
    });
  },
  'sts-no-action': (stage) => stage.rawRefusal(stsCall(stage.admin, { Action: 'NoSuchAction' })),

  'ar-plain-identity'(stage) {
    stage.borrower.inlinePolicies.clear();
    return stage.assume({});
  },
  'ar-plain-missing': (stage) => stage.assume({ RoleArn: `${stage.roleArn}-missing` }),
  'ar-tagsession'(stage) {
    mayTagSessions(stage);
    return stage.assume({ 'Tags.member.1.Key': 'Project', 'Tags.member.1.Value': 'Share' });
  },
  'ar-dur-max': assuming({ DurationSeconds: '7200' }),
  'ar-dur-43201': assuming({ DurationSeconds: '43201' }),
  'ar-dur-neg': assuming({ DurationSeconds: '-1' }),
  'ar-dur-empty': assuming({ DurationSeconds: '' }),
  'ar-dur-text': assuming({ DurationSeconds: 'an hour' }),
  'ar-arn-null': assuming({ RoleArn: undefined }),
  'ar-arn-short': assuming({ RoleArn: 'not-an-arn' }),
  'ar-arn-partition': assuming({ RoleArn: 'arn:a::::something/test-role' }),
  'ar-name-null': assuming({ RoleSessionName: undefined }),
  'ar-name-empty': assuming({ RoleSessionName: '' }),
  'ar-name-short': assuming({ RoleSessionName: 'a' }),
  'ar-name-slash': assuming({ RoleSessionName: 'bad/name' }),
  'ar-name-brackets': assuming({ RoleSessionName: 'dependabot[bot]' }),
  'ar-name-long': assuming({
    RoleSessionName: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  }),
  'ar-extid-space': assuming({ ExternalId: 'XMode Social' }),
  'ar-tags-dup'(stage) {
    mayTagSessions(stage);
    return stage.assume({
      'Tags.member.1.Key': 'Project',
      'Tags.member.1.Value': 'Share',
      'Tags.member.2.Key': 'PROJECT',
      'Tags.member.2.Value': 'Other',
    });
  },
};

/** Their own policies let borrowers do so; the role trusts them with sts:AssumeRole alone. */
function mayTagSessions(stage: Stage): void {
  stage.borrower.inlinePolicies.set('Tag', {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:TagSession', Resource: '*' }],
  });
}
