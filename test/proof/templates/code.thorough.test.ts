// tools/proof/templates/code.ts, tools/proof/templates/cdk-functions.ts and tools/proof/templates/assets.ts
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Bucket, EventType } from 'aws-cdk-lib/aws-s3';
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { LogRetention } from 'aws-cdk-lib/aws-logs';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { readAssembly } from '../../../tools/proof/templates/assembly';
import { inventoryOf } from '../../../tools/proof/templates/collect';
import { companyWith, walkthroughShare } from '../../lib/walkthrough-share';
import { type Folder, proveTampered } from '../tampered';
import {
  assemblyOf,
  type Edit,
  headlines,
  proveWith,
  readAt,
  refusals,
  synthesized,
  unjudgedWith,
} from '../templates';

const FUNCTION = 'CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C81C01536';
const LAYER = 'SeedObjectsDeploymentAwsCliLayerE0B3DBA0';
const COPY = 'SeedObjectsDeploymentCustomResource6062C4C0';
const ROLE_OF_FUNCTION = 'CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756CServiceRole89A01265';

/** Else it would have to be looked up. */
const ZONES = 'availability-zones:account=111111111111:region=ap-northeast-1';

const assembly = assemblyOf(walkthroughShare);
let original: string;
beforeAll(() => {
  original = synthesized(walkthroughShare);
});

const prove = (...edits: Edit[]) => proveWith(walkthroughShare, assembly, ...edits);
const unjudged = (...edits: Edit[]) => unjudgedWith(walkthroughShare, assembly, ...edits);
const inFunction = (name: string, value: unknown): Edit => [
  'CompanyStack',
  ['Resources', FUNCTION, 'Properties', name],
  value,
];
const added = (id: string, Type: string, Properties: unknown): Edit => [
  'CompanyStack',
  ['Resources', id],
  { Type, Properties },
];
const roleArn = { 'Fn::GetAtt': [ROLE_OF_FUNCTION, 'Arn'] };
const OWN_BUCKET = 'cdk-hnb659fds-assets-111111111111-ap-northeast-1';
const image = (ImageUri: string) =>
  added('More', 'AWS::Lambda::Function', { Code: { ImageUri }, Role: roleArn });

describe("code that may be somebody else's is not decided", () => {
  test.each<[string, Edit, string]>([
    [
      'a bucket of somebody else',
      inFunction('Code', { S3Bucket: 'somebodys', S3Key: 'x.zip' }),
      'its Code is s3://somebodys/x.zip, which is not among what is uploaded for CompanyStack',
    ],
    [
      'another key of the own bucket',
      inFunction('Code', { S3Bucket: OWN_BUCKET, S3Key: 'x.zip' }),
      `its Code is s3://${OWN_BUCKET}/x.zip, which is not among what is uploaded`,
    ],
    [
      'an older version of the key',
      [
        'CompanyStack',
        ['Resources', FUNCTION, 'Properties', 'Code', 'S3ObjectVersion'],
        '3/L4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY',
      ],
      'its Code has S3ObjectVersion, which is not understood',
    ],
    [
      'an image',
      image('999999999999.dkr.ecr.ap-northeast-1.amazonaws.com/somebodys:latest'),
      'its Code is the image 999999999999.dkr.ecr.ap-northeast-1.amazonaws.com/somebodys:latest, which is not among',
    ],
    [
      'an image of its own account that was not synthesized',
      image(
        `111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/cdk-hnb659fds-container-assets-111111111111-ap-northeast-1:x`,
      ),
      'which is not among what is uploaded for CompanyStack: what runs there is not known',
    ],
    [
      'a layer of somebody else',
      inFunction('Layers', ['arn:aws:lambda:ap-northeast-1:999999999999:layer:theirs:1']),
      'its layer arn:aws:lambda:ap-northeast-1:999999999999:layer:theirs:1 is not in these templates',
    ],
    [
      'a layer beside its own',
      inFunction('Layers', [{ Ref: LAYER }, 'arn:aws:lambda:ap-northeast-1:111111111111:layer:more:1']),
      'its layer arn:aws:lambda:ap-northeast-1:111111111111:layer:more:1 is not in these templates',
    ],
    [
      'a layer made of somebody’s archive',
      [
        'CompanyStack',
        ['Resources', LAYER, 'Properties', 'Content'],
        { S3Bucket: 'somebodys', S3Key: 'l.zip' },
      ],
      'its Content is s3://somebodys/l.zip, which is not among what is uploaded for CompanyStack',
    ],
    ['code that is left out', inFunction('Code', undefined), 'its S3Bucket must be text'],
    ['code that is text', inFunction('Code', 'def handler: pass'), 'its Code must be an object'],
    [
      'code in two places',
      inFunction('Code', { ZipFile: 'x', S3Bucket: OWN_BUCKET, S3Key: 'x.zip' }),
      'its Code has S3Bucket, S3Key, which is not understood',
    ],
    [
      "another function of the company's, from elsewhere",
      added('More', 'AWS::Lambda::Function', {
        Code: { S3Bucket: 'company-builds', S3Key: 'x.zip' },
        Role: roleArn,
      }),
      'AWS::Lambda::Function More: its Code is s3://company-builds/x.zip, which is not among',
    ],
  ])('%s', (_, edit, says) => {
    expect(unjudged(edit).join('\n')).toContain(says);
  });

  test("a function of the company's own, in the template or from the assembly, is understood", () => {
    const company = assembly.stacks.find(({ name }) => name === 'CompanyStack');
    const uploaded = readAt(company?.template, ['Resources', FUNCTION, 'Properties', 'Code']);
    const report = prove(
      added('One', 'AWS::Lambda::Function', {
        Code: { ZipFile: 'exports.handler = () => {}' },
        Environment: { Variables: { VENDOR: '222222222222' } },
        Handler: 'index.handler',
        Role: roleArn,
        Runtime: 'nodejs22.x',
      }),
      added('Two', 'AWS::Lambda::Function', {
        Code: uploaded,
        Handler: 'index.handler',
        Role: roleArn,
        Runtime: 'python3.13',
      }),
    );

    expect([report.verdict, ...refusals(report)]).toEqual(['holds']);
  });
});

