import { resolve, resolveCondition } from '../../../intrinsics/intrinsics';
import { NO_VALUE, type Resolved, type Scope } from '../../../intrinsics/scope';
import { AwsError } from '../../core/service';
import { isObject, type Json, type JsonObject } from '../../core/json';
import type { Deployment, ParameterValue, Stack, StackResource } from '../stacks/stack';
import type { ParameterDeclaration } from './template';
import { functionError, templateError } from './template-error';

/** What CloudFormation itself writes where a value is known only after other resources have changed. */
export const KNOWN_AFTER_APPLY = '{{changeSet:KNOWN_AFTER_APPLY}}';

/** A parameter of this type is called `exported`: jest runs this as CommonJS, where `exports` is taken. */
export interface Exports {
  /** By export name, of this account and region. */
  valueOf(exportName: string): string | undefined;
}

type Place = Pick<Stack, 'id' | 'name' | 'account' | 'region'>;

/**
 * The values that a deployment's template can refer to, as far as its resources have come.
 *
 * @param pending resources whose physical id is not known yet: references to them yield {@link KNOWN_AFTER_APPLY}
 */
export function resolutionScope(
  stack: Place,
  deployment: Deployment,
  resources: ReadonlyMap<string, StackResource>,
  exported: Exports,
  pending: ReadonlySet<string> = new Set(),
): Scope {
  const { template, parameters } = deployment;
  const scope: Scope = {
    mappings: template.mappings,
    error: functionError,

    ref(name) {
      if (isPseudoParameter(name)) return PSEUDO_PARAMETERS[name]?.(stack, deployment);
      const parameter = parameters.get(name);
      const declaration = template.parameters.get(name);
      if (parameter && declaration) return parameterValue(parameter, declaration);
      return pending.has(name) ? KNOWN_AFTER_APPLY : resources.get(name)?.physicalId;
    },

    attribute(logicalId, attribute) {
      if (pending.has(logicalId)) return KNOWN_AFTER_APPLY;
      const value = resources.get(logicalId)?.attributes[attribute];
      if (value === undefined) throw unsupportedAttribute(logicalId, attribute);
      return value;
    },

    condition(name) {
      const condition = template.conditions.get(name);
      if (condition === undefined) throw templateError(`unresolved condition dependency ${name}`);
      return resolveCondition(condition, scope);
    },

    importValue(exportName) {
      const value = exported.valueOf(exportName);
      if (value === undefined) throw new MissingExport(exportName);
      return value;
    },
  };
  return scope;
}

/** A template imports what no stack exports: a change set of it has failed, and a stack is not made. */
export class MissingExport extends AwsError {
  constructor(exportName: string) {
    super('ValidationError', `No export named ${exportName} found.`);
  }
}

/** Resolves what must come out as an object: the properties of a resource. */
export function resolveObject(value: JsonObject, scope: Scope): JsonObject {
  const resolved = resolve(value, scope);
  if (resolved === NO_VALUE || !isObject(resolved)) throw templateError('an object is needed here');
  return resolved;
}

export function unsupportedAttribute(logicalId: string, attribute: string): AwsError {
  return templateError(`resource ${logicalId} does not support attribute type ${attribute} in Fn::GetAtt`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html */
const PSEUDO_PARAMETERS: Readonly<Record<string, (stack: Place, deployment: Deployment) => Resolved>> = {
  'AWS::AccountId': ({ account }) => account,
  'AWS::NoValue': () => NO_VALUE,
  'AWS::NotificationARNs': (_, { notificationArns }) => [...notificationArns],
  'AWS::Partition': () => 'aws',
  'AWS::Region': ({ region }) => region,
  'AWS::StackId': ({ id }) => id,
  'AWS::StackName': ({ name }) => name,
  'AWS::URLSuffix': () => 'amazonaws.com',
};

export function isPseudoParameter(name: string): boolean {
  return Object.hasOwn(PSEUDO_PARAMETERS, name);
}

function parameterValue({ value, resolvedValue }: ParameterValue, { type }: ParameterDeclaration): Json {
  if (type === 'CommaDelimitedList') return value.split(',').map((item) => item.trim());
  return resolvedValue ?? value;
}
