import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DescribeChangeSetCommand,
  DescribeEventsCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type ResourceStatus,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { newBucket } from '../../../tools/sandbox/s3/whole-buckets';
import type { Keys } from '../clients';
import type { Refusal } from '../raw-answer';
import type { Situations } from './situation';
import type { Stage } from './stage';

export const CLOUDFORMATION_SITUATIONS: Situations = {
  async 'cfn-early-existence'(stage) {
    const { Status, StatusReason } = await changeSet(stage, 'Early', { Bucket: bucket(stage.names.bucket) });
    return reported(Status, StatusReason);
  },
  async 'cfn-early-role'(stage) {
    await changeSet(stage, 'EarlyRole', { Role: role(stage, { RoleName: stage.names.role }) });
    const { OperationEvents } = await stage
      .cloudFormation(stage.admin)
      .send(new DescribeEventsCommand({ StackName: 'EarlyRole', ChangeSetName: 'changes' }));
    const [event] = OperationEvents ?? [];
    return reported(event?.ValidationStatus, event?.ValidationStatusReason);
  },
  async 'cfn-bucket-taken'(stage) {
    const taken = newBucket('somebody-elses', stage.names.vendor, stage.names.region, new Date());
    stage.sandbox.world.buckets.set('somebody-elses', taken);
    const { code, message } = await failure(stage, 'Taken', { Bucket: bucket('somebody-elses') });
    // What was pasted lacks the words around it, which CloudFormation writes around every handler's message.
    const inside = message?.replace(
      /^Resource handler returned message: "(.*)"( \(RequestToken: .*)$/,
      '$1$2',
    );
    return reported(code, inside);
  },
  async 'cfn-custom-named'(stage) {
    const name = `${stage.names.role}-2`;
    await create(stage, 'Named', { Role: role(stage, { RoleName: name }) });
    const client = stage.cloudFormation(stage.admin);
    await client.send(
      new UpdateStackCommand({
        ...request('Named', { Role: role(stage, { RoleName: name, Path: '/moved/' }) }),
      }),
    );
    const said = await failedEvent(stage, 'Named', 'UPDATE_FAILED');
    return { ...said, message: said.message?.replace(name, stage.names.role) ?? null };
  },
  async 'cfn-in-other-stack'(stage) {
    const name = `${stage.names.role}-3`;
    await create(stage, 'OldCompanyStack', { Role: role(stage, { RoleName: name }) });
    const { code, message } = await failure(stage, 'Other', { Role: role(stage, { RoleName: name }) });
    return reported(code, withoutUniqueId(message)?.replace(name, stage.names.role));
  },
  async 'cfn-no-export'(stage) {
    const imported = { Description: { 'Fn::ImportValue': 'CompanyStack:RoleArn' } };
    const { Status, StatusReason } = await changeSet(stage, 'NoExport', { Role: role(stage, imported) });
    return reported(Status, StatusReason);
  },
  async 'cfn-rollback-complete'(stage) {
    await create(stage, 'CompanyStack', { Bucket: bucket('Not-A-Name') });
    const answer = await stage.refusal(
      stage
        .cloudFormation(stage.admin)
        .send(new CreateChangeSetCommand({ ...request('CompanyStack', {}), ChangeSetName: 'changes' })),
    );
    return { ...answer, message: withoutUniqueId(answer.message) };
  },
  async 'cfn-no-updates'(stage) {
    const resources = { Role: role(stage, {}) };
    await create(stage, 'Same', resources);
    return stage.refusal(
      stage.cloudFormation(stage.admin).send(new UpdateStackCommand(request('Same', resources))),
    );
  },
  'cfn-capabilities': (stage) =>
    stage.refusal(
      stage.cloudFormation(stage.admin).send(
        new CreateStackCommand({
          ...request('Capable', { Role: role(stage, { RoleName: 'Named' }) }),
          Capabilities: [],
        }),
      ),
    ),
  'cfn-ssm-bootstrap': (stage) =>
    stage.refusal(
      stage.cloudFormation(stage.admin, 'eu-west-1').send(
        new CreateStackCommand({
          StackName: 'Elsewhere',
          TemplateBody: JSON.stringify({
            Parameters: {
              BootstrapVersion: {
                Type: 'AWS::SSM::Parameter::Value<String>',
                Default: '/cdk-bootstrap/hnb659fds/version',
              },
            },
            Resources: { Bucket: { Type: 'AWS::S3::Bucket' } },
          }),
        }),
      ),
    ),
  'cfn-no-stack': (stage) =>
    stage.refusal(
      stage.cloudFormation(stage.admin).send(new DescribeStacksCommand({ StackName: 'VendorStack' })),
    ),
  async 'cfn-role-assume'(stage) {
    const { company, region } = stage.names;
    const name = `cdk-hnb659fds-cfn-exec-role-${company}-${region}`;
    const execution = stage.account('company').roles.get(name)!;
    const { trustPolicy } = execution;
    execution.trustPolicy = stage.role.trustPolicy; // trusts accounts, and no service
    try {
      return await stage.refusal(
        stage.cloudFormation(stage.admin).send(
          new CreateStackCommand({
            ...request('Executed', { Bucket: bucket('any-name-1') }),
            RoleARN: execution.arn,
          }),
        ),
      );
    } finally {
      execution.trustPolicy = trustPolicy;
    }
  },
  'cfn-sso-denied': (stage) =>
    failure(
      stage,
      'VendorStack',
      {
        Set: {
          Type: 'AWS::SSO::PermissionSet',
          Properties: {
            InstanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000000',
            Name: 'AllowAssumeCompanyRole',
          },
        },
      },
      stage.vendorAdmin,
      `arn:aws:iam::${stage.names.vendor}:role/cdk-hnb659fds-cfn-exec-role-${stage.names.vendor}-${stage.names.region}`,
    ),
};

const bucket = (BucketName: string) => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName } });
const role = (stage: Stage, properties: object) => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: stage.role.trustPolicy, ...properties },
});
const request = (StackName: string, Resources: object) => ({
  StackName,
  TemplateBody: JSON.stringify({ Resources }),
  Capabilities: ['CAPABILITY_NAMED_IAM' as const],
});