describe('a function that is called while deploying must be the one that CDK writes', () => {
  const notCdks = `Custom::CDKBucketDeployment ${COPY}: its function ${FUNCTION} is not that of the installed aws-cdk-lib 2.276.0: `;
  test.each<[string, Edit, string]>([
    ['another handler', inFunction('Handler', 'index.other'), 'its Handler is index.other'],
    ['another runtime', inFunction('Runtime', 'provided.al2023'), 'its Runtime is provided.al2023'],
    ['no layer', inFunction('Layers', undefined), 'its layers are different'],
    [
      'an environment that tells Python to load something',
      inFunction('Environment', {
        Variables: { AWS_CA_BUNDLE: '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem', PYTHONPATH: '/tmp' },
      }),
      'its Environment is {"Variables":{"AWS_CA_BUNDLE"',
    ],
    [
      'other certificates',
      inFunction('Environment', { Variables: { AWS_CA_BUNDLE: '/opt/evil.pem' } }),
      'its Environment is {"Variables":{"AWS_CA_BUNDLE":"/opt/evil.pem"}}',
    ],
    ['a mounted disk', inFunction('FileSystemConfigs', [{}]), 'it has FileSystemConfigs'],
    ['a command of its own', inFunction('ImageConfig', { Command: ['x'] }), 'it has ImageConfig'],
    [
      'code in the template',
      inFunction('Code', { ZipFile: 'def handler(a, b): pass' }),
      'its code is different',
    ],
  ])('%s', (_, edit, difference) => {
    expect(unjudged(edit).join('\n')).toContain(`${notCdks}${difference}`);
  });

  test.each<[string, Edit]>([
    ['more memory', inFunction('MemorySize', 2048)],
    ['a description', inFunction('Description', 'copies')],
    ['its name', inFunction('FunctionName', 'copies')],
    ['a newer Python', inFunction('Runtime', 'python3.14')],
    ['another processor', inFunction('Architectures', ['x86_64'])],
  ])('and %s changes nothing', (_, edit) => {
    expect(unjudged(edit)).toEqual([]);
  });

  const sources = readFileSync(
    'node_modules/aws-cdk-lib/custom-resource-handlers/dist/aws-s3-deployment/bucket-deployment-handler/index.py',
    'utf8',
  );
  const folderOf = (folder: Folder) =>
    `asset.${/"S3Key": "([0-9a-f]{64})\.zip"\s*\},\s*"Environment"/.exec(folder.read('CompanyStack.template.json'))?.[1] ?? ''}`;
  const layerOf = (folder: Folder) =>
    /asset\.[0-9a-f]{64}\.zip/.exec(folder.read('CompanyStack.assets.json'))?.[0] ?? '';
  test.each<[string, (folder: Folder) => void, string]>([
    [
      'one byte more in the file',
      (folder) => folder.write(join(folderOf(folder), 'index.py'), `${sources}\n`),
      'its code is different',
    ],
    [
      'a second file',
      (folder) => folder.write(join(folderOf(folder), 'boto3.py'), 'evil = 1'),
      'its code is different',
    ],
    [
      'a folder beside it that is loaded instead',
      (folder) => {
        mkdirSync(join(folder.path, folderOf(folder), 'boto3'));
        folder.write(join(folderOf(folder), 'boto3', '__init__.py'), 'evil = 1');
      },
      'its code is different',
    ],
    [
      'a link',
      (folder) => symlinkSync('/etc/passwd', join(folder.path, folderOf(folder), 'link')),
      'is neither a file nor a folder',
    ],
    [
      'another archive as its layer',
      (folder) => folder.write(layerOf(folder), Buffer.alloc(22_004_168)),
      'its layers are different',
    ],
  ])('%s', (_, change, says) => {
    const report = proveTampered(walkthroughShare, original, change);

    expect(headlines(report)).toEqual([]);
    expect(report.verdict).toBe('not decided');
    expect(refusals(report).join('\n')).toContain(says);
  });

  test('also for what empties the bucket', () => {
    const share = companyWith({ whenStackIsDeleted: 'delete-with-all-data' });
    const report = proveWith(share, assemblyOf(share), [
      'CompanyStack',
      [
        'Resources',
        'CustomS3AutoDeleteObjectsCustomResourceProviderHandler9D90184F',
        'Properties',
        'Environment',
      ],
      { Variables: { NODE_OPTIONS: '--require /tmp/x' } },
    ]);

    expect(refusals(report).join()).toContain(
      'is not that of the installed aws-cdk-lib 2.276.0: its Environment is',
    );
  });
});

