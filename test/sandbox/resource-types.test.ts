import { strToU8, zipSync } from 'fflate';
import { provisionPermissionSets } from '../../tools/sandbox/identity-center/provisioning';
import { addAccount, type IdentityCenterInstance } from '../../tools/sandbox/core/world';
import { ACCOUNT, REGION, Region } from './cloudformation/region';
import { bucket, LAMBDA_TRUST, managedPolicy, READ_ALPHA, READ_BETA, role } from './cloudformation/templates';

/** Why a resource could not be created or updated. */
async function failure(region: Region, resources: object, options = {}): Promise<string> {
  await region.deploy({ Resources: resources }, options);
  const failed = (await region.events()).findLast((event) => / (CREATE|UPDATE)_FAILED: /.test(event));
  if (failed === undefined) throw new Error('nothing failed');
  return failed;
}

describe('properties', () => {
  test('that the sandbox would not carry out are refused by name', async () => {
    expect(await failure(new Region(), { Data: bucket({ AccessControl: 'PublicRead' }) })).toBe(
      'Data CREATE_FAILED: Encountered unsupported property AccessControl',
    );
  });

  test('inside of others too, where they decide about access', async () => {
    const properties = { PublicAccessBlockConfiguration: { BlockPublicAcl: true } };
    expect(await failure(new Region(), { Data: bucket(properties) })).toBe(
      'Data CREATE_FAILED: Encountered unsupported property BlockPublicAcl',
    );
  });

  test('that are required are asked for', async () => {
    const policy = { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'data' } };
    expect(await failure(new Region(), { Policy: policy })).toBe(
      'Policy CREATE_FAILED: Property PolicyDocument cannot be empty.',
    );
  });
});

describe('a bucket', () => {
  test('is configured as the template says, and starts with all public access blocked', async () => {
    const region = new Region();
    await region.deploy({
      Resources: {
        Data: bucket({
          BucketName: 'data',
          VersioningConfiguration: { Status: 'Enabled' },
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
          Tags: [{ Key: 'team', Value: 'data' }],
        }),
      },
    });
    expect(region.world.buckets.get('data')).toEqual({
      name: 'data',
      account: ACCOUNT,
      region: REGION,
      createdAt: new Date('2026-11-23T12:00:00Z'),
      versioning: 'Enabled',
      ownership: 'BucketOwnerEnforced',
      tags: { team: 'data' },
      publicAccessBlock: {
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: true,
        restrictPublicBuckets: true,
      },
    });
  });

  test.each([
    [ACCOUNT, /Your previous request to create the named bucket succeeded and you already own it/],
    ['222222222222', /The requested bucket name is not available/],
  ])('whose name belongs to %s is refused', async (account, message) => {
    const region = new Region();
    region.world.buckets.set('data', {
      name: 'data',
      account,
      region: REGION,
      createdAt: new Date(0),
      tags: {},
    });
    expect(await failure(region, { Data: bucket({ BucketName: 'data' }) })).toMatch(message);
  });

  test('without a name gets a lower-case one from stack and logical id', async () => {
    const region = new Region();
    await region.deploy({ Resources: { Data: bucket() } });
    expect([...region.world.buckets.keys()]).toEqual([expect.stringMatching(/^demo-data-[a-z0-9]{12}$/)]);
  });
});

