import { createHash } from 'node:crypto';
import { sayProofTemplates as say } from '../../../words/say';
import type { StackTemplate } from './assembly';
import { shown } from './json';
import { MADE_UP } from './made-up';
import { KnownLaterError, UnresolvableError } from './unresolvable-error';

/** One resource, and how to read what its template says of it. */
export interface TemplateResource {
  readonly stack: StackTemplate;
  readonly logicalId: string;
  readonly type: string;
  /** Undefined if it is left out. @throws UnresolvableError */
  readonly property: (name: string) => unknown;
}

/** What `Ref` gives. A name that CloudFormation makes up ends in MADE_UP. */
export function nameOf(resource: TemplateResource): string {
  const { ref = 'name' } = TYPES[resource.type] ?? {};
  switch (ref) {
    case 'arn':
      return arnOf(resource);
    case 'url':
      return queueUrl(resource);
    case 'logical id':
      return resource.logicalId;
    case 'instance and arn':
      return `${textIn(resource, 'InstanceArn')}|${arnOf(resource)}`;
    case 'name':
      return physicalName(resource);
  }
}

/** What `Fn::GetAtt` gives. */
export function attributeOf(resource: TemplateResource, attribute: string): string {
  const { logicalId, type } = resource;
  switch (TYPES[type]?.attributes?.[attribute]) {
    case 'name':
      return physicalName(resource);
    case 'arn':
      return arnOf(resource);
    case 'all of its streams':
      return `${arnOf(resource)}:*`;
    case 'url':
      return queueUrl(resource);
    default:
      throw new KnownLaterError(say('attributeLater', { logicalId, attribute, type }));
  }
}

/** @throws UnresolvableError for a type whose ARNs this project does not know how to write */
export function arnOf(resource: TemplateResource): string {
  const { stack, logicalId, type } = resource;
  const arn = TYPES[type]?.arn;
  if (arn === undefined) throw new KnownLaterError(say('arnLater', { logicalId, type }));
  return `arn:aws:${arn(stack, physicalName(resource), resource)}`;
}

interface Naming {
  /** The property that names it; without one, the whole name is made up. */
  readonly property?: string;
  /** @default 'name' */
  readonly ref?: 'name' | 'arn' | 'url' | 'logical id' | 'instance and arn';
  readonly attributes?: Readonly<Record<string, 'name' | 'arn' | 'url' | 'all of its streams' | undefined>>;
  /** What follows `arn:aws:`. */
  readonly arn?: WriteArn;
}

type WriteArn = (stack: StackTemplate, name: string, resource: TemplateResource) => string;

/** `iam::ACCOUNT:role/PATH/NAME` */
const inIam = (kind: string): WriteArn => {
  return ({ account }, name, resource) => `iam::${account}:${kind}${path(resource)}${name}`;
};

