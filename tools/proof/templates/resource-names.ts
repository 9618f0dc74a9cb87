import { createHash } from 'node:crypto';
import type { StackTemplate } from './assembly';
import { UnresolvableError } from './unresolvable-error';

/** One resource, and how to read what its template says of it. */
export interface TemplateResource {
  readonly stack: StackTemplate;
  readonly logicalId: string;
  readonly type: string;
  /** Undefined if it is left out. @throws UnresolvableError */
  readonly property: (name: string) => unknown;
}

/**
 * What `Ref` gives for a resource. A name that CloudFormation makes up is written as an example of one:
 * `STACK-LOGICALID-000000000000`, which is what such names look like.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
export function nameOf(resource: TemplateResource): string {
  switch (resource.type) {
    case 'AWS::IAM::ManagedPolicy':
    case 'AWS::Lambda::LayerVersion':
      return arnOf(resource);
    case 'AWS::SSO::PermissionSet':
      return `${String(resource.property('InstanceArn'))}|${arnOf(resource)}`;
    case 'AWS::S3::BucketPolicy':
    case 'AWS::IAM::Policy':
      return resource.logicalId;
    default:
      return physicalName(resource);
  }
}

/** What `Fn::GetAtt` gives. */
export function attributeOf(resource: TemplateResource, attribute: string): string {
  const { logicalId, type } = resource;
  if (NAME_ATTRIBUTES.has(`${type}.${attribute}`)) return physicalName(resource);
  if (attribute === TYPES[type]?.[1]) return arnOf(resource);
  throw new UnresolvableError(
    `Fn::GetAtt ${logicalId}.${attribute} of ${type} is known only once it is deployed`,
  );
}

const NAME_ATTRIBUTES = new Set(['AWS::KMS::Key.KeyId', 'AWS::S3::AccessPoint.Name']);

/** @throws UnresolvableError for a type whose ARNs this project does not know how to write */
export function arnOf(resource: TemplateResource): string {
  const { stack, logicalId, type } = resource;
  const { account, region } = stack;
  const name = physicalName(resource);
  const path = (): string => {
    const given = resource.property('Path');
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
      const instance = String(resource.property('InstanceArn')).split('/').pop() ?? '';
      return `arn:aws:sso:::permissionSet/${instance}/${stack.name}.${logicalId}`;
    }
    default:
      throw new UnresolvableError(`the ARN of ${logicalId} (${type}) is known only once it is deployed`);
  }
}

/** The property that names a resource, and what `Fn::GetAtt` calls its ARN. */
const TYPES: Readonly<
  Record<string, readonly [nameProperty: string | undefined, arnAttribute?: string] | undefined>
> = {
  'AWS::IAM::Role': ['RoleName', 'Arn'],
  'AWS::IAM::User': ['UserName', 'Arn'],
  'AWS::IAM::Group': ['GroupName', 'Arn'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName', 'PolicyArn'],
  'AWS::S3::Bucket': ['BucketName', 'Arn'],
  'AWS::S3::AccessPoint': ['Name', 'Arn'],
  'AWS::Lambda::Function': ['FunctionName', 'Arn'],
  'AWS::Lambda::LayerVersion': ['LayerName'],
  'AWS::KMS::Key': [undefined, 'Arn'],
  'AWS::SSO::PermissionSet': ['Name', 'PermissionSetArn'],
};

function physicalName({ stack, logicalId, type, property }: TemplateResource): string {
  if (type === 'AWS::KMS::Key') return `00000000-0000-0000-0000-000000000000-${stack.name}-${logicalId}`;
  const [nameProperty] = TYPES[type] ?? [];
  if (nameProperty === undefined)
    throw new UnresolvableError(`Ref ${logicalId} (${type}) is known only once it is deployed`);
  const given = property(nameProperty);
  if (typeof given === 'string') return given;
  const made = madeUpName(`${stack.name}-${logicalId}`);
  return type.startsWith('AWS::S3::') ? made.toLowerCase() : made;
}

/** What is cut off goes into the suffix, so that no two resources share a name. */
function madeUpName(whole: string): string {
  const rest = whole.slice(51);
  const suffix = rest === '' ? '' : createHash('sha256').update(rest).digest('hex').slice(0, 12);
  return `${whole.slice(0, 51)}-${suffix.padStart(12, '0').toUpperCase()}`;
}
