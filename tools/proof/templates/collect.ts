import type { Assembly } from './assembly';
import { collectIdentities } from './collect-iam';
import { collectPermissionSets } from './collect-identity-center';
import { collectBuckets, collectResourcePolicies } from './collect-resources';
import { Collecting } from './collecting';
import { FoundResource } from './found-resource';
import type { AccessInventory, Unjudged } from './inventory';
import { isObject, type JsonObject, shown } from './json';
import { isCustomResource, RESOURCE_TYPES } from './resource-types';
import { templateResource } from './template-resource';
import { UnresolvableError } from './unresolvable-error';

/** Everything in an assembly that can give access. What is not understood is left unjudged in it, by name. */
export function inventoryOf(assembly: Assembly): AccessInventory {
  const unjudged: Unjudged[] = assembly.stacks.flatMap(({ name, template }) =>
    unjudgedSections(name, template),
  );
  const resources = resourcesOf(assembly, unjudged);
  const collecting = new Collecting(resources, (resource) => checkType(resource, resources), unjudged);
  return {
    ...collectIdentities(collecting),
    buckets: collectBuckets(collecting),
    ...collectPermissionSets(collecting),
    resourcePolicies: collectResourcePolicies(collecting),
    unjudged,
    notProved: [],
  };
}

function resourcesOf(assembly: Assembly, unjudged: Unjudged[]): FoundResource[] {
  return assembly.stacks.flatMap((stack) => {
    const { Resources: resources = {} } = stack.template;
    return Object.entries(isObject(resources) ? resources : {}).flatMap(([logicalId, resource]) => {
      if (isObject(resource) && typeof resource.Type === 'string') {
        return [new FoundResource(templateResource(stack, logicalId, resource, assembly), resource)];
      }
      const what = `${logicalId} is not a resource that can be read: ${shown(resource)}.`;
      unjudged.push({ what, origin: { stack: stack.name, logicalId } });
      return [];
    });
  });
}

/** Sections that give nothing by themselves; what they decide is left unjudged where a resource depends on it. */
const HARMLESS_SECTIONS = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
]);

function unjudgedSections(stack: string, template: JsonObject): Unjudged[] {
  const changing = Object.keys(template).filter((section) => !HARMLESS_SECTIONS.has(section));
  return [
    ...changing.map((section) => `a section ${section}`),
    ...(usesTransform(template) ? ['an Fn::Transform'] : []),
  ].map((found) => ({ what: `the template of ${stack} has ${found}, which can change what is deployed.` }));
}

/** Anywhere: a macro may rewrite whatever stands beside it. */
function usesTransform(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(usesTransform);
  return (
    isObject(value) &&
    Object.entries(value).some(([name, item]) => name === 'Fn::Transform' || usesTransform(item))
  );
}

const HARMLESS_ATTRIBUTES = new Set([
  'CreationPolicy',
  'DeletionPolicy',
  'DependsOn',
  'Metadata',
  'Properties',
  'Type',
  'UpdatePolicy',
  'UpdateReplacePolicy',
]);

/** @throws UnresolvableError for a type, a property or an attribute that is not on the list */
function checkType(resource: FoundResource, all: readonly FoundResource[]): void {
  const rule = Object.hasOwn(RESOURCE_TYPES, resource.type) ? RESOURCE_TYPES[resource.type] : undefined;
  if (!rule) {
    throw new UnresolvableError(
      'this type is not one of those that the proof understands (tools/proof/templates/resource-types.ts), so it may give access',
    );
  }
  if (resource.type === 'AWS::CDK::Metadata') return;
  for (const attribute of resource.attributes.filter((name) => !HARMLESS_ATTRIBUTES.has(name))) {
    throw new UnresolvableError(`its ${attribute} decides only at deployment what becomes of it`);
  }
  if (isCustomResource(resource.type)) checkServiceToken(resource, all);
  if (rule.access === 'none') return;
  const unknown = Object.keys(resource.properties).filter((name) => !rule.properties.includes(name));
  if (unknown.length > 0) {
    throw new UnresolvableError(`its ${unknown.join(', ')} may give access and is not understood`);
  }
}

function checkServiceToken(resource: FoundResource, all: readonly FoundResource[]): void {
  const token = resource.text('ServiceToken');
  const functions = all.filter(
    ({ type, account }) => type === 'AWS::Lambda::Function' && account === resource.account,
  );
  if (!functions.some((one) => one.arn === token)) {
    throw new UnresolvableError(`its ServiceToken ${token} is no Lambda function of this assembly`);
  }
}
