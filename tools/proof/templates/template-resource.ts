import { resolve } from '../../intrinsics/intrinsics';
import { type Fault, NO_VALUE, type Resolved, type Scope } from '../../intrinsics/scope';
import type { Assembly, StackTemplate } from './assembly';
import { isObject, type JsonObject, shown } from './json';
import { attributeOf, nameOf, type TemplateResource } from './resource-names';
import { UnresolvableError } from './unresolvable-error';

/** A resource of a template, with its properties read as far as they are known before it is deployed. */
export function templateResource(
  stack: StackTemplate,
  logicalId: string,
  { Type: type, Properties: properties }: JsonObject,
  assembly: Assembly,
): TemplateResource {
  const scope = stackScope(stack, assembly);
  const property = (name: string): unknown => {
    const resolved = isObject(properties) ? resolve(properties[name], scope) : NO_VALUE;
    return resolved === NO_VALUE ? undefined : resolved;
  };
  return { stack, logicalId, type: String(type), property };
}

/** What only a deployment would tell is not in it: parameters, conditions, dynamic references. */
function stackScope(stack: StackTemplate, assembly: Assembly): Scope {
  const pseudoParameters = new Map<string, Resolved>([
    ['AWS::AccountId', stack.account],
    ['AWS::NoValue', NO_VALUE],
    ['AWS::Partition', 'aws'],
    ['AWS::Region', stack.region],
    ['AWS::StackName', stack.name],
    ['AWS::URLSuffix', 'amazonaws.com'],
  ]);
  return {
    functions: KNOWN_BEFORE_DEPLOYMENT,
    mappings: stack.template.Mappings,

    ref(name) {
      const pseudo = pseudoParameters.get(name);
      if (pseudo !== undefined) return pseudo;
      const resource = resourceIn(stack, name);
      if (resource) return nameOf(templateResource(stack, name, resource, assembly));
      throw new UnresolvableError(`Ref ${name} is a parameter of ${stack.name} or does not exist`);
    },

    attribute(logicalId, attribute) {
      const resource = resourceIn(stack, logicalId);
      if (resource) return attributeOf(templateResource(stack, logicalId, resource, assembly), attribute);
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

function words({ name, problem, got }: Fault): string {
  if (problem.startsWith('wants')) return `${name} ${problem}, got ${shown(got)}`;
  const what = problem === 'is not supported' ? 'is decided only when it is deployed' : problem;
  return `${name} ${shown(got)} ${what}`;
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

function checkIsKnown(text: string): void {
  if (text.includes('{{resolve:'))
    throw new UnresolvableError(`${shown(text)} is read only when it is deployed`);
  if (/\$\{Token\[/.test(text))
    throw new UnresolvableError(`${shown(text)} is a CDK token that was never resolved`);
}
