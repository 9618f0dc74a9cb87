// tools/proof/prove.ts with tools/proof/templates/ behind it, and tools/proof/synth-check.ts
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assembly } from '../../tools/proof/templates/assembly';
import { proveAssembly, proveDirectory } from '../../tools/proof/prove-directory';
import { brokenPromise } from '../../tools/proof/synth-check';
import { walkthroughShare } from '../lib/walkthrough-share';
import { writeSealedStack } from './tampered';
import {
  assemblyOf,
  BUCKET,
  BUCKET_POLICY,
  type Edit,
  headlines,
  PERMISSION_SET,
  proveWith,
  READ_POLICY,
  refusals,
  ROLE,
} from './templates';

/** Templates that look as promised and are not, and some that look odd and are. */

const assembly = assemblyOf(walkthroughShare);
const BUCKET_ARN = 'arn:aws:s3:::company-shared-data-bucket-12345';
const ROLE_ARN = 'arn:aws:iam::111111111111:role/VendorAccessRole';

const company = (path: readonly (string | number)[], value: unknown): Edit => ['CompanyStack', path, value];
const vendor = (path: readonly (string | number)[], value: unknown): Edit => ['VendorStack', path, value];
const resource = (id: string, Type: string, Properties: unknown): Edit =>
  company(['Resources', id], { Type, Properties });
const document = (...Statement: unknown[]) => ({ Version: '2012-10-17', Statement });

const LIST = { Effect: 'Allow', Action: 's3:ListBucket', Resource: BUCKET_ARN };
const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: `${BUCKET_ARN}/*` };
const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };
const LAMBDA_TRUST = document({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { Service: 'lambda.amazonaws.com' },
});
const OVER_TLS = ['aws:SecureTransport', 's3:TlsVersion'].map((key, index) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [BUCKET_ARN, `${BUCKET_ARN}/*`],
  Condition: index === 0 ? { Bool: { [key]: false } } : { NumericLessThan: { [key]: 1.2 } },
}));

const noReadPolicy = company(['Resources', READ_POLICY], undefined);
const roleProperty = (name: string, value: unknown) =>
  company(['Resources', ROLE, 'Properties', name], value);
const readStatement = (element: string, value: unknown) =>
  company(['Resources', READ_POLICY, 'Properties', 'PolicyDocument', 'Statement', 1, element], value);
const lifecycle = (rule: unknown) =>
  company(['Resources', BUCKET, 'Properties', 'LifecycleConfiguration'], { Rules: [rule] });
const inline = (text: string) => vendor(['Resources', PERMISSION_SET, 'Properties', 'InlinePolicy'], text);
const long = (last: string) => `${'L'.repeat(60)}${last}`;

