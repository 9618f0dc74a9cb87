import type { JsonObject } from '../../naive/json';
import { BUCKET, policy } from './added-documents';
import type { Assembly } from './cloudformation';
import { type Mutant, sitesOf } from './mutant';
import { OTHER_BUCKET, placesIn } from './places';

const COMPANY = '111111111111';
const STRANGER = '333333333333';
const TRAIL = (account: string) => `arn:aws:cloudtrail:ap-northeast-1:${account}:trail/all`;

/** Conditions that say for whom a service must call, that only seem to, and none. */
const PINS: readonly (readonly [string, JsonObject?])[] = [
  ['for anybody'],
  ['for the company', { StringEquals: { 'aws:SourceAccount': COMPANY } }],
  ['for the company, by a pattern without wildcards', { StringLike: { 'aws:SourceAccount': COMPANY } }],
  ['for a stranger', { StringEquals: { 'aws:SourceAccount': STRANGER } }],
  ['for the company or a stranger', { StringEquals: { 'aws:SourceAccount': [COMPANY, STRANGER] } }],
  ['for the company or whoever does not say', { StringEqualsIfExists: { 'aws:SourceAccount': COMPANY } }],
  ['for all but a stranger', { StringNotEquals: { 'aws:SourceAccount': STRANGER } }],
  ['for all but the company', { StringNotEquals: { 'aws:SourceAccount': COMPANY } }],
  ['for any account', { StringLike: { 'aws:SourceAccount': '*' } }],
  ['for accounts that begin like the company', { StringLike: { 'aws:SourceAccount': '1111*' } }],
  ['for whoever says', { Null: { 'aws:SourceAccount': 'false' } }],
  ['for a trail of the company', { ArnLike: { 'aws:SourceArn': TRAIL(COMPANY) } }],
  ['for any trail of the company', { ArnLike: { 'aws:SourceArn': TRAIL(COMPANY).replace('all', '*') } }],
  ['for any trail', { ArnLike: { 'aws:SourceArn': TRAIL('*') } }],
  ['for any trail of a stranger', { ArnLike: { 'aws:SourceArn': TRAIL(STRANGER) } }],
  ['for a bucket, whose ARN names no account', { ArnLike: { 'aws:SourceArn': BUCKET } }],
  [
    'for a bucket of the company',
    { ArnLike: { 'aws:SourceArn': BUCKET }, StringEquals: { 'aws:SourceAccount': COMPANY } },
  ],
];

const ENTERING =
  'lambda ec2 ecs-tasks states events scheduler glue codebuild firehose config cloudtrail s3'.split(' ');
const RELAYING =
  `cloudfront apigateway elasticloadbalancing vpc-lattice appsync transfer iot cognito-identity rolesanywhere
  ssm`.split(/\s+/);
const UNKNOWN = ['made-up', 'workspaces', 'quantum'];

const of = (service: string): JsonObject => ({ Service: `${service}.amazonaws.com` });

/** AWS services let in: to roles, to buckets, to functions and keys; with a pin, with what looks like one, and without. */
export function serviceMutants(assembly: Assembly): Mutant[] {
  return [...entered(assembly), ...buckets(assembly), ...keys(assembly), ...functions(assembly)];
}

function entered(assembly: Assembly): Mutant[] {
  const { inTrust, inCompany } = placesIn(assembly);
  const trust = (service: string, condition?: JsonObject): JsonObject => ({
    Effect: 'Allow',
    Principal: of(service),
    Action: 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  });
  const role = (service: string, condition?: JsonObject) =>
    inCompany({
      Worker: {
        Type: 'AWS::IAM::Role',
        Properties: { AssumeRolePolicyDocument: policy(trust(service, condition)) },
      },
    });
  const [, pinned] = PINS[1] ?? [];
  return [...ENTERING, ...RELAYING, ...UNKNOWN].flatMap((service) => [
    { name: `a role for ${service}`, assembly: role(service) },
    { name: `a role for ${service}, for the company`, assembly: role(service, pinned) },
    { name: `the lent role for ${service}, for the company`, assembly: inTrust(trust(service, pinned)) },
  ]);
}

