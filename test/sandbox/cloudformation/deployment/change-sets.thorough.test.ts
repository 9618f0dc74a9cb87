// tools/sandbox/cloudformation/deployment/change-sets.ts, and tools/sandbox/cloudformation/template/, which it asks first
import { newBucket } from '../../../../tools/sandbox/s3/whole-buckets';
import { AwsError } from '../../../../tools/sandbox/core/service';
import { Region, type FormValue } from '../region';
import { bucket, managedPolicy, READ_BETA, role } from '../templates';

/** The code and the message of the refusal; a call that succeeds is a failed test. */
async function refusal(attempt: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof AwsError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

function create(region: Region, template: object, options: Record<string, FormValue> = {}) {
  return region.call('CreateChangeSet', {
    StackName: 'Demo',
    ChangeSetName: 'changes',
    ChangeSetType: 'CREATE',
    TemplateBody: JSON.stringify(template),
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    ...options,
  });
}

async function changes(region: Region, options: Record<string, FormValue> = {}) {
  const changeSet = await region.call('DescribeChangeSet', {
    StackName: 'Demo',
    ChangeSetName: 'changes',
    ...options,
  });
  return changeSet.list('Changes').map((change) => change.in('ResourceChange'));
}

describe('a change set', () => {
  test('says what would happen, and does none of it', async () => {
    // GIVEN
    const region = new Region();
    await region.deploy({
      Resources: {
        Data: bucket({ BucketName: 'data-1' }, { UpdateReplacePolicy: 'Retain' }),
        Reading: managedPolicy({ ManagedPolicyName: 'reading' }),
        Reader: role({ RoleName: 'reader', Description: { Ref: 'Data' } }),
        Same: bucket({ BucketName: 'same' }),
        Gone: bucket({ BucketName: 'gone' }),
      },
    });

    // WHEN
    await create(
      region,
      {
        Resources: {
          Data: bucket({ BucketName: 'data-2' }, { UpdateReplacePolicy: 'Retain' }),
          Reading: managedPolicy({ ManagedPolicyName: 'reading', PolicyDocument: READ_BETA }),
          Reader: role({ RoleName: 'reader', Description: { Ref: 'Data' } }),
          Same: bucket({ BucketName: 'same' }),
          Added: bucket(),
        },
      },
      { ChangeSetType: 'UPDATE' },
    );

    // THEN
    const summary = (await changes(region)).map((change) =>
      ['LogicalResourceId', 'Action', 'Replacement', 'PolicyAction'].map(
        (name) => change.optionalText(name) ?? '-',
      ),
    );
    expect(summary).toEqual([
      ['Data', 'Modify', 'True', 'ReplaceAndRetain'],
      ['Reading', 'Modify', 'False', '-'],
      ['Reader', 'Modify', 'False', '-'],
      ['Added', 'Add', '-', '-'],
      ['Gone', 'Remove', '-', 'Delete'],
    ]);
    expect([...region.world.buckets.keys()]).toEqual(['data-1', 'same', 'gone']);

    // AND with values, for `cdk diff`
    const [data, , reader] = await changes(region, { IncludePropertyValues: 'true' });
    const target = data?.list('Details')[0]?.in('Target');
    expect(
      ['Path', 'BeforeValue', 'AfterValue', 'RequiresRecreation'].map((name) => target?.text(name)),
    ).toEqual(['/Properties/BucketName', 'data-1', 'data-2', 'Always']);
    const unknown = reader?.list('Details')[0];
    expect(unknown?.text('Evaluation')).toBe('Dynamic');
    expect(unknown?.in('Target').text('AfterValue')).toBe('{{changeSet:KNOWN_AFTER_APPLY}}');
  });

  test('without changes has failed, in the words that the CDK CLI looks for', async () => {
    const region = new Region();
    const template = { Resources: { Data: bucket({ BucketName: 'data' }) } };
    await region.deploy(template);
    await create(
      region,
      { ...template, Description: 'the same in other words' },
      { ChangeSetType: 'UPDATE' },
    );
    const changeSet = await region.call('DescribeChangeSet', { StackName: 'Demo', ChangeSetName: 'changes' });
    expect(changeSet.text('Status')).toBe('FAILED');
    expect(changeSet.text('StatusReason')).toBe(
      "The submitted information didn't contain changes. Submit different information to create a change set.",
    );
    const execution = region.call('ExecuteChangeSet', { StackName: 'Demo', ChangeSetName: 'changes' });
    expect((await refusal(execution)).code).toBe('InvalidChangeSetStatus');
  });

  test.each([
    ['an output', { Outputs: { Name: { Value: 'data' } } }, {}],
    ['a stack tag', {}, { Tags: [{ Key: 'team', Value: 'data' }] }],
  ])('with %s alone has something to change', async (_what, more, options) => {
    const region = new Region();
    const template = { Resources: { Data: bucket({ BucketName: 'data' }) } };
    await region.deploy(template);
    const stack = await region.deploy({ ...template, ...more }, options);
    expect(stack.text('StackStatus')).toBe('UPDATE_COMPLETE');
  });

  test('of a stack that is not there leaves an empty one in review, which can be deleted', async () => {
    const region = new Region();
    const created = await create(region, { Resources: { Data: bucket() } });
    expect((await region.stack()).text('StackStatus')).toBe('REVIEW_IN_PROGRESS');
    await region.call('DeleteChangeSet', { StackName: 'Demo', ChangeSetName: created.text('Id') });
    const gone = region.call('DescribeChangeSet', { StackName: 'Demo', ChangeSetName: created.text('Id') });
    expect((await refusal(gone)).code).toBe('ChangeSetNotFound');
    await region.call('DeleteStack', { StackName: 'Demo' });
    expect((await region.stack(created.text('StackId'))).text('StackStatus')).toBe('DELETE_COMPLETE');
  });

  test('that is gone can be deleted again', async () => {
    const region = new Region();
    await region.deploy({ Resources: { Data: bucket() } });
    await expect(
      region.call('DeleteChangeSet', { StackName: 'Demo', ChangeSetName: 'never' }),
    ).resolves.toBeDefined();
  });

  test('is refused to update a stack that is not there, and to create one that is', async () => {
    const region = new Region();
    const template = { Resources: { Data: bucket() } };
    expect(await refusal(create(region, template, { ChangeSetType: 'UPDATE' }))).toEqual({
      code: 'ValidationError',
      message: 'Stack [Demo] does not exist',
    });
    await region.deploy(template);
    expect(await refusal(create(region, template))).toEqual({
      code: 'ValidationError',
      message: 'Stack [Demo] already exists and cannot be created again with the changeSet [changes].',
    });
  });
});

describe('what is wrong with a template is said before anything is deployed', () => {
  const cases: [name: string, template: object, message: string][] = [
    [
      'an unknown type',
      { Resources: { Queue: { Type: 'AWS::SQS::Queue' }, Data: bucket() } },
      'Template format error: Unrecognized resource types: [AWS::SQS::Queue]',
    ],
    [
      'an unknown function',
      { Resources: { Data: bucket({ BucketName: { 'Fn::Reverse': 'atad' } }) } },
      'Template error: the function Fn::Reverse is not supported',
    ],
    [
      'a circle',
      {
        Resources: {
          A: bucket({ BucketName: { Ref: 'B' } }),
          B: bucket({ BucketName: { 'Fn::Sub': 'x-${C}' } }),
          C: bucket({}, { DependsOn: 'A' }),
        },
      },
      'Circular dependency between resources: [A, B, C]',
    ],
    [
      'a reference to nothing',
      { Resources: { Data: bucket({ BucketName: { Ref: 'Nothing' } }) } },
      'Template format error: Unresolved resource dependencies [Nothing] in the Resources block of the template',
    ],
    [
      'an output that refers to nothing',
      { Resources: { Data: bucket() }, Outputs: { Name: { Value: { Ref: 'Nothing' } } } },
      'Template format error: Unresolved resource dependencies [Nothing] in the Outputs block of the template',
    ],
    [
      'an attribute that the type does not have',
      { Resources: { Data: bucket(), Reader: role({ Description: { 'Fn::GetAtt': ['Data', 'Size'] } }) } },
      'Template error: resource Data does not support attribute type Size in Fn::GetAtt',
    ],
    [
      'a condition that is not declared',
      { Resources: { Data: bucket({}, { Condition: 'Sometimes' }) } },
      'Template format error: Unresolved condition dependency Sometimes in the Resources block of the template',
    ],
    [
      'a section that is not modelled',
      { Transform: 'AWS::Serverless-2016-10-31', Resources: { Data: bucket() } },
      'Template format error: Invalid template property or properties [Transform]',
    ],
    [
      'a resource attribute that is not modelled',
      { Resources: { Data: bucket({}, { UpdatePolicy: {} }) } },
      "Template format error: Invalid template resource property 'UpdatePolicy' of Data",
    ],
    [
      'no resources',
      { Resources: {} },
      'Template format error: At least one Resources member must be defined.',
    ],
  ];

  test.each(cases)('%s', async (_name, template, message) => {
    const region = new Region();
    expect(await refusal(create(region, template))).toEqual({ code: 'ValidationError', message });
    expect(await region.stackStatus()).toBeUndefined();
  });

  test('YAML, by name', async () => {
    const region = new Region();
    const { message } = await refusal(
      create(region, {}, { TemplateBody: 'Resources:\n  Data:\n    Type: X\n' }),
    );
    expect(message).toMatch(
      /^Template format error: JSON not well-formed\..*does not read YAML templates\)$/s,
    );
  });

  test('a change of type', async () => {
    const region = new Region();
    await region.deploy({ Resources: { Thing: bucket() } });
    const { message } = await refusal(
      create(region, { Resources: { Thing: role() } }, { ChangeSetType: 'UPDATE' }),
    );
    expect(message).toBe(
      'Update of resource type is not permitted. The new template modifies resource type of the following resources: [Thing]',
    );
  });

  test.each([
    ['OnStackFailure', 'DO_NOTHING'],
    ['DeploymentMode', 'REVERT_EVERYTHING'],
  ])('the option %s, which the engine would not honour', async (option, value) => {
    const { message } = await refusal(
      create(new Region(), { Resources: { Data: bucket() } }, { [option]: value }),
    );
    expect(message).toBe(`${option}: not supported by the sandbox`);
  });
});

