// tools/sandbox/: what it answers, against the schemas by which the AWS SDK reads it
import * as cloudformation from '@aws-sdk/client-cloudformation';
import * as iam from '@aws-sdk/client-iam';
import * as store from '@aws-sdk/client-identitystore';
import * as kms from '@aws-sdk/client-kms';
import * as s3 from '@aws-sdk/client-s3';
import * as sso from '@aws-sdk/client-sso-admin';
import * as sts from '@aws-sdk/client-sts';
import { servicesOf } from '../../tools/sandbox/services';
import { bucketHandlers } from '../../tools/sandbox/s3/bucket-operations';
import { objectHandlers } from '../../tools/sandbox/s3/object-operations';
import { Stage, WALKTHROUGH } from './aws-answers/stage';
import { allowing, policyOf } from './aws-answers/situation';
import { misfits, type OperationSchema, type Protocol } from './misfits';
import { recording, type Recordable, type WireAnswer } from './raw-answer';
import { sendRaw } from './raw-request';

let stage: Stage;
beforeAll(async () => (stage = await Stage.start(WALKTHROUGH)));
afterAll(() => stage.sandbox.stop());

/** Names of the operations that a service has, in order. */
function carriedOutBy(service: string): string[] {
  const { world, objects } = stage.sandbox;
  return servicesOf(world, objects)
    .flatMap(({ name, operations }) => (name === service ? operations : []))
    .sort();
}

