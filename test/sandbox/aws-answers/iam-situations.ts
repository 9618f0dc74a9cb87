import {
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetRoleCommand,
  GetUserCommand,
  ListUsersCommand,
  PutUserPermissionsBoundaryCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { allowing, denying, policyOf, type Situations } from './situation';
import type { Stage } from './stage';

export const IAM_SITUATIONS: Situations = {
  'iam-createaccesskey': async (stage) =>
    stage.refusal(stage.iam(await stage.roleKeys()).send(new CreateAccessKeyCommand({ UserName: 'admin' }))),
  'iam-listusers': async (stage) =>
    stage.refusal(stage.iam(await stage.roleKeys()).send(new ListUsersCommand({}))),
  async 'iam-createpolicyversion'(stage) {
    const admin = stage.iam(stage.admin);
    const policy = async (PolicyName: string, PolicyDocument: string) =>
      (await admin.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }))).Policy!.Arn!;
    const access = await policy('VendorS3AccessPolicy', policyOf(allowing('s3:GetObject', '*')));
    const boundary = await policy(
      'DeveloperBoundary',
      policyOf(allowing('*', '*'), denying('iam:CreatePolicyVersion', '*')),
    );
    const UserName = 'developer';
    await admin.send(new CreateUserCommand({ UserName }));
    const PolicyDocument = policyOf(allowing('iam:*', '*'));
    await admin.send(new PutUserPolicyCommand({ UserName, PolicyName: 'Iam', PolicyDocument }));
    await admin.send(new PutUserPermissionsBoundaryCommand({ UserName, PermissionsBoundary: boundary }));
    const { AccessKey } = await admin.send(new CreateAccessKeyCommand({ UserName }));
    const keys = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
    return stage.refusal(
      stage.iam(keys).send(new CreatePolicyVersionCommand({ PolicyArn: access, PolicyDocument })),
    );
  },
  async 'iam-norole'(stage) {
    stage.account('company').roles.delete(stage.names.role); // before the share is deployed
    return stage.refusal(stage.iam(stage.admin).send(new GetRoleCommand({ RoleName: stage.names.role })));
  },
  'iam-nouser': (stage) =>
    stage.refusal(stage.iam(stage.admin).send(new GetUserCommand({ UserName: 'nobody' }))),
  'iam-nopolicy': (stage) =>
    stage.refusal(
      stage.iam(stage.admin).send(
        new AttachRolePolicyCommand({
          RoleName: stage.names.role,
          PolicyArn: `arn:aws:iam::${stage.names.company}:policy/missing`,
        }),
      ),
    ),
  'iam-badjson': (stage) => creating(stage, '{"Version":'),
  'iam-principal': (stage) =>
    creating(
      stage,
      policyOf({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${stage.names.vendor}:role/DoesNotExist` },
        Action: 'sts:AssumeRole',
      }),
    ),
  'iam-trust-size': (stage) =>
    creating(
      stage,
      policyOf({
        Sid: 'x'.repeat(2049),
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${stage.names.vendor}:root` },
        Action: 'sts:AssumeRole',
      }),
    ),
};

const creating = (stage: Stage, AssumeRolePolicyDocument: string) =>
  stage.refusal(
    stage.iam(stage.admin).send(new CreateRoleCommand({ RoleName: 'New', AssumeRolePolicyDocument })),
  );