function buckets(assembly: Assembly): Mutant[] {
  const { inBucketPolicy, inOtherBucket } = placesIn(assembly);
  const statement = (service: string, action: string, arn: string, condition?: JsonObject): JsonObject => ({
    Effect: 'Allow',
    Principal: of(service),
    Action: action,
    Resource: [arn, `${arn}/*`],
    ...(condition && { Condition: condition }),
  });
  const writing = ['logging.s3', 'cloudtrail', 's3', 'delivery.logs', 'config'].flatMap((service) =>
    PINS.map(([pin, condition]) => ({
      name: `${service} may put objects into another bucket, ${pin}`,
      assembly: inOtherBucket(statement(service, 's3:PutObject', OTHER_BUCKET, condition)),
    })),
  );
  const [, pinned] = PINS[1] ?? [];
  const others = ['logging.s3', 'cloudfront', 'cloudtrail', 'rolesanywhere', 'made-up', 'iot'].flatMap(
    (service) =>
      ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 's3:*'].flatMap((action) => [
        {
          name: `${service} may ${action} in the shared bucket, for the company`,
          assembly: inBucketPolicy(statement(service, action, BUCKET, pinned)),
        },
        {
          name: `${service} may ${action} in another bucket, for the company`,
          assembly: inOtherBucket(statement(service, action, OTHER_BUCKET, pinned)),
        },
      ]),
  );
  return [...writing, ...others];
}

function keys(assembly: Assembly): Mutant[] {
  const { inCompany } = placesIn(assembly);
  const own = { Effect: 'Allow', Principal: { AWS: COMPANY }, Action: 'kms:*', Resource: '*' };
  return ['cloudtrail', 'cloudfront', 'made-up'].flatMap((service) =>
    PINS.slice(0, 3).map(([pin, condition]) => ({
      name: `a key for ${service}, ${pin}`,
      assembly: inCompany({
        Key: {
          Type: 'AWS::KMS::Key',
          Properties: {
            KeyPolicy: {
              Version: '2012-10-17',
              Statement: [
                own,
                {
                  Effect: 'Allow',
                  Principal: of(service),
                  Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
                  Resource: '*',
                  ...(condition && { Condition: condition }),
                },
              ],
            },
          },
        },
      }),
    })),
  );
}

/** Only in templates that have a function. */
function functions(assembly: Assembly): Mutant[] {
  const [code] = sitesOf(assembly, 'AWS::Lambda::Function');
  if (!code) return [];
  const pins: readonly (readonly [string, JsonObject])[] = [
    ['for anybody', {}],
    ['for the company', { SourceAccount: COMPANY }],
    ['for a stranger', { SourceAccount: STRANGER }],
    ['for a bucket, whose ARN names no account', { SourceArn: BUCKET }],
    ['for a rule of the company', { SourceArn: `arn:aws:events:ap-northeast-1:${COMPANY}:rule/all` }],
    ['for a rule of a stranger', { SourceArn: `arn:aws:events:ap-northeast-1:${STRANGER}:rule/all` }],
    ['for any rule', { SourceArn: 'arn:aws:events:*:*:rule/*' }],
  ];
  const { inCompany } = placesIn(assembly);
  return ['s3', 'events', 'logs', 'apigateway', 'iot', 'made-up'].flatMap((service) =>
    pins.map(([pin, properties]) => ({
      name: `${service} may run the function, ${pin}`,
      assembly: inCompany({
        MayRun: {
          Type: 'AWS::Lambda::Permission',
          Properties: {
            FunctionName: { Ref: code.logicalId },
            Action: 'lambda:InvokeFunction',
            Principal: `${service}.amazonaws.com`,
            ...properties,
          },
        },
      }),
    })),
  );
}