describe('any other custom resource is not decided', () => {
  test.each<[string, Edit]>([
    ['Custom::', added('More', 'Custom::Anything', { ServiceToken: { 'Fn::GetAtt': [FUNCTION, 'Arn'] } })],
    [
      'AWS::CloudFormation::CustomResource',
      added('More', 'AWS::CloudFormation::CustomResource', {
        ServiceToken: { 'Fn::GetAtt': [FUNCTION, 'Arn'] },
      }),
    ],
    [
      "CDK's own, for any call of AWS",
      added('More', 'Custom::AWS', { ServiceToken: { 'Fn::GetAtt': [FUNCTION, 'Arn'] } }),
    ],
  ])('%s', (_, edit) => {
    expect(unjudged(edit)).toEqual([
      expect.stringMatching(
        /More: it runs a function of its own when it is deployed, and the proof does not read what that does\.$/,
      ),
    ]);
  });

  test.each<[string, unknown, string]>([
    [
      'a function of another account',
      'arn:aws:lambda:ap-northeast-1:999999999999:function:theirs',
      'is no Lambda function of this assembly',
    ],
    ['a topic', 'arn:aws:sns:ap-northeast-1:111111111111:topic', 'is no Lambda function of this assembly'],
    ['nothing', undefined, 'its ServiceToken is missing'],
  ])('with %s behind it', (_, token, says) => {
    const edit: Edit = ['CompanyStack', ['Resources', COPY, 'Properties', 'ServiceToken'], token];

    expect(unjudged(edit).join('\n')).toContain(says);
  });

  test('a function that runs inline code as an administrator', () => {
    const trust = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    };
    const report = prove(
      added('Admin', 'AWS::IAM::Role', {
        AssumeRolePolicyDocument: trust,
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      }),
      added('Code', 'AWS::Lambda::Function', {
        Code: { ZipFile: 'import boto3' },
        Handler: 'index.handler',
        Role: { 'Fn::GetAtt': ['Admin', 'Arn'] },
        Runtime: 'python3.13',
      }),
      added('Run', 'Custom::CDKBucketDeployment', {
        ServiceToken: { 'Fn::GetAtt': ['Code', 'Arn'] },
        SourceBucketNames: ['x'],
        SourceObjectKeys: ['x'],
        DestinationBucketName: 'x',
      }),
    );

    expect(report.verdict).toBe('not decided');
    expect(refusals(report).join()).toContain('its function Code is not that of the installed aws-cdk-lib');
  });
});

test("CDK's other functions are known as well: notifications, log retention, the default filter of a network", () => {
  const app = new App({
    context: { ...flags, [ZONES]: ['ap-northeast-1a'] },
    analyticsReporting: false,
  });
  const stack = new Stack(app, 'Other', { env: { account: '111111111111', region: 'ap-northeast-1' } });
  const bucket = new Bucket(stack, 'Bucket');
  bucket.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(new Queue(stack, 'Queue')));
  new LogRetention(stack, 'Retention', { logGroupName: '/a', retention: 7 });
  new Vpc(stack, 'Vpc', { natGateways: 0 });
  const { directory } = app.synth({ validateOnSynthesis: false });

  const { stacks } = readAssembly(directory);
  const written = JSON.stringify(stacks);
  for (const type of [
    'Custom::S3BucketNotifications',
    'Custom::LogRetention',
    'Custom::VpcRestrictDefaultSG',
  ])
    expect(written).toContain(`"Type":"${type}"`);
  expect(inventoryOf({ stacks }).unjudged).toEqual([]);
});
