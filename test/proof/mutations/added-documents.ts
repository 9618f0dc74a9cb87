import type { Json, JsonObject } from '../../naive/json';
import { type Assembly, textOf } from './cloudformation';
import { type Site, sitesOf } from './mutant';

export const BUCKET = 'arn:aws:s3:::company-shared-data-bucket-12345';

export function allow(action: Json, resource: Json): JsonObject {
  return policy({ Effect: 'Allow', Action: action, Resource: resource });
}

export function policy(statement: JsonObject): JsonObject {
  return { Version: '2012-10-17', Statement: [{ Sid: 'Added', ...statement }] };
}

/** One statement each, by what it does. */
export const DOCUMENTS: Readonly<Record<string, JsonObject>> = {
  'that writes': allow('s3:PutObject', `${BUCKET}/*`),
  'that reads another bucket': allow('s3:GetObject', 'arn:aws:s3:::another-bucket/*'),
  'that reads old versions': allow('s3:GetObjectVersion', `${BUCKET}/*`),
  'that lists all buckets': allow('s3:ListAllMyBuckets', '*'),
  'that allows everything': allow('*', '*'),
  'that enters any role': allow('sts:AssumeRole', '*'),
  'that allows what is denied anyway': policy({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: `${BUCKET}/vendor/acme/reports/exports/*`,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  }),
  'that denies all reading': policy({ Effect: 'Deny', Action: 's3:Get*', Resource: '*' }),
  'that denies what nobody may': policy({ Effect: 'Deny', Action: 's3:Put*', Resource: '*' }),
  'that denies one object': policy({
    Effect: 'Deny',
    Action: 's3:GetObject',
    Resource: `${BUCKET}/reports/secret`,
  }),
};

/** The roles that are lent: CDK names none of its own. */
export function lentRoles(assembly: Assembly): Site[] {
  return sitesOf(assembly, 'AWS::IAM::Role').filter((role) => role.properties['RoleName'] !== undefined);
}

/** Of the first vendor's role, also for templates that can only name it. */
export function lentRoleArn(assembly: Assembly): string {
  const [role] = lentRoles(assembly);
  if (!role) throw new Error('no role is lent');
  return `arn:aws:iam::${role.account}:role${textOf(role.properties['Path'] ?? '/')}${textOf(role.properties['RoleName'])}`;
}

/** What a KMS key takes as its policy. */
export const KEY_FOR = (principal: JsonObject): JsonObject => ({
  KeyPolicy: policy({ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' }),
});