const { company, vendor, region, bucket: Bucket, instance } = WALKTHROUGH;
const TRUST = policyOf({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${vendor}:root` },
  Action: 'sts:AssumeRole',
});
const READ = policyOf(allowing('s3:GetObject', '*'));

describe('what does not fit a schema is found', () => {
  const answer = (text: string, headers = {}): WireAnswer => ({ status: 200, headers, text });

  test('in the query protocol', () => {
    const schema = iam.GetUser$;
    const told = (user: string) =>
      misfits(
        schema,
        answer(`<GetUserResponse><GetUserResult><User>${user}</User></GetUserResult></GetUserResponse>`),
        'query',
      );
    const whole =
      '<Path>/</Path><UserName>u</UserName><UserId>AIDA</UserId><Arn>arn</Arn><CreateDate>2026-11-23T12:00:00Z</CreateDate>';
    expect(told(whole)).toEqual([]);
    expect(told(`${whole}<Age>7</Age>`)).toEqual(['GetUser.User: Age is unknown']);
    expect(told(whole.replace('<Path>/</Path>', ''))).toEqual(['GetUser.User: Path is required and missing']);
    expect(told(whole.replace('2026-11-23T12:00:00Z', '1795435200'))).toEqual([
      'GetUser.User.CreateDate: is no timestamp: "1795435200"',
    ]);
    expect(told(`${whole}<Tags><Tag>x</Tag></Tags>`)).toEqual(['GetUser.User.Tags: Tag is unknown']);
    expect(told(`${whole}<Tags>x</Tags>`)).toEqual(['GetUser.User.Tags: is no list: "x"']);
    expect(told(whole.replace('<UserName>u</UserName>', '<UserName><b>u</b></UserName>'))).toEqual([
      'GetUser.User.UserName: is no text: {"b":"u"}',
    ]);
    expect(misfits(schema, answer('<GetUserResponse><GetUserResult/></GetUserResponse>'), 'query')).toEqual([
      'GetUser: User is required and missing',
    ]);
  });

  test('in JSON', () => {
    const told = (body: object) => misfits(kms.ListKeys$, answer(JSON.stringify(body)), 'json');
    expect(told({ Keys: [{ KeyId: 'k', KeyArn: 'arn' }], Truncated: false })).toEqual([]);
    expect(told({ Keys: [{ KeyId: 1, Arn: 'arn' }, 'k'], Truncated: 'false' })).toEqual([
      'ListKeys.Keys[0].KeyId: is no text: 1',
      'ListKeys.Keys[0]: Arn is unknown',
      'ListKeys.Keys[1]: is no object: "k"',
      'ListKeys.Truncated: is no boolean: "false"',
    ]);
    expect(told({ Keys: {} })).toEqual(['ListKeys.Keys: is no list: {}']);
    const described = misfits(
      kms.DescribeKey$,
      answer('{"KeyMetadata":{"CreationDate":"2026-11-23T12:00:00Z"}}'),
      'json',
    );
    expect(described).toEqual([
      'DescribeKey.KeyMetadata: KeyId is required and missing',
      'DescribeKey.KeyMetadata.CreationDate: is no number: "2026-11-23T12:00:00Z"',
    ]);
  });

  test("in S3's headers and elements", () => {
    const listed = (text: string) => misfits(s3.ListObjectsV2$, answer(text), 'rest-xml');
    expect(
      listed(
        '<ListBucketResult><Contents><Key>k</Key><Size>many</Size><Owner><Id>1</Id></Owner></Contents><IsTruncated>no</IsTruncated></ListBucketResult>',
      ),
    ).toEqual([
      'ListObjectsV2.Contents[0].Size: is no number: "many"',
      'ListObjectsV2.Contents[0].Owner: Id is unknown',
      'ListObjectsV2.IsTruncated: is no boolean: "no"',
    ]);
    expect(listed('<Objects/>')).toEqual(['ListObjectsV2: there is no <ListBucketResult> in <Objects/>']);
    const headers = { 'last-modified': '2026-11-23T12:00:00Z', 'x-amz-colour': 'blue', 'x-amz-meta-a': 'b' };
    expect(misfits(s3.HeadObject$, answer('', headers), 'rest-xml')).toEqual([
      'HeadObject header last-modified: is no timestamp: "2026-11-23T12:00:00Z"',
      'HeadObject header: x-amz-colour is unknown',
    ]);
  });
});

/** Looks at every answer to a client that is no refusal. */
class Examination {
  readonly found: string[] = [];
  readonly operations = new Set<string>();
  private answer: WireAnswer | undefined;

  constructor(private readonly protocol: Protocol) {}

  of<Client extends Recordable & Sending>(client: Client): Client {
    recording(client, (answer) => (this.answer = answer));
    const sending: Sending = client;
    const send = sending.send.bind(client);
    sending.send = async (command) => {
      const output = await send(command);
      const { schema }: Command = command;
      this.operations.add(schema[2]);
      if (this.answer !== undefined) this.found.push(...misfits(schema, this.answer, this.protocol));
      return output;
    };
    return client;
  }
}

interface Command {
  readonly schema: OperationSchema;
}
interface Sending {
  send(command: never): Promise<unknown>;
}

test('STS', async () => {
  const seen = new Examination('query');
  const client = seen.of(stage.sts(stage.admin));
  await client.send(new sts.GetCallerIdentityCommand({}));
  await client.send(
    new sts.AssumeRoleCommand({ RoleArn: stage.roleArn, RoleSessionName: 'Session', Policy: READ }),
  );
  expect(seen.found).toEqual([]);
  expect([...seen.operations].sort()).toEqual(['AssumeRole', 'GetCallerIdentity']);
});

test('IAM', async () => {
  const seen = new Examination('query');
  const client = seen.of(stage.iam(stage.admin));
  const Tags = [{ Key: 'team', Value: 'data' }];
  const policy = await client.send(
    new iam.CreatePolicyCommand({ PolicyName: 'Read', PolicyDocument: READ, Description: 'Reads', Tags }),
  );
  const PolicyArn = policy.Policy!.Arn!;
  const bound = { PermissionsBoundary: PolicyArn, Tags };
  await client.send(new iam.CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: READ }));
  await client.send(new iam.GetPolicyCommand({ PolicyArn }));
  await client.send(new iam.GetPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
  await client.send(new iam.ListPolicyVersionsCommand({ PolicyArn }));
  await client.send(new iam.SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }));
  await client.send(new iam.DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
  await client.send(new iam.TagPolicyCommand({ PolicyArn, Tags }));
  await client.send(new iam.ListPolicyTagsCommand({ PolicyArn }));
  await client.send(new iam.ListPoliciesCommand({}));

  const RoleName = 'Schemas';
  await client.send(
    new iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: TRUST, Description: 'x', ...bound }),
  );
  await client.send(new iam.GetRoleCommand({ RoleName }));
  await client.send(new iam.ListRolesCommand({}));
  await client.send(new iam.UpdateRoleCommand({ RoleName, MaxSessionDuration: 7200 }));
  await client.send(new iam.UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: TRUST }));
  await client.send(new iam.TagRoleCommand({ RoleName, Tags }));
  await client.send(new iam.ListRoleTagsCommand({ RoleName }));
  await client.send(new iam.UntagRoleCommand({ RoleName, TagKeys: ['team'] }));
  await client.send(new iam.AttachRolePolicyCommand({ RoleName, PolicyArn }));
  await client.send(new iam.ListAttachedRolePoliciesCommand({ RoleName }));
  await client.send(new iam.PutRolePolicyCommand({ RoleName, PolicyName: 'Own', PolicyDocument: READ }));
  await client.send(new iam.GetRolePolicyCommand({ RoleName, PolicyName: 'Own' }));
  await client.send(new iam.ListRolePoliciesCommand({ RoleName }));
  await client.send(new iam.PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: PolicyArn }));

  const UserName = 'schemas';
  await client.send(new iam.CreateUserCommand({ UserName, ...bound }));
  await client.send(new iam.GetUserCommand({ UserName }));
  await client.send(new iam.ListUsersCommand({}));
  await client.send(new iam.AttachUserPolicyCommand({ UserName, PolicyArn }));
  await client.send(new iam.ListAttachedUserPoliciesCommand({ UserName }));
  await client.send(new iam.PutUserPolicyCommand({ UserName, PolicyName: 'Own', PolicyDocument: READ }));
  await client.send(new iam.GetUserPolicyCommand({ UserName, PolicyName: 'Own' }));
  await client.send(new iam.ListUserPoliciesCommand({ UserName }));
  await client.send(new iam.PutUserPermissionsBoundaryCommand({ UserName, PermissionsBoundary: PolicyArn }));
  const { AccessKey } = await client.send(new iam.CreateAccessKeyCommand({ UserName }));
  const AccessKeyId = AccessKey!.AccessKeyId!;
  await client.send(new iam.ListAccessKeysCommand({ UserName }));
  await client.send(new iam.UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: 'Inactive' }));
  await client.send(new iam.ListEntitiesForPolicyCommand({ PolicyArn }));

  await client.send(new iam.DeleteAccessKeyCommand({ UserName, AccessKeyId }));
  await client.send(new iam.DetachUserPolicyCommand({ UserName, PolicyArn }));
  await client.send(new iam.DeleteUserPolicyCommand({ UserName, PolicyName: 'Own' }));
  await client.send(new iam.DeleteUserPermissionsBoundaryCommand({ UserName }));
  await client.send(new iam.DeleteUserCommand({ UserName }));
  await client.send(new iam.DetachRolePolicyCommand({ RoleName, PolicyArn }));
  await client.send(new iam.DeleteRolePolicyCommand({ RoleName, PolicyName: 'Own' }));
  await client.send(new iam.DeleteRolePermissionsBoundaryCommand({ RoleName }));
  await client.send(new iam.DeleteRoleCommand({ RoleName }));
  await client.send(new iam.DeletePolicyCommand({ PolicyArn }));

  expect(seen.found).toEqual([]);
  expect([...seen.operations].sort()).toEqual(carriedOutBy('iam'));
});

test('KMS', async () => {
  const seen = new Examination('json');
  const client = seen.of(stage.kms(stage.admin));
  const made = await client.send(
    new kms.CreateKeyCommand({ Description: 'x', Tags: [{ TagKey: 'team', TagValue: 'data' }] }),
  );
  const KeyId = made.KeyMetadata!.KeyId!;
  await client.send(new kms.ListKeysCommand({}));
  await client.send(new kms.DescribeKeyCommand({ KeyId }));
  const { Policy } = await client.send(new kms.GetKeyPolicyCommand({ KeyId }));
  await client.send(new kms.ListKeyPoliciesCommand({ KeyId }));
  await client.send(new kms.PutKeyPolicyCommand({ KeyId, Policy }));
  await client.send(new kms.UpdateKeyDescriptionCommand({ KeyId, Description: 'y' }));
  await client.send(new kms.EnableKeyRotationCommand({ KeyId }));
  await client.send(new kms.GetKeyRotationStatusCommand({ KeyId }));
  await client.send(new kms.DisableKeyRotationCommand({ KeyId }));
  await client.send(new kms.TagResourceCommand({ KeyId, Tags: [{ TagKey: 'a', TagValue: 'b' }] }));
  await client.send(new kms.ListResourceTagsCommand({ KeyId }));
  await client.send(new kms.UntagResourceCommand({ KeyId, TagKeys: ['a'] }));
  await client.send(new kms.DisableKeyCommand({ KeyId }));
  await client.send(new kms.EnableKeyCommand({ KeyId }));
  await client.send(new kms.ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  await client.send(new kms.DescribeKeyCommand({ KeyId }));
  await client.send(new kms.CancelKeyDeletionCommand({ KeyId }));
  expect(seen.found).toEqual([]);
  expect([...seen.operations].sort()).toEqual(carriedOutBy('kms'));
});

/** The SDK has no client for it here: `Parameter` and what holds it, from the service's model. */
test('SSM', async () => {
  const parameter = [
    ['Name', 'Type', 'Value', 'Version', 'Selector', 'SourceResult', 'LastModifiedDate', 'ARN', 'DataType'],
    [0, 0, 0, 1, 0, 0, 4, 0, 0],
  ];
  const struct = (name: string, [names, types]: readonly unknown[]) =>
    [3, 'com.amazonaws.ssm', name, 0, names, types] as const;
  const one = struct('Parameter', parameter);
  const operation = (name: string, output: unknown): OperationSchema =>
    [9, 'com.amazonaws.ssm', name, 0, 'unit', output] as const;
  const list = (item: unknown) => [1, 'com.amazonaws.ssm', 'List', 0, item] as const;
  const ask = (name: string, body: object) =>
    sendRaw(stage.sandbox, {
      keys: stage.admin,
      service: 'ssm',
      method: 'POST',
      headers: { 'x-amz-target': `AmazonSSM.${name}`, 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify(body),
    });
  const Name = '/cdk-bootstrap/hnb659fds/version';
  const single = await ask('GetParameter', { Name });
  const several = await ask('GetParameters', { Names: [Name, '/missing'] });
  expect([single.status, several.status]).toEqual([200, 200]);
  expect([
    ...misfits(
      operation('GetParameter', struct('GetParameterResult', [['Parameter'], [one]])),
      { ...single, headers: {} },
      'json',
    ),
    ...misfits(
      operation(
        'GetParameters',
        struct('GetParametersResult', [
          ['Parameters', 'InvalidParameters'],
          [list(one), list(0)],
        ]),
      ),
      { ...several, headers: {} },
      'json',
    ),
  ]).toEqual([]);
});

test('CloudFormation', async () => {
  const seen = new Examination('query');
  const client = seen.of(stage.cloudFormation(stage.admin));
  const StackName = 'Schemas';
  const template = (Description: string, more: object = {}) =>
    JSON.stringify({
      Description: 'A stack',
      Parameters: { Text: { Type: 'String', Default: 'x', Description: 'a text' } },
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: JSON.parse(TRUST) as unknown, Description },
        },
        ...more,
      },
      Outputs: { Name: { Value: { Ref: 'Role' }, Description: 'name', Export: { Name: 'SchemasRole' } } },
    });
  const Capabilities = ['CAPABILITY_NAMED_IAM' as const];
  const Tags = [{ Key: 'team', Value: 'data' }];
  await client.send(
    new cloudformation.CreateStackCommand({ StackName, TemplateBody: template('a'), Capabilities, Tags }),
  );
  await client.send(
    new cloudformation.UpdateStackCommand({ StackName, TemplateBody: template('b'), Capabilities, Tags }),
  );
  const changes = { StackName, ChangeSetName: 'changes' };
  await client.send(
    new cloudformation.CreateChangeSetCommand({
      ...changes,
      Description: 'c',
      TemplateBody: template('c', { Topic: { Type: 'AWS::S3::Bucket', Properties: {} } }),
      Capabilities,
    }),
  );
  for (const IncludePropertyValues of [false, true])
    await client.send(new cloudformation.DescribeChangeSetCommand({ ...changes, IncludePropertyValues }));
  await client.send(new cloudformation.ListChangeSetsCommand({ StackName }));
  await client.send(new cloudformation.ListHookResultsCommand({}));
  await client.send(new cloudformation.ExecuteChangeSetCommand(changes));
  await client.send(new cloudformation.DeleteChangeSetCommand(changes));
  const taken = { StackName: 'Taken', ChangeSetName: 'taken' };
  const Named = { Type: 'AWS::S3::Bucket', Properties: { BucketName: Bucket } };
  await client.send(
    new cloudformation.CreateChangeSetCommand({
      ...taken,
      ChangeSetType: 'CREATE',
      TemplateBody: JSON.stringify({ Resources: { Named } }),
    }),
  );
  await client.send(new cloudformation.DescribeChangeSetCommand(taken));
  await client.send(new cloudformation.DescribeEventsCommand(taken));
  await client.send(new cloudformation.DescribeStacksCommand({}));
  await client.send(new cloudformation.ListStacksCommand({}));
  await client.send(new cloudformation.ListExportsCommand({}));
  await client.send(new cloudformation.DescribeStackEventsCommand({ StackName }));
  await client.send(new cloudformation.DescribeStackResourcesCommand({ StackName }));
  await client.send(
    new cloudformation.DescribeStackResourceCommand({ StackName, LogicalResourceId: 'Role' }),
  );
  await client.send(new cloudformation.ListStackResourcesCommand({ StackName }));
  await client.send(new cloudformation.GetTemplateCommand({ StackName }));
  await client.send(new cloudformation.GetTemplateSummaryCommand({ StackName }));
  const EnableTerminationProtection = false;
  await client.send(
    new cloudformation.UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection }),
  );
  await client.send(new cloudformation.DeleteStackCommand({ StackName }));
  await client.send(new cloudformation.ListStacksCommand({}));
  expect(seen.found).toEqual([]);
  expect([...seen.operations].sort()).toEqual(carriedOutBy('cloudformation'));
});

test('Identity Center', async () => {
  const seen = new Examination('json');
  const client = seen.of(stage.ssoAdmin(stage.vendorAdmin));
  const InstanceArn = `arn:aws:sso:::instance/${instance}`;
  await client.send(new sso.ListInstancesCommand({}));
  await client.send(new sso.DescribeInstanceCommand({ InstanceArn }));
  const made = await client.send(
    new sso.CreatePermissionSetCommand({
      InstanceArn,
      Name: 'Schemas',
      Description: 'x',
      RelayState: 'https://example.com',
      Tags: [{ Key: 'team', Value: 'data' }],
    }),
  );
  const PermissionSetArn = made.PermissionSet!.PermissionSetArn!;
  const set = { InstanceArn, PermissionSetArn };
  const tagged = { InstanceArn, ResourceArn: PermissionSetArn };
  await client.send(new sso.DescribePermissionSetCommand(set));
  await client.send(new sso.ListPermissionSetsCommand({ InstanceArn }));
  await client.send(new sso.UpdatePermissionSetCommand({ ...set, SessionDuration: 'PT2H' }));
  await client.send(new sso.TagResourceCommand({ ...tagged, Tags: [{ Key: 'a', Value: 'b' }] }));
  await client.send(new sso.ListTagsForResourceCommand(tagged));
  await client.send(new sso.UntagResourceCommand({ ...tagged, TagKeys: ['a'] }));
  await client.send(new sso.PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy: READ }));
  await client.send(new sso.GetInlinePolicyForPermissionSetCommand(set));
  const ManagedPolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  await client.send(new sso.AttachManagedPolicyToPermissionSetCommand({ ...set, ManagedPolicyArn }));
  await client.send(new sso.ListManagedPoliciesInPermissionSetCommand(set));
  const own = { ...set, CustomerManagedPolicyReference: { Name: 'Own', Path: '/' } };
  await client.send(new sso.AttachCustomerManagedPolicyReferenceToPermissionSetCommand(own));
  await client.send(new sso.ListCustomerManagedPolicyReferencesInPermissionSetCommand(set));
  await client.send(new sso.DetachCustomerManagedPolicyReferenceFromPermissionSetCommand(own));
  const PermissionsBoundary = { ManagedPolicyArn };
  await client.send(new sso.PutPermissionsBoundaryToPermissionSetCommand({ ...set, PermissionsBoundary }));
  await client.send(new sso.GetPermissionsBoundaryForPermissionSetCommand(set));

  const assignment = {
    ...set,
    TargetId: vendor,
    TargetType: 'AWS_ACCOUNT',
    PrincipalType: 'GROUP',
    PrincipalId: 'a1b2c3d4-5678-90ab-cdef-111122223333',
  } as const;
  const created = await client.send(new sso.CreateAccountAssignmentCommand(assignment));
  await client.send(
    new sso.DescribeAccountAssignmentCreationStatusCommand({
      InstanceArn,
      AccountAssignmentCreationRequestId: created.AccountAssignmentCreationStatus!.RequestId,
    }),
  );
  await client.send(new sso.ListAccountAssignmentCreationStatusCommand({ InstanceArn }));
  await client.send(new sso.ListAccountAssignmentsCommand({ ...set, AccountId: vendor }));
  const { PrincipalId, PrincipalType } = assignment;
  await client.send(
    new sso.ListAccountAssignmentsForPrincipalCommand({ InstanceArn, PrincipalId, PrincipalType }),
  );
  const provisioned = await client.send(
    new sso.ProvisionPermissionSetCommand({ ...set, TargetType: 'ALL_PROVISIONED_ACCOUNTS' }),
  );
  await client.send(
    new sso.DescribePermissionSetProvisioningStatusCommand({
      InstanceArn,
      ProvisionPermissionSetRequestId: provisioned.PermissionSetProvisioningStatus!.RequestId,
    }),
  );
  await client.send(new sso.ListPermissionSetProvisioningStatusCommand({ InstanceArn }));
  await client.send(new sso.ListAccountsForProvisionedPermissionSetCommand(set));
  await client.send(
    new sso.ListPermissionSetsProvisionedToAccountCommand({ InstanceArn, AccountId: vendor }),
  );
  const deleted = await client.send(new sso.DeleteAccountAssignmentCommand(assignment));
  await client.send(
    new sso.DescribeAccountAssignmentDeletionStatusCommand({
      InstanceArn,
      AccountAssignmentDeletionRequestId: deleted.AccountAssignmentDeletionStatus!.RequestId,
    }),
  );
  await client.send(new sso.ListAccountAssignmentDeletionStatusCommand({ InstanceArn }));
  await client.send(new sso.DeletePermissionsBoundaryFromPermissionSetCommand(set));
  await client.send(new sso.DetachManagedPolicyFromPermissionSetCommand({ ...set, ManagedPolicyArn }));
  await client.send(new sso.DeleteInlinePolicyFromPermissionSetCommand(set));
  await client.send(new sso.DeletePermissionSetCommand(set));
  expect(seen.found).toEqual([]);
  expect([...seen.operations].sort()).toEqual(carriedOutBy('sso'));
});

test('the identity store', async () => {
  const seen = new Examination('json');
  const client = seen.of(
    new store.IdentitystoreClient({
      endpoint: stage.sandbox.url,
      region,
      credentials: { ...stage.vendorAdmin },
    }),
  );
  const [center] = stage.sandbox.world.identityCenters.values();
  const IdentityStoreId = center!.identityStoreId;
  const group = await client.send(
    new store.CreateGroupCommand({ IdentityStoreId, DisplayName: 'Schemas', Description: 'x' }),
  );
  const user = await client.send(
    new store.CreateUserCommand({
      IdentityStoreId,
      UserName: 'schemas',
      DisplayName: 'Schemas',
      Name: { GivenName: 'S', FamilyName: 'Chemas' },
      Emails: [{ Value: 'schemas@example.com', Type: 'work', Primary: true }],
    }),
  );
  const GroupId = group.GroupId!;
  const UserId = user.UserId!;
  const byName = (AttributePath: string, AttributeValue: string) => ({
    IdentityStoreId,
    AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } },
  });
  await client.send(new store.DescribeGroupCommand({ IdentityStoreId, GroupId }));
  await client.send(new store.GetGroupIdCommand(byName('displayName', 'Schemas')));
  await client.send(new store.ListGroupsCommand({ IdentityStoreId }));
  await client.send(
    new store.UpdateGroupCommand({
      IdentityStoreId,
      GroupId,
      Operations: [{ AttributePath: 'description', AttributeValue: 'y' }],
    }),
  );
  await client.send(new store.DescribeUserCommand({ IdentityStoreId, UserId }));
  await client.send(new store.GetUserIdCommand(byName('userName', 'schemas')));
  await client.send(new store.ListUsersCommand({ IdentityStoreId }));
  const MemberId = { UserId };
  const membership = await client.send(
    new store.CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId }),
  );
  const MembershipId = membership.MembershipId!;
  await client.send(new store.DescribeGroupMembershipCommand({ IdentityStoreId, MembershipId }));
  await client.send(new store.GetGroupMembershipIdCommand({ IdentityStoreId, GroupId, MemberId }));
  await client.send(new store.ListGroupMembershipsCommand({ IdentityStoreId, GroupId }));
  await client.send(new store.ListGroupMembershipsForMemberCommand({ IdentityStoreId, MemberId }));
  await client.send(new store.IsMemberInGroupsCommand({ IdentityStoreId, MemberId, GroupIds: [GroupId] }));
  await client.send(new store.DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }));
  await client.send(new store.DeleteUserCommand({ IdentityStoreId, UserId }));
  await client.send(new store.DeleteGroupCommand({ IdentityStoreId, GroupId }));
  expect(seen.found).toEqual([]);
  expect([...seen.operations].sort()).toEqual(carriedOutBy('identitystore'));
});

test('S3', async () => {
  const seen = new Examination('rest-xml');
  const client = seen.of(stage.s3(stage.admin));
  const name = 'schemas-of-s3';
  await client.send(
    new s3.CreateBucketCommand({
      Bucket: name,
      CreateBucketConfiguration: { LocationConstraint: region as 'eu-west-1' },
    }),
  );
  const of = { Bucket: name };
  await client.send(new s3.ListBucketsCommand({}));
  await client.send(new s3.HeadBucketCommand(of));
  await client.send(new s3.GetBucketLocationCommand(of));
  await client.send(new s3.GetPublicAccessBlockCommand(of));
  const PublicAccessBlockConfiguration = { BlockPublicAcls: true, BlockPublicPolicy: true };
  await client.send(new s3.PutPublicAccessBlockCommand({ ...of, PublicAccessBlockConfiguration }));
  await client.send(new s3.DeletePublicAccessBlockCommand(of));
  const own = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${company}:root` },
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${name}/*`,
      },
    ],
  });
  await client.send(new s3.PutBucketPolicyCommand({ ...of, Policy: own }));
  await client.send(new s3.GetBucketPolicyCommand(of));
  await client.send(new s3.GetBucketPolicyStatusCommand(of));
  await client.send(new s3.DeleteBucketPolicyCommand(of));
  await client.send(new s3.GetBucketVersioningCommand(of));
  await client.send(
    new s3.PutBucketVersioningCommand({ ...of, VersioningConfiguration: { Status: 'Suspended' } }),
  );
  await client.send(new s3.GetBucketVersioningCommand(of));
  await client.send(new s3.GetBucketEncryptionCommand(of));
  await client.send(
    new s3.PutBucketEncryptionCommand({
      ...of,
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: WALKTHROUGH.keyId,
            },
            BucketKeyEnabled: true,
          },
        ],
      },
    }),
  );
  await client.send(new s3.GetBucketEncryptionCommand(of));
  await client.send(new s3.PutObjectCommand({ ...of, Key: 'encrypted', Body: 'x' }));
  await client.send(new s3.GetObjectCommand({ ...of, Key: 'encrypted' }));
  await client.send(new s3.DeleteBucketEncryptionCommand(of));
  await client.send(new s3.GetBucketLoggingCommand(of));
  await client.send(
    new s3.PutBucketLoggingCommand({
      ...of,
      BucketLoggingStatus: { LoggingEnabled: { TargetBucket: Bucket, TargetPrefix: 'log/' } },
    }),
  );
  await client.send(new s3.GetBucketLoggingCommand(of));
  await client.send(new s3.GetBucketOwnershipControlsCommand(of));
  await client.send(
    new s3.PutBucketOwnershipControlsCommand({
      ...of,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    }),
  );
  const Tagging = { TagSet: [{ Key: 'team', Value: 'data' }] };
  await client.send(new s3.PutBucketTaggingCommand({ ...of, Tagging }));
  await client.send(new s3.GetBucketTaggingCommand(of));
  await client.send(new s3.DeleteBucketTaggingCommand(of));
  await client.send(
    new s3.PutBucketLifecycleConfigurationCommand({
      ...of,
      LifecycleConfiguration: {
        Rules: [{ ID: 'old', Status: 'Enabled', Filter: { Prefix: 'old/' }, Expiration: { Days: 1 } }],
      },
    }),
  );
  await client.send(new s3.GetBucketLifecycleConfigurationCommand(of));
  await client.send(new s3.DeleteBucketLifecycleCommand(of));
  await client.send(new s3.GetBucketAclCommand(of));
  await client.send(new s3.GetBucketNotificationConfigurationCommand(of));
  await client.send(new s3.ListBucketInventoryConfigurationsCommand(of));
  await client.send(new s3.ListBucketAnalyticsConfigurationsCommand(of));
  await client.send(new s3.ListBucketIntelligentTieringConfigurationsCommand(of));

  const Key = 'folder/one';
  const object = { ...of, Key };
  await client.send(
    new s3.PutObjectCommand({
      ...object,
      Body: 'one',
      ContentType: 'text/plain',
      CacheControl: 'no-cache',
      Metadata: { colour: 'blue' },
      Tagging: 'a=b',
      ChecksumAlgorithm: 'SHA256',
    }),
  );
  await client.send(new s3.HeadObjectCommand({ ...object, ChecksumMode: 'ENABLED' }));
  await client.send(new s3.GetObjectCommand({ ...object, ChecksumMode: 'ENABLED' }));
  await client.send(new s3.GetObjectCommand({ ...object, Range: 'bytes=0-1' }));
  await client.send(new s3.GetObjectAclCommand(object));
  await client.send(new s3.PutObjectTaggingCommand({ ...object, Tagging }));
  await client.send(new s3.GetObjectTaggingCommand(object));
  await client.send(new s3.DeleteObjectTaggingCommand(object));
  await client.send(new s3.CopyObjectCommand({ ...of, Key: 'copy', CopySource: `${name}/${Key}` }));
  await client.send(new s3.ListObjectsCommand({ ...of, Delimiter: '/' }));
  for (const page of [{}, { Delimiter: '/', FetchOwner: true }, { MaxKeys: 1 }])
    await client.send(new s3.ListObjectsV2Command({ ...of, ...page }));
  const first = await client.send(new s3.ListObjectsV2Command({ ...of, MaxKeys: 1, EncodingType: 'url' }));
  await client.send(
    new s3.ListObjectsV2Command({ ...of, ContinuationToken: first.NextContinuationToken, StartAfter: 'a' }),
  );
  await client.send(new s3.ListObjectVersionsCommand({ ...of, MaxKeys: 1 }));

  const parts = { ...of, Key: 'parts' };
  const { UploadId } = await client.send(new s3.CreateMultipartUploadCommand(parts));
  const { ETag } = await client.send(
    new s3.UploadPartCommand({ ...parts, UploadId, PartNumber: 1, Body: 'part' }),
  );
  await client.send(
    new s3.CompleteMultipartUploadCommand({
      ...parts,
      UploadId,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
    }),
  );
  await client.send(new s3.GetObjectCommand({ ...parts, PartNumber: 1 }));
  const aborted = await client.send(new s3.CreateMultipartUploadCommand({ ...of, Key: 'never' }));
  await client.send(new s3.AbortMultipartUploadCommand({ ...of, Key: 'never', UploadId: aborted.UploadId! }));

  await client.send(new s3.DeleteObjectCommand(object));
  const Objects = ['copy', 'parts', 'encrypted'].map((one) => ({ Key: one }));
  await client.send(new s3.DeleteObjectsCommand({ ...of, Delete: { Objects } }));
  await client.send(new s3.DeleteBucketCommand(of));

  expect(seen.found).toEqual([]);
  const answered = Object.keys({ ...bucketHandlers, ...objectHandlers });
  expect(answered.filter((one) => !seen.operations.has(one))).toEqual([
    // that there is none is all they say
    'GetBucketReplication',
    'GetBucketWebsite',
    'PutObjectAcl',
  ]);
});
