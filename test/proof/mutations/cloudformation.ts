/** CloudFormation as the oracle reads it: written for these tests alone, so that it shares no mistake with the proof. */

import { type Json, type JsonObject, isList, isObject, listOf, objectAt } from '../../naive/json';

/** One stack of an assembly, with the account and region that it is deployed to. */
export interface Stack {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly template: JsonObject;
}

export type Assembly = readonly Stack[];

/** One resource that would really be created: its `Condition`, if any, was found to hold. */
export interface Resource {
  readonly stack: Stack;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** What CloudFormation would reject, or what nobody can know before it is deployed. */
export class Undeployable extends Error {}

export function textsOf(value: Json | undefined): string[] {
  return listOf(value).map((item) => {
    if (typeof item === 'object') throw new Undeployable(`text expected, got ${JSON.stringify(item)}`);
    return String(item);
  });
}

/** One text; a number or a truth value counts as what it looks like. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null || typeof value === 'object') {
    throw new Undeployable(`text expected, got ${JSON.stringify(value)}`);
  }
  return String(value);
}

export function resourcesOf(stack: Stack): readonly Resource[] {
  const known = read.get(stack) ?? readResources(stack);
  read.set(stack, known);
  return known;
}

const read = new WeakMap<Stack, readonly Resource[]>();

function readResources(stack: Stack): Resource[] {
  return Object.entries(objectAt(stack.template, 'Resources')).flatMap(([logicalId, resource]) => {
    if (!isObject(resource) || typeof resource['Type'] !== 'string')
      throw new Undeployable(`${logicalId} has no type`);
    const condition = resource['Condition'];
    if (condition !== undefined && !holds(objectAt(stack.template, 'Conditions')[textOf(condition)]))
      return [];
    return [{ stack, logicalId, type: resource['Type'], properties: objectAt(resource, 'Properties') }];
  });
}

/** Only `Fn::Equals` of literals: that is all that the mutants write. */
function holds(condition: Json | undefined): boolean {
  const equals = isObject(condition) ? condition['Fn::Equals'] : undefined;
  if (!isList(equals)) throw new Undeployable('unknown condition');
  return JSON.stringify(equals[0]) === JSON.stringify(equals[1]);
}

/**
 * Puts values in the place of references, joins and substitutions.
 *
 * A value that AWS makes up (a generated name, an ARN) becomes a readable stand-in that equals no other.
 */
export function resolve(value: Json, stack: Stack): Json {
  if (typeof value === 'string' && value.includes('{{resolve:')) {
    throw new Undeployable(`cannot be known before it is deployed: ${value}`);
  }
  if (isList(value)) return value.filter((item) => !isNoValue(item)).map((item) => resolve(item, stack));
  if (!isObject(value)) return value;
  const [intrinsic, ...others] = Object.keys(value);
  if (
    others.length > 0 ||
    intrinsic === undefined ||
    !(intrinsic === 'Ref' || intrinsic.startsWith('Fn::'))
  ) {
    const entries = Object.entries(value).filter(([, item]) => !isNoValue(item));
    return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, stack)]));
  }
  const argument = value[intrinsic] ?? null;
  switch (intrinsic) {
    case 'Ref':
      return reference(textOf(argument), stack);
    case 'Fn::GetAtt': {
      const [logicalId, attribute] = isList(argument) ? textsOf(argument) : textOf(argument).split('.');
      return attributeOf(logicalId ?? '', attribute ?? '', stack);
    }
    case 'Fn::Join': {
      const [separator, parts] = listOf(argument);
      return textsOf(resolve(parts ?? [], stack)).join(textOf(separator));
    }
    case 'Fn::Sub':
      return textOf(argument).replace(/\$\{([^}!]+)\}/g, (_, name: string) => {
        const [logicalId, attribute] = name.split('.');
        return attribute === undefined
          ? reference(name, stack)
          : attributeOf(logicalId ?? '', attribute, stack);
      });
    case 'Fn::If': {
      const [condition, then, otherwise] = listOf(argument);
      return resolve(
        (holds(objectAt(stack.template, 'Conditions')[textOf(condition)]) ? then : otherwise) ?? null,
        stack,
      );
    }
    default:
      throw new Undeployable(`cannot be known before it is deployed: ${JSON.stringify(value)}`);
  }
}

/** Takes away the property or the item that it stands for. */
export function isNoValue(value: Json): boolean {
  return isObject(value) && value['Ref'] === 'AWS::NoValue';
}

function reference(name: string, stack: Stack): string {
  const pseudo: Record<string, string> = {
    'AWS::Partition': 'aws',
    'AWS::AccountId': stack.account,
    'AWS::Region': stack.region,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
  };
  if (pseudo[name] !== undefined) return pseudo[name];
  const resource = existing(name, stack);
  switch (resource.type) {
    case 'AWS::IAM::ManagedPolicy':
    case 'AWS::SSO::PermissionSet':
      return attributeOf(name, 'Arn', stack);
    default:
      return nameOf(resource);
  }
}

function attributeOf(logicalId: string, attribute: string, stack: Stack): string {
  const resource = existing(logicalId, stack);
  if (!attribute.endsWith('Arn')) return `${stack.name}-${logicalId}-${attribute}`;
  return arnOf(resource);
}

function existing(logicalId: string, stack: Stack): Resource {
  const resource = resourcesOf(stack).find((candidate) => candidate.logicalId === logicalId);
  if (!resource) throw new Undeployable(`${stack.name} refers to ${logicalId}, which is not there`);
  return resource;
}

const NAME_PROPERTIES: Record<string, string> = {
  'AWS::S3::Bucket': 'BucketName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::Group': 'GroupName',
  'AWS::Lambda::Function': 'FunctionName',
};

/** The physical name, or a stand-in for the one that CloudFormation makes up. */
export function nameOf({ stack, logicalId, type, properties }: Resource): string {
  const property = NAME_PROPERTIES[type];
  const declared = property === undefined ? undefined : properties[property];
  if (declared !== undefined) return textOf(resolve(declared, stack));
  const generated = `${stack.name}-${logicalId}-GENERATED`;
  return type === 'AWS::S3::Bucket' ? generated.toLowerCase() : generated;
}

export function arnOf(resource: Resource): string {
  const { stack, logicalId, type, properties } = resource;
  const path = properties['Path'] === undefined ? '/' : textOf(resolve(properties['Path'], stack));
  const named = nameOf(resource);
  switch (type) {
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${named}`;
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${stack.account}:role${path}${named}`;
    case 'AWS::IAM::User':
      return `arn:aws:iam::${stack.account}:user${path}${named}`;
    case 'AWS::IAM::ManagedPolicy':
      return `arn:aws:iam::${stack.account}:policy${path}${named}`;
    default:
      return `arn:aws:${type.split('::').slice(1).join('-').toLowerCase()}:${stack.region}:${stack.account}:${logicalId}`;
  }
}
