import type { Assembly } from './assembly';
import { collectIdentities } from './collect-iam';
import { collectPermissionSets } from './collect-identity-center';
import { collectBuckets, collectResourcePolicies } from './collect-resources';
import { FoundResource } from './found-resource';
import { Resolver, UnresolvableError } from './intrinsics';
import type { AccessInventory, Refusal } from './inventory';
import { isObject, type JsonObject, shown } from './json';
import { isCustomResource, RESOURCE_TYPES } from './resource-types';

/** Everything in an assembly that can give access. What is not understood becomes a refusal in it, by name. */
export function inventoryOf(assembly: Assembly): AccessInventory {
  const refusals: Refusal[] = assembly.stacks.flatMap(({ name, template }) =>
    templateRefusals(name, template),
  );
  const resources = resourcesOf(assembly, refusals);
  const understood = resources.filter((resource) =>
    guarded(refusals, resource, () => checkType(resource, resources)),
  );
  const collecting: Collecting = {
    ofType: (type) => understood.filter((resource) => resource.type === type),
    each: (found, read) =>
      found.map((one) => guarded(refusals, one, () => read(one))).filter((read) => read !== undefined),
    refuse: (what, { origin }) => void refusals.push({ what, origin }),
  };
  return {
    ...collectIdentities(collecting),
    buckets: collectBuckets(collecting),
    ...collectPermissionSets(collecting),
    resourcePolicies: collectResourcePolicies(collecting),
    refusals,
    notProved: [],
  };
}

/** What the collectors have in common: a problem with one resource is a refusal and does not stop the others. */
export interface Collecting {
  ofType(type: string): readonly FoundResource[];
  each<T>(found: readonly FoundResource[], read: (resource: FoundResource) => T): T[];
  refuse(what: string, resource: FoundResource): void;
}

function guarded<T>(refusals: Refusal[], resource: FoundResource, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnresolvableError)) throw error;
    const what = `${resource.type} ${resource.logicalId}: ${error.message}.`;
    const unreadPolicy = POLICY_TYPES.has(resource.type);
    if (!refusals.some((known) => known.what === what)) {
      refusals.push({ what, origin: resource.origin, ...(unreadPolicy && { unreadPolicy }) });
    }
    return undefined;
  }
}

const POLICY_TYPES = new Set([
  'AWS::IAM::Group',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::User',
  'AWS::IAM::UserPolicy',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SSO::PermissionSet',
]);

function resourcesOf({ stacks, ...rest }: Assembly, refusals: Refusal[]): FoundResource[] {
  const resolver = new Resolver({ stacks, ...rest });
  return stacks.flatMap((stack) => {
    const { Resources: resources = {} } = stack.template;
    return Object.entries(isObject(resources) ? resources : {}).flatMap(([logicalId, resource]) => {
      if (isObject(resource) && typeof resource.Type === 'string') {
        return [new FoundResource(stack, logicalId, resource, resolver)];
      }
      const what = `${logicalId} is not a resource that can be read: ${shown(resource)}.`;
      refusals.push({ what, origin: { stack: stack.name, logicalId } });
      return [];
    });
  });
}

/** Sections that give nothing by themselves; what they decide is refused where a resource depends on it. */
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

function templateRefusals(stack: string, template: JsonObject): Refusal[] {
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
function checkType(resource: FoundResource, all: readonly FoundResource[]): boolean {
  const rule = Object.hasOwn(RESOURCE_TYPES, resource.type) ? RESOURCE_TYPES[resource.type] : undefined;
  if (!rule) {
    throw new UnresolvableError(
      'this type is not one of those that the proof understands (tools/proof/resource-types.ts), so it may give access',
    );
  }
  if (resource.type === 'AWS::CDK::Metadata') return true;
  for (const attribute of resource.attributes.filter((name) => !HARMLESS_ATTRIBUTES.has(name))) {
    throw new UnresolvableError(`its ${attribute} decides only at deployment what becomes of it`);
  }
  if (isCustomResource(resource.type)) checkServiceToken(resource, all);
  if (rule.access === 'none') return true;
  const unknown = Object.keys(resource.properties).filter((name) => !rule.properties.includes(name));
  if (unknown.length > 0) {
    throw new UnresolvableError(`its ${unknown.join(', ')} may give access and is not understood`);
  }
  return true;
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