describe('policies', () => {
  test('of every kind are put where IAM looks for them, and taken away again', async () => {
    const region = new Region();
    await region.deploy({
      Resources: {
        Reader: role({ RoleName: 'reader', Policies: [{ PolicyName: 'own', PolicyDocument: READ_ALPHA }] }),
        Inline: {
          Type: 'AWS::IAM::Policy',
          Properties: { PolicyName: 'inline', PolicyDocument: READ_BETA, Roles: [{ Ref: 'Reader' }] },
        },
        Managed: managedPolicy({
          ManagedPolicyName: 'managed',
          Path: '/shared/',
          Roles: [{ Ref: 'Reader' }],
        }),
      },
    });
    const reader = region.account.roles.get('reader');
    expect(Object.fromEntries(reader?.inlinePolicies ?? [])).toEqual({ own: READ_ALPHA, inline: READ_BETA });
    expect([...(reader?.attachedPolicies ?? [])]).toEqual([`arn:aws:iam::${ACCOUNT}:policy/shared/managed`]);

    await region.deploy({ Resources: { Reader: role({ RoleName: 'reader' }) } });
    expect(reader?.inlinePolicies.size).toBe(0);
    expect(reader?.attachedPolicies.size).toBe(0);
    expect(region.account.managedPolicies.size).toBe(0);
  });

  test.each([
    [
      'a statement without Effect',
      { Version: '2012-10-17', Statement: [{ Action: 's3:GetObject', Resource: '*' }] },
    ],
    [
      'a misspelt element',
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Actoin: 's3:*', Resource: '*' }] },
    ],
  ])('with %s are malformed', async (_what, document) => {
    expect(await failure(new Region(), { Reading: managedPolicy({ PolicyDocument: document }) })).toMatch(
      /^Reading CREATE_FAILED: Resource handler returned message: "MalformedPolicyDocument: /,
    );
  });

  const trust = (principal: string) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }],
  });

  test.each([
    'arn:aws:iam::111111111111:role/nobody',
    'arn:aws:iam::111111111111:user/nobody',
    'arn:aws:iam::999999999999:root',
  ])('cannot trust %s, which does not exist', async (principal) => {
    const failed = await failure(new Region(), {
      Reader: role({ AssumeRolePolicyDocument: trust(principal) }),
    });
    expect(failed).toContain('Invalid principal in policy: "AWS":');
    expect(failed).toContain(principal.includes('root') ? '999999999999' : principal);
  });

  test('can trust a role that is there', async () => {
    const region = new Region();
    const stack = await region.deploy({
      Resources: {
        First: role({ RoleName: 'first' }),
        Second: role(
          { AssumeRolePolicyDocument: trust('arn:aws:iam::111111111111:role/first') },
          { DependsOn: 'First' },
        ),
      },
    });
    expect(stack.text('StackStatus')).toBe('CREATE_COMPLETE');
  });

  test('that do not exist cannot be attached', async () => {
    const arn = `arn:aws:iam::${ACCOUNT}:policy/nothing`;
    expect(await failure(new Region(), { Reader: role({ ManagedPolicyArns: [arn] }) })).toContain(
      `Policy ${arn} does not exist or is not attachable.`,
    );
  });

  test('over their quota are refused', async () => {
    const long = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${'x'.repeat(6200)}/*` },
      ],
    };
    expect(await failure(new Region(), { Reading: managedPolicy({ PolicyDocument: long }) })).toContain(
      'Cannot exceed quota for PolicySize: 6144',
    );
  });

  test('attached by somebody else keep their policy from being deleted', async () => {
    const region = new Region();
    await region.deploy({ Resources: { Reading: managedPolicy({ ManagedPolicyName: 'reading' }) } });
    await region.deploy({ Resources: { Reader: role({ RoleName: 'reader' }) } }, {}, 'Other');
    region.account.roles.get('reader')?.attachedPolicies.add(`arn:aws:iam::${ACCOUNT}:policy/reading`);
    await region.call('DeleteStack', { StackName: 'Demo' });
    expect((await region.events()).join('\n')).toContain('Cannot delete a policy attached to entities.');
    expect((await region.stack()).text('StackStatus')).toBe('DELETE_FAILED');
  });
});

describe('the bucket deployment', () => {
  const TOKEN = { 'Fn::GetAtt': ['Function', 'Arn'] };

  /** A destination, a function whose role may do this and that, and the deployment of `site.zip`. */
  function deployment(allowed: string[], properties: object = {}) {
    return {
      Resources: {
        Data: bucket({ BucketName: 'data' }),
        FunctionRole: role({
          RoleName: 'function',
          Policies: [
            {
              PolicyName: 'objects',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [{ Effect: 'Allow', Action: allowed, Resource: '*' }],
              },
            },
          ],
        }),
        Function: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Code: { S3Bucket: 'assets', S3Key: 'site.zip' },
            Role: { 'Fn::GetAtt': ['FunctionRole', 'Arn'] },
          },
        },
        Deployment: {
          Type: 'Custom::CDKBucketDeployment',
          Properties: {
            ServiceToken: TOKEN,
            SourceBucketNames: ['assets'],
            SourceObjectKeys: ['site.zip'],
            DestinationBucketName: { Ref: 'Data' },
            Prune: false,
            ...properties,
          },
        },
      },
    };
  }
  const ALL = ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObject'];

  async function withAssets(files: Record<string, string>): Promise<Region> {
    const region = new Region();
    region.objects.createBucket('assets');
    region.world.buckets.set('assets', {
      name: 'assets',
      account: ACCOUNT,
      region: REGION,
      createdAt: new Date(0),
      tags: {},
    });
    await publish(region, files);
    return region;
  }

  async function publish(region: Region, files: Record<string, string>): Promise<void> {
    const zip = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    await region.objects.put('assets', 'site.zip', Buffer.from(zip));
  }

  test('puts the files of its zip into the bucket, with their types', async () => {
    const region = await withAssets({ 'test-data.txt': 'confidential data\n', 'a/report.csv': '1,2' });
    await region.deploy(deployment(ALL));
    expect((await region.objects.get('data', 'test-data.txt'))?.toString()).toBe('confidential data\n');
    expect(await region.objects.list('data')).toEqual(['a/report.csv', 'test-data.txt']);
    expect(region.objects.contentTypes.get('test-data.txt')).toBe('text/plain');
  });

  test('leaves what others put there, unless it is told to prune', async () => {
    const region = await withAssets({ 'new.txt': 'new' });
    await region.deploy(deployment(ALL));
    await region.objects.put('data', 'of-others.txt', Buffer.from('mine'));
    await region.deploy(deployment(ALL, { OutputObjectKeys: false }));
    expect(await region.objects.list('data')).toEqual(['new.txt', 'of-others.txt']);
    await region.deploy(deployment(ALL, { Prune: true }));
    expect(await region.objects.list('data')).toEqual(['new.txt']);
  });

  test('puts values that were known only now in the place of their markers, under a prefix', async () => {
    const region = await withAssets({ 'where.txt': 'bucket <<marker:0xbaba:0>>' });
    await region.deploy(
      deployment(ALL, {
        DestinationBucketKeyPrefix: 'in',
        SourceMarkers: [{ '<<marker:0xbaba:0>>': { Ref: 'Data' } }],
      }),
    );
    expect((await region.objects.get('data', 'in/where.txt'))?.toString()).toBe('bucket data');
  });

  test.each([
    [
      's3:GetObject',
      's3:GetObject on s3://assets/site.zip: User: arn:aws:sts::111111111111:assumed-role/function/Demo-Function-',
    ],
    [
      's3:PutObject',
      's3:PutObject on s3://data/test-data.txt: User: arn:aws:sts::111111111111:assumed-role/function/Demo-Function-',
    ],
  ])('fails when the role of its function lacks %s', async (missing, message) => {
    const region = await withAssets({ 'test-data.txt': 'x' });
    const failed = await failure(region, deployment(ALL.filter((action) => action !== missing)).Resources);
    expect(failed).toContain(message);
    expect(failed).toContain('because no identity-based policy allows');
    expect(await region.objects.list('data')).toEqual([]);
  });

  test('fails when an asset was not published', async () => {
    const region = await withAssets({});
    const failed = await failure(region, deployment(ALL, { SourceObjectKeys: ['other.zip'] }).Resources);
    expect(failed).toContain('s3://assets/other.zip: the asset was not published');
  });

  test('refuses what it would not carry out', async () => {
    const region = await withAssets({});
    const failed = await failure(region, deployment(ALL, { DistributionId: 'E123' }).Resources);
    expect(failed).toBe('Deployment CREATE_FAILED: Encountered unsupported property DistributionId');
  });
});

