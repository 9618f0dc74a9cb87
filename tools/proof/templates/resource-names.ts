import { createHash } from 'node:crypto';
import type { StackTemplate } from './assembly';
import { isObject, type JsonObject } from './json';
import { UnresolvableError } from './unresolvable-error';

/** A stack, and how to read what stands in its template. */
export interface StackReader {
  readonly stack: StackTemplate;
  /** The value of a property; undefined if it is left out. @throws UnresolvableError */
  readonly property: (value: unknown) => unknown;
}

/**
 * What `Ref` gives for a resource. A name that CloudFormation makes up is written as an example of one:
 * `STACK-LOGICALID-000000000000`, which is what such names look like.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
export function nameOf(reader: StackReader, logicalId: string, resource: JsonObject): string {
  const type = String(resource.Type);
  switch (type) {
    case 'AWS::IAM::ManagedPolicy':
    case 'AWS::Lambda::LayerVersion':
      return arnOf(reader, logicalId, resource);
    case 'AWS::SSO::PermissionSet':
      return `${String(propertyOf(reader, resource, 'InstanceArn'))}|${arnOf(reader, logicalId, resource)}`;
    case 'AWS::S3::BucketPolicy':
    case 'AWS::IAM::Policy':
      return logicalId;
    default:
      return physicalName(reader, logicalId, resource);
  }
}

/** What `Fn::GetAtt` gives. */
export function attributeOf(
  reader: StackReader,
  logicalId: string,
  resource: JsonObject,
  attribute: string,
): string {
  const type = String(resource.Type);
  if (type === 'AWS::KMS::Key' && attribute === 'KeyId') return physicalName(reader, logicalId, resource);
  if (type === 'AWS::S3::AccessPoint' && attribute === 'Name')
    return physicalName(reader, logicalId, resource);
  if (attribute === ARN_ATTRIBUTES[type]) return arnOf(reader, logicalId, resource);
  throw new UnresolvableError(
    `Fn::GetAtt ${logicalId}.${attribute} of ${type} is known only once it is deployed`,
  );
}

const ARN_ATTRIBUTES: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'Arn',
  'AWS::IAM::User': 'Arn',
  'AWS::IAM::Group': 'Arn',
  'AWS::IAM::ManagedPolicy': 'PolicyArn',
  'AWS::S3::Bucket': 'Arn',
  'AWS::S3::AccessPoint': 'Arn',
  'AWS::Lambda::Function': 'Arn',
  'AWS::KMS::Key': 'Arn',
  'AWS::SSO::PermissionSet': 'PermissionSetArn',
};

/** @throws UnresolvableError for a type whose ARNs this project does not know how to write */
export function arnOf(reader: StackReader, logicalId: string, resource: JsonObject): string {
  const { account, region } = reader.stack;
  const type = String(resource.Type);
  const name = physicalName(reader, logicalId, resource);
  const path = (): string => {
    const given = propertyOf(reader, resource, 'Path');
    return typeof given === 'string' ? given : '/';
  };
  switch (type) {
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${account}:role${path()}${name}`;
    case 'AWS::IAM::User':
      return `arn:aws:iam::${account}:user${path()}${name}`;
    case 'AWS::IAM::Group':
      return `arn:aws:iam::${account}:group${path()}${name}`;
    case 'AWS::IAM::ManagedPolicy':
      return `arn:aws:iam::${account}:policy${path()}${name}`;
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name}`;
    case 'AWS::S3::AccessPoint':
      return `arn:aws:s3:${region}:${account}:accesspoint/${name}`;
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${region}:${account}:function:${name}`;
    case 'AWS::Lambda::LayerVersion':
      return `arn:aws:lambda:${region}:${account}:layer:${name}:1`;
    case 'AWS::KMS::Key':
      return `arn:aws:kms:${region}:${account}:key/${name}`;
    case 'AWS::SSO::PermissionSet': {
      const instance =
        String(propertyOf(reader, resource, 'InstanceArn'))
          .split('/')
          .pop() ?? '';
      return `arn:aws:sso:::permissionSet/${instance}/${reader.stack.name}.${logicalId}`;
    }
    default:
      throw new UnresolvableError(`the ARN of ${logicalId} (${type}) is known only once it is deployed`);
  }
}

const NAME_PROPERTIES: Readonly<Record<string, string | undefined>> = {
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::S3::AccessPoint': 'Name',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Lambda::LayerVersion': 'LayerName',
  'AWS::SSO::PermissionSet': 'Name',
};

function physicalName(reader: StackReader, logicalId: string, resource: JsonObject): string {
  const type = String(resource.Type);
  if (type === 'AWS::KMS::Key')
    return `00000000-0000-0000-0000-000000000000-${reader.stack.name}-${logicalId}`;
  const property = NAME_PROPERTIES[type];
  if (property === undefined)
    throw new UnresolvableError(`Ref ${logicalId} (${type}) is known only once it is deployed`);
  const given = propertyOf(reader, resource, property);
  if (typeof given === 'string') return given;
  const made = madeUpName(`${reader.stack.name}-${logicalId}`);
  return type.startsWith('AWS::S3::') ? made.toLowerCase() : made;
}

/** What is cut off goes into the suffix, so that no two resources share a name. */
function madeUpName(whole: string): string {
  const rest = whole.slice(51);
  const suffix = rest === '' ? '' : createHash('sha256').update(rest).digest('hex').slice(0, 12);
  return `${whole.slice(0, 51)}-${suffix.padStart(12, '0').toUpperCase()}`;
}

function propertyOf({ property }: StackReader, resource: JsonObject, name: string): unknown {
  return isObject(resource.Properties) ? property(resource.Properties[name]) : undefined;
}
