import { resolve } from '../../intrinsics/intrinsics';
import { type Fault, NO_VALUE, type Resolved, type Scope } from '../../intrinsics/scope';
import type { Assembly, StackTemplate } from './assembly';
import { isObject, type JsonObject, shown } from './json';
import { attributeOf, nameOf, type StackReader } from './resource-names';
import { UnresolvableError } from './unresolvable-error';

/** Reads the values of one stack's template, as far as they are known before it is deployed. */
export function stackReader(stack: StackTemplate, assembly: Assembly): StackReader {
  const scope = stackScope(stack, assembly);
  return {
    stack,
    property: (value) => {
      const resolved = resolve(value, scope);
      return resolved === NO_VALUE ? undefined : resolved;
    },
  };
}

/** What only a deployment would tell is not in it: parameters, conditions, dynamic references. */
function stackScope(stack: StackTemplate, assembly: Assembly): Scope {
  return {
    functions: KNOWN_BEFORE_DEPLOYMENT,
    mappings: stack.template.Mappings,

    ref(name) {
      const pseudo = pseudoParameter(name, stack);
      if (pseudo !== undefined) return pseudo;
      const resource = resourceIn(stack, name);
      if (resource) return nameOf(stackReader(stack, assembly), name, resource);
      throw new UnresolvableError(`Ref ${name} is a parameter of ${stack.name} or does not exist`);
    },

    attribute(logicalId, attribute) {
      const resource = resourceIn(stack, logicalId);
      if (resource) return attributeOf(stackReader(stack, assembly), logicalId, resource, attribute);
      throw new UnresolvableError(`Fn::GetAtt ${logicalId}.${attribute}: ${stack.name} has no such resource`);
    },

    condition(name) {
      throw new UnresolvableError(`the condition ${name} is decided only when it is deployed`);
    },

    importValue: (name) => exportedBy(stack, assembly, name),
    checkText: checkIsKnown,
    error: (fault) => new UnresolvableError(words(fault)),
  };
}

const KNOWN_BEFORE_DEPLOYMENT: ReadonlySet<string> = new Set([
  'Ref',
  'Fn::FindInMap',
  'Fn::GetAtt',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Select',
  'Fn::Split',
  'Fn::Sub',
]);

function words(fault: Fault): string {
  switch (fault.kind) {
    case 'malformed':
      return `${fault.name} wants ${fault.wants}, got ${shown(fault.got)}`;
    case 'missing':
      return `${fault.name} ${shown(fault.argument)} ${fault.name === 'Fn::Select' ? 'selects' : 'finds'} nothing`;
    case 'unsupported':
      return `${fault.name} ${shown(fault.argument)} is decided only when it is deployed`;
  }
}

function exportedBy(stack: StackTemplate, assembly: Assembly, name: string): Resolved {
  for (const other of assembly.stacks) {
    if (other.account !== stack.account || other.region !== stack.region) continue;
    const scope = stackScope(other, assembly);
    for (const output of Object.values(isObject(other.template.Outputs) ? other.template.Outputs : {})) {
      if (!isObject(output) || !isObject(output.Export)) continue;
      if (resolve(output.Export.Name, scope) === name) return resolve(output.Value, scope);
    }
  }
  throw new UnresolvableError(`Fn::ImportValue ${name} is exported by no stack of this assembly`);
}

function resourceIn(stack: StackTemplate, logicalId: string): JsonObject | undefined {
  const resources = isObject(stack.template.Resources) ? stack.template.Resources : {};
  const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
  return isObject(resource) ? resource : undefined;
}

function pseudoParameter(name: string, stack: StackTemplate): Resolved | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return stack.account;
    case 'AWS::Region':
      return stack.region;
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return stack.name;
    case 'AWS::NoValue':
      return NO_VALUE;
    default:
      return undefined;
  }
}

function checkIsKnown(text: string): void {
  if (text.includes('{{resolve:'))
    throw new UnresolvableError(`${shown(text)} is read only when it is deployed`);
  if (/\$\{Token\[/.test(text))
    throw new UnresolvableError(`${shown(text)} is a CDK token that was never resolved`);
}