test('a function needs a role that Lambda may assume, and code that is there', async () => {
  const region = new Region();
  region.objects.createBucket('assets');
  await region.objects.put('assets', 'code.zip', Buffer.from(''));
  const users = {
    ...LAMBDA_TRUST,
    Statement: [{ ...LAMBDA_TRUST.Statement[0], Principal: { Service: 'ec2.amazonaws.com' } }],
  };
  const lambda = (key: string) => ({
    Role: role({ AssumeRolePolicyDocument: users }),
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: { Code: { S3Bucket: 'assets', S3Key: key }, Role: { 'Fn::GetAtt': ['Role', 'Arn'] } },
    },
  });
  expect(await failure(region, lambda('code.zip'))).toContain(
    'The role defined for the function cannot be assumed by Lambda.',
  );
  await region.call('DeleteStack', { StackName: 'Demo' });
  expect(await failure(region, lambda('missing.zip'))).toContain('S3 Error Code: NoSuchKey');
});

describe('permission sets and assignments', () => {
  const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
  const GROUP = 'a1b2c3d4-5678-90ab-cdef-111122223333';

  function withIdentityCenter(
    changes: Partial<IdentityCenterInstance> = {},
  ): [Region, IdentityCenterInstance] {
    const region = new Region();
    const instance: IdentityCenterInstance = {
      instanceArn: INSTANCE,
      identityStoreId: 'd-1234567890',
      region: REGION,
      ownerAccount: ACCOUNT,
      startUrl: 'https://vendor.awsapps.com/start',
      users: new Map(),
      groups: new Map([[GROUP, { id: GROUP, name: 'Analysts', memberIds: new Set() }]]),
      permissionSets: new Map(),
      assignments: [],
      portalTokens: new Map(),
      provisionedRoles: new Map(),
      ...changes,
    };
    region.world.identityCenters.set(INSTANCE, instance);
    return [region, instance];
  }

  function assigned(set: object = {}, assignment: object = {}) {
    return {
      Set: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: { InstanceArn: INSTANCE, Name: 'Reading', InlinePolicy: READ_ALPHA, ...set },
      },
      Assignment: {
        Type: 'AWS::SSO::Assignment',
        Properties: {
          InstanceArn: INSTANCE,
          PermissionSetArn: { 'Fn::GetAtt': ['Set', 'PermissionSetArn'] },
          PrincipalId: GROUP,
          PrincipalType: 'GROUP',
          TargetId: ACCOUNT,
          TargetType: 'AWS_ACCOUNT',
          ...assignment,
        },
      },
    };
  }

  test('give the target account a role, and take it away again', async () => {
    const [region, instance] = withIdentityCenter();
    const stack = await region.deploy({
      Resources: assigned({ Description: 'to read', SessionDuration: 'PT2H' }),
      Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Set', 'PermissionSetArn'] } } },
    });
    const arn = stack.list('Outputs')[0]?.text('OutputValue') ?? '';
    expect(arn).toMatch(/^arn:aws:sso:::permissionSet\/ssoins-1234567890abcdef\/ps-[0-9a-f]{16}$/);
    expect(instance.permissionSets.get(arn)).toMatchObject({
      name: 'Reading',
      description: 'to read',
      sessionDuration: 'PT2H',
      inlinePolicy: READ_ALPHA,
    });
    provisionPermissionSets(region.world);
    expect([...region.account.roles.keys()]).toEqual([
      expect.stringMatching(/^AWSReservedSSO_Reading_[0-9a-f]{16}$/),
    ]);

    await region.call('DeleteStack', { StackName: 'Demo' });
    provisionPermissionSets(region.world);
    expect(region.account.roles.size + instance.permissionSets.size + instance.assignments.length).toBe(0);
  });

  test.each<[string, object, object, RegExp]>([
    ['a name with a space', { Name: 'Two words' }, {}, /Name must be 1 to 32 .* got Two words/],
    ['a name of 33 characters', { Name: 'x'.repeat(33) }, {}, /Name must be 1 to 32/],
    ['a session of 13 hours', { SessionDuration: 'PT13H' }, {}, /one to twelve hours in ISO 8601, got PT13H/],
    ['a session of 30 minutes', { SessionDuration: 'PT30M' }, {}, /got PT30M/],
    ['a session of nothing', { SessionDuration: 'PT' }, {}, /got PT/],
    ['a long description', { Description: 'x'.repeat(701) }, {}, /at most 700 characters, got 701/],
    [
      'a principal that is not there',
      {},
      { PrincipalId: GROUP.replace('a', 'b') },
      /GROUP not found: b1b2c3d4/,
    ],
    ['a group as a user', {}, { PrincipalType: 'USER' }, /USER not found: a1b2c3d4/],
    ['an unknown account', {}, { TargetId: '999999999999' }, /AWS_ACCOUNT not found: 999999999999/],
    ['another instance', { InstanceArn: `${INSTANCE}0` }, {}, /Could not find Instance/],
  ])('refuse %s', async (_what, set, assignment, message) => {
    const [region] = withIdentityCenter();
    expect(await failure(region, assigned(set, assignment))).toMatch(message);
  });

  test.each<[string, Partial<IdentityCenterInstance>, string]>([
    ['outside its home region', { region: 'us-east-1' }, `Could not find Instance ${INSTANCE} in ${REGION}`],
    [
      'from an account that does not run it',
      { ownerAccount: '222222222222' },
      `Account ${ACCOUNT} does not administer`,
    ],
  ])('are refused %s', async (_where, changes, message) => {
    const [region] = withIdentityCenter(changes);
    expect(await failure(region, assigned())).toContain(message);
  });

  test('an assignment to another target is another assignment', async () => {
    const [region, instance] = withIdentityCenter();
    addAccount(region.world, '222222222222');
    await region.deploy({ Resources: assigned() });
    await region.deploy({ Resources: assigned({}, { TargetId: '222222222222' }) });
    expect(instance.assignments.map(({ targetAccount }) => targetAccount)).toEqual(['222222222222']);
  });
});