test.each(['CreateStack', 'CreateChangeSet', 'ExecuteChangeSet'])(
  '%s without a rollback is refused, with the way out',
  async (action) => {
    const region = new Region();
    const template = { Resources: { Data: bucket() } };
    if (action === 'ExecuteChangeSet') await create(region, template);
    const input = {
      StackName: 'Demo',
      ChangeSetName: 'changes',
      TemplateBody: JSON.stringify(template),
      ChangeSetType: 'CREATE',
      DisableRollback: 'true',
    };
    expect(await refusal(region.call(action, input))).toEqual({
      code: 'ValidationError',
      message:
        'DisableRollback: the sandbox always rolls back a deployment that fails; leave the option out (with the CDK ' +
        'CLI: --no-rollback)',
    });
  },
);

describe('IAM resources need an acknowledgement', () => {
  test.each([
    [{ Reader: role() }, [], 'CAPABILITY_IAM'],
    [{ Reader: role({ RoleName: 'reader' }) }, ['CAPABILITY_IAM'], 'CAPABILITY_NAMED_IAM'],
    [{ Reading: managedPolicy({ ManagedPolicyName: 'reading' }) }, [], 'CAPABILITY_NAMED_IAM'],
  ])('%j with %j lacks %s', async (resources, capabilities, missing) => {
    expect(
      await refusal(create(new Region(), { Resources: resources }, { Capabilities: capabilities })),
    ).toEqual({
      code: 'InsufficientCapabilitiesException',
      message: `Requires capabilities : [${missing}]`,
    });
  });

  test('and the weaker one does where nothing is named', async () => {
    const capabilities = { Capabilities: ['CAPABILITY_IAM'] };
    await expect(
      create(new Region(), { Resources: { Reader: role() } }, capabilities),
    ).resolves.toBeDefined();
  });
});

