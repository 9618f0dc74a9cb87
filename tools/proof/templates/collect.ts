import { sayProofTemplates as say } from '../../../words/say';
import type { Assembly } from './assembly';
import { checkCode, checkCustomResource } from './code';
import { collectBuckets, collectDeposits } from './collect-buckets';
import { collectCopies, collectEmptied } from './collect-copies';
import { collectIdentities } from './collect-iam';
import { collectPermissionSets } from './collect-identity-center';
import { collectResourcePolicies } from './collect-resource-policies';
import { Collecting } from './collecting';
import { FoundResource } from './found-resource';
import type { AccessInventory, Unjudged } from './inventory';
import { isObject, shown } from './json';
import { spelledOutNames } from './made-up-names';
import { isCustomResource, RESOURCE_TYPES, type ResourceTypeRule } from './resource-types';
import { checkStaying, collectStaying } from './staying';
import { checkStaysInside, checkSubscription } from './stays-inside';
import { TemplateValues } from './template-resource';
import { namedByUniqueId } from './unique-ids';
import { UnresolvableError } from './unresolvable-error';
import { readableStacks, unjudgedInStacks } from './unjudged-stacks';

/** Everything in an assembly that can give access. What is not understood is left unjudged in it, by name. */
export function inventoryOf(assembly: Assembly): AccessInventory {
  const { readable, unjudged: unread } = readableStacks(assembly);
  const values = new TemplateValues(readable);
  const unjudged: Unjudged[] = [...unread, ...unjudgedInStacks(readable, values)];
  const resources = resourcesOf(readable, values, unjudged);
  const collecting = new Collecting(resources, (resource) => checkResource(resource, resources), unjudged);
  const found = {
    ...collectIdentities(collecting),
    buckets: collectBuckets(collecting),
    ...collectPermissionSets(collecting),
    resourcePolicies: collectResourcePolicies(collecting),
    deployment: {
      stays: collectStaying(collecting),
      copies: collectCopies(collecting),
      emptied: collectEmptied(collecting),
      deposits: collectDeposits(collecting),
    },
  };
  unjudged.push(...spelledOutNames(found), ...namedByUniqueId(found));
  return { ...found, unjudged, notProved: [] };
}

function resourcesOf({ stacks }: Assembly, values: TemplateValues, unjudged: Unjudged[]): FoundResource[] {
  return stacks.flatMap((stack) => {
    const { Resources: resources = {} } = stack.template;
    if (!isObject(resources)) {
      const what = say('resourcesNotObject', { stack: stack.name, got: shown(resources) });
      unjudged.push({ what, unreadPolicy: true });
      return [];
    }
    return Object.entries(resources).flatMap(([logicalId, resource]) => {
      if (isObject(resource) && typeof resource.Type === 'string') {
        const read = values.resource(stack, logicalId, resource);
        return [new FoundResource(read, resource, (value) => values.roughly(stack, value))];
      }
      const what = say('notAResource', { logicalId, got: shown(resource) });
      unjudged.push({ what, origin: { stack: stack.name, logicalId } });
      return [];
    });
  });
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

/** @throws UnresolvableError for a type, a property, an attribute or code that is not on the lists */
function checkResource(resource: FoundResource, all: readonly FoundResource[]): void {
  const rule = ruleFor(resource.type);
  if (resource.type === 'AWS::CDK::Metadata') return;
  // What gives nobody anything does not give more or less of it where it is not made.
  const isHarmless = (name: string) =>
    HARMLESS_ATTRIBUTES.has(name) || (name === 'Condition' && rule.access === 'none');
  for (const attribute of Object.keys(resource.attributes).filter((name) => !isHarmless(name))) {
    throw new UnresolvableError(say('attributeDecidesLater', { attribute }));
  }
  checkStaying(resource);
  const known = rule.properties;
  const unknown = known ? Object.keys(resource.properties).filter((name) => !known.includes(name)) : [];
  if (unknown.length > 0) {
    throw new UnresolvableError(say('mayGiveAccess', { properties: unknown.join(', ') }));
  }
  checkStaysInside(resource, rule.staysInside ?? []);
  if (resource.type === 'AWS::SNS::Subscription') checkSubscription(resource);
  const find = (type: string, arn: string) => findByArn(all, resource, type, arn);
  if (resource.type === 'AWS::Lambda::Function' || resource.type === 'AWS::Lambda::LayerVersion')
    checkCode(resource, find);
  if (isCustomResource(resource.type)) checkCustomResource(resource, find);
}

function ruleFor(type: string): ResourceTypeRule {
  const rule = Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type] : undefined;
  if (rule) return rule;
  throw new UnresolvableError(say(isCustomResource(type) ? 'runsOwnFunction' : 'unknownType'));
}

/** Among the resources of the same account and region; one whose own name cannot be known is not the one. */
function findByArn(
  all: readonly FoundResource[],
  { account, region }: FoundResource,
  type: string,
  arn: string,
): FoundResource | undefined {
  return all.find((one) => {
    if (one.type !== type || one.account !== account || one.region !== region) return false;
    try {
      return one.arn === arn;
    } catch (error) {
      if (error instanceof UnresolvableError) return false;
      throw error;
    }
  });
}