async function changeSet(stage: Stage, name: string, resources: object) {
  const client = stage.cloudFormation(stage.admin);
  await client.send(
    new CreateChangeSetCommand({
      ...request(name, resources),
      ChangeSetName: 'changes',
      ChangeSetType: 'CREATE',
    }),
  );
  return client.send(new DescribeChangeSetCommand({ StackName: name, ChangeSetName: 'changes' }));
}

async function create(stage: Stage, name: string, resources: object, keys = stage.admin, RoleARN?: string) {
  const input = { ...request(name, resources), ...(RoleARN !== undefined && { RoleARN }) };
  await stage.cloudFormation(keys).send(new CreateStackCommand(input));
}

async function failure(
  stage: Stage,
  name: string,
  resources: object,
  keys: Keys = stage.admin,
  roleArn?: string,
): Promise<Refusal> {
  await create(stage, name, resources, keys, roleArn);
  return failedEvent(stage, name, 'CREATE_FAILED', keys);
}

async function failedEvent(
  stage: Stage,
  StackName: string,
  status: ResourceStatus,
  keys: Keys = stage.admin,
): Promise<Refusal> {
  const client = stage.cloudFormation(keys);
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }));
  const failed = StackEvents.find(({ ResourceStatus: one }) => one === status);
  return reported(failed?.ResourceStatus, failed?.ResourceStatusReason);
}

/** What is reported about a stack has no HTTP status, and its ids are written as in the entries. */
const reported = (code: string | null | undefined, message: string | null | undefined): Refusal => ({
  code: code ?? null,
  httpStatus: null,
  message: message?.replaceAll(/(Request ID: |RequestToken: )[0-9a-f-]{36}/g, '$1…') ?? null,
});

/** The entries' own, in the place of the stack's. */
const withoutUniqueId = (message: string | null): string | null =>
  message?.replace(/(:stack\/\w+\/)[0-9a-f-]{36}/, '$15270ab20-d557-11ed-afb2-0a14943d5521') ?? null;