/** `lambda:REGION:ACCOUNT:function:NAME` */
const inRegion = (service: string, kind = '', end = ''): WriteArn => {
  return ({ account, region }, name) => `${service}:${region}:${account}:${kind}${name}${end}`;
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html */
const TYPES: Readonly<Record<string, Naming | undefined>> = {
  'AWS::IAM::Role': { property: 'RoleName', arn: inIam('role'), attributes: { Arn: 'arn' } },
  'AWS::IAM::User': { property: 'UserName', arn: inIam('user'), attributes: { Arn: 'arn' } },
  'AWS::IAM::Group': { property: 'GroupName', arn: inIam('group'), attributes: { Arn: 'arn' } },
  'AWS::IAM::ManagedPolicy': {
    property: 'ManagedPolicyName',
    ref: 'arn',
    arn: inIam('policy'),
    attributes: { PolicyArn: 'arn' },
  },
  'AWS::IAM::Policy': { ref: 'logical id' },
  'AWS::S3::Bucket': {
    property: 'BucketName',
    arn: (_, name) => `s3:::${name}`,
    attributes: { Arn: 'arn' },
  },
  'AWS::S3::BucketPolicy': { ref: 'logical id' },
  'AWS::S3::AccessPoint': {
    property: 'Name',
    arn: inRegion('s3', 'accesspoint/'),
    attributes: { Arn: 'arn', Name: 'name' },
  },
  'AWS::Lambda::Function': {
    property: 'FunctionName',
    arn: inRegion('lambda', 'function:'),
    attributes: { Arn: 'arn' },
  },
  'AWS::Lambda::LayerVersion': {
    property: 'LayerName',
    ref: 'arn',
    arn: inRegion('lambda', 'layer:', `:${MADE_UP}`),
    attributes: { LayerVersionArn: 'arn' },
  },
  'AWS::KMS::Key': { arn: inRegion('kms', 'key/'), attributes: { Arn: 'arn', KeyId: 'name' } },
  'AWS::SNS::Topic': {
    property: 'TopicName',
    ref: 'arn',
    arn: inRegion('sns'),
    attributes: { TopicArn: 'arn', TopicName: 'name' },
  },
  'AWS::SQS::Queue': {
    property: 'QueueName',
    ref: 'url',
    arn: inRegion('sqs'),
    attributes: { Arn: 'arn', QueueName: 'name', QueueUrl: 'url' },
  },
  'AWS::Logs::LogGroup': {
    property: 'LogGroupName',
    arn: inRegion('logs', 'log-group:'),
    attributes: { Arn: 'all of its streams' },
  },
  'AWS::Events::Rule': { property: 'Name', arn: eventRule, attributes: { Arn: 'arn' } },
  'AWS::CloudTrail::Trail': {
    property: 'TrailName',
    arn: inRegion('cloudtrail', 'trail/'),
    attributes: { Arn: 'arn' },
  },
  'AWS::DynamoDB::Table': {
    property: 'TableName',
    arn: inRegion('dynamodb', 'table/'),
    attributes: { Arn: 'arn' },
  },
  'AWS::SSO::PermissionSet': {
    property: 'Name',
    ref: 'instance and arn',
    arn: ({ name }, _, resource) => {
      const instance = textIn(resource, 'InstanceArn').split('/').pop() ?? '';
      return `sso:::permissionSet/${instance}/${name}.${resource.logicalId}${MADE_UP}`;
    },
    attributes: { PermissionSetArn: 'arn' },
  },
};

/** On a bus of its own a rule is called by both names. */
function eventRule(stack: StackTemplate, name: string, { logicalId, property }: TemplateResource): string {
  if (property('EventBusName') !== undefined) throw new UnresolvableError(say('arnOnBus', { logicalId }));
  return `events:${stack.region}:${stack.account}:rule/${name}`;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html */
function queueUrl(resource: TemplateResource): string {
  const { account, region } = resource.stack;
  return `https://sqs.${region}.amazonaws.com/${account}/${physicalName(resource)}`;
}

function path(resource: TemplateResource): string {
  return resource.property('Path') === undefined ? '/' : textIn(resource, 'Path');
}

function physicalName(resource: TemplateResource): string {
  const { stack, logicalId, type, property } = resource;
  if (type === 'AWS::KMS::Key') return `${stack.name}.${logicalId}${MADE_UP}`;
  const nameProperty = TYPES[type]?.property;
  if (nameProperty === undefined) throw new KnownLaterError(say('refLater', { logicalId, type }));
  if (property(nameProperty) !== undefined) return textIn(resource, nameProperty);
  const made = madeUpName(`${stack.name}-${logicalId}`);
  return type.startsWith('AWS::S3::') ? made.toLowerCase() : made;
}

/** CloudFormation takes a number for a name from some types and not from others. */
function textIn({ logicalId, property }: TemplateResource, name: string): string {
  const value = property(name);
  if (typeof value === 'string') return value;
  throw new UnresolvableError(say('nameMustBeText', { property: name, logicalId, got: shown(value) }));
}

/** The front is cut where CloudFormation may cut it; what is cut off keeps two resources from sharing a name. */
function madeUpName(whole: string): string {
  const rest = whole.slice(51);
  const mark = rest === '' ? '' : createHash('sha256').update(rest).digest('hex').slice(0, 12);
  return `${whole.slice(0, 51)}-${MADE_UP}${mark}`;
}