describe('parameters', () => {
  const NAME = { Type: 'String', AllowedPattern: '[a-z]+' };
  const named = { Parameters: { Name: NAME }, Resources: { Data: bucket({ BucketName: { Ref: 'Name' } }) } };
  const given = (value: string) => ({ Parameters: [{ ParameterKey: 'Name', ParameterValue: value }] });

  test('have the value that is sent, the previous one where that is asked for, or the default', async () => {
    const region = new Region();
    const template = { ...named, Parameters: { Name: NAME, Other: { Type: 'String', Default: 'other' } } };
    await region.deploy(template, given('alpha'));
    expect([...region.world.buckets.keys()]).toEqual(['alpha']);
    const stack = await region.deploy(
      { ...template, Outputs: { Both: { Value: { 'Fn::Sub': '${Name}-${Other}' } } } },
      { Parameters: [{ ParameterKey: 'Name', UsePreviousValue: 'true' }] },
    );
    expect(stack.list('Outputs')[0]?.text('OutputValue')).toBe('alpha-other');
  });

  test.each([
    [{}, 'Parameters: [Name] must have values'],
    [
      given('ALPHA'),
      "Parameter 'Name' failed to satisfy constraint: Parameter value must match pattern [a-z]+",
    ],
    [
      { Parameters: [{ ParameterKey: 'Nmae', ParameterValue: 'alpha' }] },
      'Parameters: [Nmae] do not exist in the template',
    ],
  ])('%j is refused: %s', async (options, message) => {
    expect(await refusal(create(new Region(), named, options))).toEqual({ code: 'ValidationError', message });
  });

  describe('from SSM, with the rule that CDK puts into every template', () => {
    const bootstrapped = {
      Parameters: { Bootstrap: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk/version' } },
      Rules: {
        Check: {
          Assertions: [
            {
              Assert: { 'Fn::Not': [{ 'Fn::Contains': [['1', '2'], { Ref: 'Bootstrap' }] }] },
              AssertDescription: 'too old',
            },
          ],
        },
      },
      Resources: { Data: bucket() },
    };

    test.each([
      ['3', undefined],
      ['2', 'Template constraint validation failed for rule Check: too old'],
      [undefined, 'Unable to fetch parameters [/cdk/version] from parameter store for this account.'],
    ])('version %s: %s', async (version, message) => {
      const region = new Region();
      if (version !== undefined) region.account.parameters.set('ap-northeast-1//cdk/version', version);
      const attempt = create(region, bootstrapped);
      if (message === undefined) await expect(attempt).resolves.toBeDefined();
      else expect((await refusal(attempt)).message).toBe(message);
    });
  });
});

describe('a template in S3', () => {
  const body = JSON.stringify({ Resources: { Data: bucket({ BucketName: 'data' }) } });

  test.each([
    'http://127.0.0.1:4566/assets/deep/key.json',
    'https://assets.s3.ap-northeast-1.amazonaws.com/deep/key.json',
    'https://s3.ap-northeast-1.amazonaws.com/assets/deep/key.json',
  ])('is found by %s', async (url) => {
    const region = new Region();
    region.addBucket('assets');
    await region.objects.put('assets', 'deep/key.json', Buffer.from(body));
    await create(region, {}, { TemplateBody: '', TemplateURL: url });
    expect((await changes(region)).map((change) => change.text('LogicalResourceId'))).toEqual(['Data']);
  });

  test('is read with the permissions of the caller, who must also be allowed to pass the execution role', () => {
    const region = new Region();
    const assets = newBucket('assets', '222222222222', 'ap-northeast-1', new Date(0));
    region.world.buckets.set('assets', assets);
    const request = region.request('CreateChangeSet', {
      StackName: 'Demo',
      ChangeSetName: 'changes',
      TemplateURL: 'http://127.0.0.1:1/assets/key.json',
      RoleARN: 'arn:aws:iam::111111111111:role/executor',
    });
    const asked = region.service
      .operationOf(request)
      .permissions.map(({ action, resource, resourceAccount }) => [action, resource, resourceAccount]);
    expect(asked).toEqual([
      [
        'cloudformation:CreateChangeSet',
        'arn:aws:cloudformation:ap-northeast-1:111111111111:stack/Demo/*',
        '111111111111',
      ],
      ['iam:PassRole', 'arn:aws:iam::111111111111:role/executor', '111111111111'],
      ['s3:GetObject', 'arn:aws:s3:::assets/key.json', '222222222222'],
    ]);
  });

  test('that is not there is said to be missing', async () => {
    const region = new Region();
    region.addBucket('assets');
    const options = { TemplateBody: '', TemplateURL: 'http://127.0.0.1/assets/none.json' };
    expect((await refusal(create(region, {}, options))).message).toBe(
      'S3 error: The specified key does not exist.',
    );
  });
});

test('an execution role that CloudFormation may not assume is refused', async () => {
  const region = new Region();
  await region.deploy({ Resources: { Reader: role({ RoleName: 'reader' }) } }, {}, 'Roles');
  const arn = 'arn:aws:iam::111111111111:role/reader'; // it trusts Lambda
  expect((await refusal(create(region, { Resources: { Data: bucket() } }, { RoleARN: arn }))).message).toBe(
    `Role ${arn} is invalid or cannot be assumed`,
  );
});

test('an action that is not modelled is refused by name', () => {
  const region = new Region();
  expect(() => region.service.operationOf(region.request('DetectStackDrift', {}))).toThrow(
    'The sandbox does not model cloudformation:DetectStackDrift.',
  );
});