describe('what is not known to be in force is refused, by name', () => {
  const cases: readonly (readonly [what: string, expected: string, ...edits: Edit[]])[] = [
    [
      'two managed policies of one name, the wide one attached',
      'AWS::IAM::ManagedPolicy Read is in the templates more than once.',
      noReadPolicy,
      resource('Wide', 'AWS::IAM::ManagedPolicy', {
        ManagedPolicyName: 'read',
        PolicyDocument: document(EVERYTHING),
      }),
      resource('Narrow', 'AWS::IAM::ManagedPolicy', {
        ManagedPolicyName: 'Read',
        PolicyDocument: document(LIST, READ),
      }),
      roleProperty('ManagedPolicyArns', [{ Ref: 'Narrow' }]),
    ],
    [
      'two inline policies of one name',
      `AWS::IAM::Role ${ROLE}: it has two inline policies named Read, of which only one would be in force.`,
      noReadPolicy,
      roleProperty('Policies', [{ PolicyName: 'Read', PolicyDocument: document(LIST) }]),
      resource('More', 'AWS::IAM::RolePolicy', {
        PolicyName: 'Read',
        RoleName: 'VendorAccessRole',
        PolicyDocument: document(READ),
      }),
    ],
    [
      'a second role of that name on another path',
      'AWS::IAM::Role vendoraccessrole is in the templates more than once.',
      resource('Second', 'AWS::IAM::Role', {
        RoleName: 'vendoraccessrole',
        Path: '/other/',
        AssumeRolePolicyDocument: LAMBDA_TRUST,
      }),
    ],
    [
      "another partition's account",
      'trust policy of VendorAccessRole: Statement[0].Principal.AWS must be an account or the ARN of a user, role or role session, got "arn:aws-us-gov:iam::222222222222:root".',
      company(['Resources', ROLE, 'Properties', 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal'], {
        AWS: 'arn:aws-us-gov:iam::222222222222:root',
      }),
    ],
    [
      'a dynamic reference put together from pieces',
      `Of VendorS3AccessPolicy, its PolicyDocument cannot be known: "${BUCKET_ARN}/{{resolve:ssm:x}}" is read only when it is deployed`,
      readStatement('Resource', [
        `${BUCKET_ARN}/*`,
        { 'Fn::Join': ['', [`${BUCKET_ARN}/{{res`, 'olve:ssm:x}}']] },
      ]),
    ],
    [
      'a dynamic reference in a mapping',
      'AWS::IAM::Role Another: "{{resolve:ssm:x}}" is read only when it is deployed.',
      company(['Mappings'], { Names: { of: { role: '{{resolve:ssm:x}}' } } }),
      resource('Another', 'AWS::IAM::Role', {
        RoleName: { 'Fn::FindInMap': ['Names', 'of', 'role'] },
        AssumeRolePolicyDocument: LAMBDA_TRUST,
      }),
    ],
    [
      'a macro beside what gives nothing',
      'the template of CompanyStack has an Fn::Transform, which can change what is deployed.',
      company(['Resources', 'Versions'], { Type: 'AWS::CDK::Metadata', 'Fn::Transform': { Name: 'Macro' } }),
    ],
    [
      'objects that are deleted after a day',
      'the bucket company-shared-data-bucket-12345: its LifecycleConfiguration has ExpirationInDays. This may take objects away from the vendor.',
      lifecycle({ Status: 'Enabled', ExpirationInDays: 1 }),
    ],
    [
      'objects that must be restored before they can be read',
      'the bucket company-shared-data-bucket-12345: its LifecycleConfiguration moves objects to GLACIER. This may take objects away from the vendor.',
      lifecycle({ Status: 'Enabled', Transitions: [{ StorageClass: 'GLACIER', TransitionInDays: 0 }] }),
    ],
    [
      'JSON text in which one reader sees the first Action and another the last',
      `AWS::SSO::PermissionSet ${PERMISSION_SET}: its InlinePolicy is not JSON that can be judged (the key "Action" is there twice in one object)`,
      inline(
        `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","\\u0041ction":"*","Action":"sts:AssumeRole","Resource":"${ROLE_ARN}"}]}`,
      ),
    ],
    [
      'a permission set that is made only under a condition',
      `AWS::SSO::PermissionSet ${PERMISSION_SET}: its Condition decides only at deployment what becomes of it.`,
      vendor(['Conditions'], { Always: { 'Fn::Equals': ['a', 'a'] } }),
      vendor(['Resources', PERMISSION_SET, 'Condition'], 'Always'),
    ],
  ];
  test.each(cases.map(([what, expected, ...edits]) => ({ what, expected, edits })))(
    '$what',
    ({ expected, edits }) => {
      const report = proveWith(walkthroughShare, assembly, ...edits);

      expect(headlines(report)).toEqual([]);
      expect(refusals(report).join('\n')).toContain(expected);
      expect(report.verdict).toBe('not decided');
    },
  );
});

test("a bucket's policy in the vendor's stack, where nobody may set it, is not in force", () => {
  const report = proveWith(
    walkthroughShare,
    assembly,
    company(['Resources', BUCKET_POLICY], undefined),
    vendor(['Resources', 'BucketPolicy'], {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { Bucket: 'company-shared-data-bucket-12345', PolicyDocument: document(...OVER_TLS) },
    }),
  );

  expect(report.verdict).toBe('broken');
  expect(refusals(report)).toEqual([
    'it is the policy of the bucket company-shared-data-bucket-12345, which is not in these templates in account 222222222222.',
  ]);
});

describe('stacks that do not fit the share are refused', () => {
  const [companyStack, vendorStack] = assembly.stacks;
  if (!companyStack || !vendorStack) throw new Error('two stacks expected');
  const cases: readonly (readonly [what: string, stacks: Assembly['stacks'], expected: string])[] = [
    [
      "the vendor's stack in another region",
      [companyStack, { ...vendorStack, region: 'eu-west-1' }],
      'Stack VendorStack is for region eu-west-1, but account 222222222222 has its part of the share in ap-northeast-1',
    ],
    [
      "the company's bucket in another region",
      [{ ...companyStack, region: 'eu-west-1' }, vendorStack],
      'the bucket company-shared-data-bucket-12345 is in eu-west-1, and the share says ap-northeast-1: were these templates synthesized from other parameters?',
    ],
    [
      'two stacks of one name',
      [companyStack, vendorStack, { ...companyStack, template: { Resources: {} } }],
      'Stack CompanyStack is there twice: one would be written over the other.',
    ],
  ];
  test.each(cases)('%s', (_, stacks, expected) => {
    const report = proveAssembly({ stacks }, walkthroughShare);

    expect(report.verdict).toBe('not decided');
    expect(refusals(report).join('\n')).toContain(expected);
  });
});

