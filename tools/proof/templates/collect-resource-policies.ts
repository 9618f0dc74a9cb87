import { sayProofTemplates as say } from '../../../words/say';
import type { Collecting } from './collecting';
import type { FoundResource } from './found-resource';
import type { ResourcePolicyEntry } from './inventory';
import { fatesOf } from './staying';

/** Policies of access points, keys, functions, topics, queues and logs. */
export function collectResourcePolicies(collecting: Collecting): ResourcePolicyEntry[] {
  const each = (type: string, read: (resource: FoundResource) => readonly ResourcePolicyEntry[]) =>
    collecting.each(collecting.ofType(type), read).flat();
  return [
    ...each('AWS::S3::AccessPoint', (point) => ownPolicy(point, 'accessPoint', 'Policy')),
    ...each('AWS::KMS::Key', (key) => {
      const name = say('kmsKey', { name: key.logicalId });
      return [
        {
          ...entry(key, name, key.arn, key.policy('KeyPolicy', say('policyOf', { resource: name }))),
          ...fatesOf(key),
          unusable: unusableFor(key),
        },
      ];
    }),
    ...each('AWS::Lambda::Permission', (permission) => [lambdaPermission(permission)]),
    ...each('AWS::SNS::TopicPolicy', (policy) => policyOfMany(policy, 'topic', policy.someTexts('Topics'))),
    ...each('AWS::SNS::TopicInlinePolicy', (policy) =>
      policyOfMany(policy, 'topic', [policy.text('TopicArn')]),
    ),
    ...each('AWS::SQS::QueuePolicy', (policy) => policyOfMany(policy, 'queue', policy.someTexts('Queues'))),
    ...each('AWS::SQS::QueueInlinePolicy', (policy) => policyOfMany(policy, 'queue', [policy.text('Queue')])),
    ...each('AWS::Logs::LogGroup', (group) => ownPolicy(group, 'logGroup', 'ResourcePolicyDocument')),
    ...each('AWS::Logs::ResourcePolicy', (policy) => [logsPolicy(policy)]),
  ];
}

function entry(
  { account }: FoundResource,
  resource: string,
  arn: string,
  policy: ResourcePolicyEntry['policy'],
): ResourcePolicyEntry {
  return { resource, arn, account, policy };
}

/**
 * S3 takes keys for symmetric encryption alone. One of an outside origin has no material until somebody imports it.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
function unusableFor(key: FoundResource): string[] {
  const usable = { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', Origin: 'AWS_KMS' };
  const others = Object.entries(usable).flatMap(([property, wanted]) => {
    const value = key.optionalText(property) ?? wanted;
    return value === wanted ? [] : [say('keyIs', { property, value })];
  });
  return (key.optionalBoolean('Enabled') ?? true) ? others : [say('keyIsOff'), ...others];
}

/** One that a resource need not have. */
function ownPolicy(
  resource: FoundResource,
  kind: 'accessPoint' | 'logGroup',
  property: string,
): ResourcePolicyEntry[] {
  if (resource.property(property) === undefined) return [];
  const name = say(kind, { name: resource.logicalId });
  return [
    entry(resource, name, resource.arn, resource.policy(property, say('policyOf', { resource: name }))),
  ];
}

/** @param names ARNs of topics, or addresses of queues */
function policyOfMany(
  policy: FoundResource,
  kind: 'topic' | 'queue',
  names: readonly string[],
): ResourcePolicyEntry[] {
  return names.map((name) => {
    const short = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    const resource = say(kind, { name: short });
    return entry(policy, resource, name, policy.policy('PolicyDocument', say('policyOf', { resource })));
  });
}

/** It is for whole services, and for any log group that it names. */
function logsPolicy(policy: FoundResource): ResourcePolicyEntry {
  const name = say('logsPolicy', { name: policy.logicalId });
  const arn = `arn:aws:logs:${policy.region}:${policy.account}:*`;
  return entry(policy, say('logs', { name: policy.logicalId }), arn, policy.policy('PolicyDocument', name));
}

/**
 * Lambda keeps a permission as a statement of the function's policy.
 *
 * https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
function lambdaPermission(permission: FoundResource): ResourcePolicyEntry {
  const principal = permission.text('Principal');
  const functionName = permission.text('FunctionName');
  const conditions: readonly (readonly [string, string, string | undefined])[] = [
    ['ArnLike', 'AWS:SourceArn', permission.optionalText('SourceArn')],
    ['StringEquals', 'AWS:SourceAccount', permission.optionalText('SourceAccount')],
    ['StringEquals', 'aws:PrincipalOrgID', permission.optionalText('PrincipalOrgID')],
  ];
  const condition: Record<string, Record<string, string>> = {};
  for (const [operator, key, value] of conditions) {
    if (value !== undefined) condition[operator] = { ...condition[operator], [key]: value };
  }
  const statement = {
    Effect: 'Allow',
    Principal: principal.includes('.amazonaws.com') ? { Service: principal } : { AWS: principal },
    Action: permission.text('Action'),
    Resource: '*',
    Condition: condition,
  };
  return entry(permission, say('lambdaFunction', { name: functionName }), functionName, {
    name: say('lambdaPermission', { permission: permission.logicalId, name: functionName }),
    document: { Version: '2012-10-17', Statement: [statement] },
    origin: permission.origin,
  });
}
