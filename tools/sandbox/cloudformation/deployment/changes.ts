import { dependenciesOf, inDependencyOrder } from '../template/dependencies';
import { customName } from './imports';
import type { Site } from './site';
import type { ResourceType, ResourceTypes } from '../../resource-type/resource-type';
import { type Json, type JsonObject, sameJson } from '../../core/json';
import { sameProperty } from '../../resource-type/differences';
import { type Exports, KNOWN_AFTER_APPLY, resolutionScope, resolveObject } from '../template/resolution';
import type { Deployment, PropertyChange, ResourceChange, Stack, StackResource } from '../stacks/stack';
import type { ResourceDeclaration } from '../template/template';
import { validationError } from '../../wire/query-protocol';

/** What a deployment would do to a stack, in the order in which it would be done. */
export function plannedChanges(
  stack: Stack,
  deployment: Deployment,
  { exported, types }: Pick<Site, 'exported' | 'types'>,
): ResourceChange[] {
  const declared = declaredResources(stack, deployment, exported);
  rejectTypeChanges(stack, declared);
  const pending = new Set<string>();
  const changes: ResourceChange[] = [];
  for (const resource of declared) {
    const scope = resolutionScope(stack, deployment, stack.resources, exported, pending);
    const properties = resolveObject(resource.properties, scope);
    const change = changeOf(resource, properties, stack.resources.get(resource.logicalId), deployment, types);
    if (change === undefined) continue;
    if (change.action === 'Add' || change.replacement !== 'False') pending.add(resource.logicalId);
    changes.push(change);
  }
  return [...changes, ...removals(stack, declared)];
}

/** Those whose condition holds, each after those that it depends on. */
export function declaredResources(
  stack: Stack,
  deployment: Deployment,
  exported: Exports,
): ResourceDeclaration[] {
  const { resources } = deployment.template;
  const scope = resolutionScope(stack, deployment, stack.resources, exported);
  return inDependencyOrder(dependenciesOf(resources)).flatMap((logicalId) => {
    const resource = resources.get(logicalId);
    if (resource === undefined) return [];
    return resource.condition === undefined || scope.condition(resource.condition) ? [resource] : [];
  });
}

/** Names of the properties that differ. */
export function changedProperties(before: JsonObject, after: JsonObject): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !sameProperty(before[name], after[name]));
}

function changeOf(
  resource: ResourceDeclaration,
  properties: JsonObject,
  existing: StackResource | undefined,
  { imports }: Deployment,
  types: ResourceTypes,
): ResourceChange | undefined {
  const { logicalId, type } = resource;
  if (existing === undefined) {
    const added = { logicalId, type, details: [], after: { Properties: properties } };
    const name = imports.has(logicalId) ? customName(resource, types) : undefined;
    return name === undefined
      ? { action: 'Add', ...added }
      : { action: 'Import', physicalId: name, ...added };
  }
  const details = [
    ...propertyChanges(types.get(type), existing.properties, properties),
    ...attributeChanges(existing, resource),
  ];
  if (details.length === 0) return undefined;
  const replacement = replacementOf(details);
  return {
    action: 'Modify',
    logicalId,
    type,
    physicalId: existing.physicalId,
    replacement,
    details,
    before: { Properties: existing.properties },
    after: { Properties: properties },
    ...(replacement === 'True'
      ? { policyAction: resource.updateReplacePolicy === 'Delete' ? 'ReplaceAndDelete' : 'ReplaceAndRetain' }
      : {}),
  };
}

function propertyChanges(
  type: ResourceType | undefined,
  before: JsonObject,
  after: JsonObject,
): PropertyChange[] {
  return changedProperties(before, after).map((name) => {
    const replaces = type?.properties[name] === 'replace';
    const dynamic = JSON.stringify(after[name] ?? null).includes(KNOWN_AFTER_APPLY);
    return {
      attribute: 'Properties',
      name,
      recreation: replaces ? (dynamic ? 'Conditionally' : 'Always') : 'Never',
      evaluation: dynamic ? 'Dynamic' : 'Static',
      ...rendered('before', before[name]),
      ...rendered('after', after[name]),
    };
  });
}

function attributeChanges(existing: StackResource, resource: ResourceDeclaration): PropertyChange[] {
  const change = (
    attribute: PropertyChange['attribute'],
    before: Json | undefined,
    after: Json | undefined,
  ) =>
    sameJson(before, after)
      ? []
      : [
          {
            attribute,
            recreation: 'Never' as const,
            evaluation: 'Static' as const,
            ...rendered('before', before),
            ...rendered('after', after),
          },
        ];
  return [
    ...change('Metadata', existing.metadata, resource.metadata),
    ...change('DeletionPolicy', existing.deletionPolicy, resource.deletionPolicy),
    ...change('UpdateReplacePolicy', existing.updateReplacePolicy, resource.updateReplacePolicy),
  ];
}

function rendered<K extends string>(key: K, value: Json | undefined): Partial<Record<K, string>> {
  if (value === undefined) return {};
  const text = value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);
  const entry: Partial<Record<K, string>> = {};
  entry[key] = text;
  return entry;
}

function replacementOf(details: readonly PropertyChange[]): 'True' | 'False' | 'Conditional' {
  if (details.some(({ recreation }) => recreation === 'Always')) return 'True';
  return details.some(({ recreation }) => recreation === 'Conditionally') ? 'Conditional' : 'False';
}

function removals(stack: Stack, declared: readonly ResourceDeclaration[]): ResourceChange[] {
  const kept = new Set(declared.map(({ logicalId }) => logicalId));
  return [...stack.resources.values()]
    .filter(({ logicalId }) => !kept.has(logicalId))
    .map(({ logicalId, type, physicalId, deletionPolicy, properties }) => ({
      action: 'Remove',
      logicalId,
      type,
      physicalId,
      policyAction: deletionPolicy === 'Delete' ? 'Delete' : 'Retain',
      details: [],
      before: { Properties: properties },
    }));
}

function rejectTypeChanges(stack: Stack, declared: readonly ResourceDeclaration[]): void {
  const changed = declared.filter(({ logicalId, type }) => {
    const existing = stack.resources.get(logicalId);
    return existing !== undefined && existing.type !== type;
  });
  if (changed.length === 0) return;
  const ids = changed.map(({ logicalId }) => logicalId).join(', ');
  throw validationError(
    `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${ids}]`,
  );
}