describe('what is odd and as promised holds', () => {
  const cases: readonly (readonly [what: string, ...edits: Edit[]])[] = [
    [
      'two policies without names whose logical ids begin alike',
      noReadPolicy,
      resource(long('A'), 'AWS::IAM::ManagedPolicy', { PolicyDocument: document(LIST) }),
      resource(long('B'), 'AWS::IAM::ManagedPolicy', { PolicyDocument: document(READ) }),
      roleProperty('ManagedPolicyArns', [{ Ref: long('A') }, { Ref: long('B') }]),
    ],
    [
      'a lifecycle for uploads that were never finished',
      lifecycle({ Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
    ],
    [
      "the permission set's policy as JSON text",
      inline(JSON.stringify(document({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: ROLE_ARN }))),
    ],
    [
      'a wide policy under a boundary that is the promise',
      company(['Resources', READ_POLICY, 'Properties', 'PolicyDocument'], document(EVERYTHING)),
      resource('Boundary', 'AWS::IAM::ManagedPolicy', { PolicyDocument: document(LIST, READ) }),
      roleProperty('PermissionsBoundary', { Ref: 'Boundary' }),
    ],
    ['tags', roleProperty('Tags', [{ Key: 'team', Value: 'data' }])],
  ];
  test.each(cases.map(([what, ...edits]) => ({ what, edits })))('$what', ({ edits }) => {
    const report = proveWith(walkthroughShare, assembly, ...edits);

    expect([...headlines(report), ...refusals(report)]).toEqual([]);
  });

  test('a policy whose logical id only begins like the attached one is not taken for it', () => {
    const report = proveWith(
      walkthroughShare,
      assembly,
      noReadPolicy,
      resource(long('A'), 'AWS::IAM::ManagedPolicy', { PolicyDocument: document(EVERYTHING) }),
      resource(long('B'), 'AWS::IAM::ManagedPolicy', { PolicyDocument: document(LIST, READ) }),
      roleProperty('ManagedPolicyArns', [{ Ref: long('A') }]),
    );

    expect(report.verdict).toBe('broken');
  });
});

describe('an assembly that cannot be judged', () => {
  let directory: string;
  beforeEach(() => {
    directory = join(mkdtempSync(join(tmpdir(), 'adversary-')), 'cdk.out');
    mkdirSync(directory);
  });
  afterEach(() => rmSync(join(directory, '..'), { recursive: true }));

  const manifest = (artifact: unknown) => {
    writeFileSync(
      join(directory, 'manifest.json'),
      JSON.stringify({ artifacts: { CompanyStack: artifact } }),
    );
  };
  const stack = (template: string, more: object = {}) =>
    writeSealedStack(directory, 'CompanyStack', { template, properties: more });

  test('a template in which a key is there twice is refused', () => {
    stack('{"Resources": {"A": {"Type": "AWS::IAM::Role"}, "A" : {"Type": "AWS::CDK::Metadata"}}}');

    expect(refusals(proveDirectory(directory, walkthroughShare)).join()).toContain(
      'the key "A" is there twice in one object',
    );
  });

  test('the same key in two objects, and in text, is once in each', () => {
    stack(
      '{"Resources": {}, "Description": "{\\"A\\":1,\\"A\\":2} {", "Metadata": [{"A": {"A": 1}}, {"A": 2}]}',
    );

    expect(refusals(proveDirectory(directory, walkthroughShare))).toEqual([]);
  });

  test('a stack that another account would deploy is refused', () => {
    stack('{"Resources": {}}', { assumeRoleArn: 'arn:${AWS::Partition}:iam::999999999999:role/deploy' });

    expect(refusals(proveDirectory(directory, walkthroughShare))).toEqual([
      'stack CompanyStack is for account 111111111111, but this role is of account 999999999999: arn:aws:iam::999999999999:role/deploy. The role would deploy the stack.',
    ]);
  });

  test('a megabyte of text is read', () => {
    stack(JSON.stringify({ Resources: {}, Description: '\\"{'.repeat(250_000) }));

    expect(refusals(proveDirectory(directory, walkthroughShare))).toEqual([]);
  });

  test('an artifact of a type that is not known is refused', () => {
    manifest({ type: 'aws:terraform:stack' });

    expect(refusals(proveDirectory(directory, walkthroughShare))).toEqual([
      'CompanyStack is an artifact of type aws:terraform:stack, which is not modelled.',
    ]);
  });

  test('stops a synth as a broken promise does', () => {
    manifest({ type: 'aws:terraform:stack' });

    expect(brokenPromise(directory, walkthroughShare, { color: false, width: 100 })).toContain(
      'Not decided: 1 item is outside what the proof understands',
    );
  });
});
