import { isObject, type Json, type JsonObject, sameJson, textOf } from '../core/json';
import type { ExistingResource } from './resource-type';
import type { ResourceProperties } from './properties';
import { HandlerError } from './handler-error';

/** Whether a property has another value than what is there; lists of a resource's properties have no order. */
export function differs(
  before: Pick<ResourceProperties, 'values'>,
  after: Pick<ResourceProperties, 'values'>,
  ...names: string[]
): boolean {
  return names.some((name) => !sameProperty(before.values[name], after.values[name]));
}

export function sameProperty(left: Json | undefined, right: Json | undefined): boolean {
  if (Array.isArray(left) && Array.isArray(right)) return sameJson(inOrder(left), inOrder(right));
  return sameJson(left, right);
}

/** What is in one list and not in the other. */
export const missingFrom = (list: readonly string[], items: readonly string[]): string[] =>
  items.filter((item) => !list.includes(item));

/** Documents and structures by name: those that are new or other than before. */
export function changedEntries(before: JsonObject, after: JsonObject): [string, Json][] {
  return Object.entries(after).filter(([name, value]) => !sameJson(before[name], value));
}

/** `Tags` of a template as a service takes them. */
export const tagList = (properties: ResourceProperties): Json[] =>
  Object.entries(properties.tags()).map(([Key, Value]) => ({ Key, Value }));

/** An object or the text of one, as CloudFormation takes documents, as the text that services take. */
export function documentText(properties: ResourceProperties, name: string): string {
  const value = properties.values[name];
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Does what takes something away, and is content where it is gone already. */
export async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof HandlerError && error.code === 'NotFound') return undefined;
    throw error;
  }
}

/** Makes the rest of a resource that is there already, or takes away what there is of it. */
export async function orTakenBack(
  existing: ExistingResource,
  rest: () => Promise<void>,
  remove: (existing: ExistingResource) => Promise<void>,
): Promise<void> {
  try {
    await rest();
  } catch (error) {
    await remove(existing).catch(() => undefined); // why it could not be made is what counts
    throw error;
  }
}

function inOrder(list: readonly Json[]): Json[] {
  const keyOf = (value: Json): string =>
    isObject(value)
      ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : textOf(value);
  return [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
