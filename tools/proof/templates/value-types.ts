import { sayProofTemplates as say } from '../../../words/say';
import { isObject, type JsonObject, shown } from './json';
import { UnresolvableError } from './unresolvable-error';

/*
 * Values as CloudFormation's resource types take them. Booleans and whole numbers may stand in quotes; text is text, and
 * nothing else is a list or an object. `property` is its name or path: `LifecycleConfiguration.Rules`.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html
 */

/** @throws UnresolvableError */
export function asText(value: unknown, property: string): string {
  return typeof value === 'string' ? value : wrong('mustBeText', property, value);
}

/** @throws UnresolvableError */
export function asBoolean(value: unknown, property: string): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  return wrong('mustBeBoolean', property, value);
}

/** @throws UnresolvableError */
export function asWholeNumber(value: unknown, property: string): number {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number)
    ? number
    : wrong('mustBeWholeNumber', property, value);
}

/** @throws UnresolvableError */
export function asList(value: unknown, property: string): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : wrong('mustBeList', property, value);
}

/** @throws UnresolvableError */
export function asTexts(value: unknown, property: string): readonly string[] {
  return asList(value, property).map((item) =>
    typeof item === 'string' ? item : wrong('mustBeTexts', property, item),
  );
}

/** @throws UnresolvableError */
export function asObjects(value: unknown, property: string): readonly JsonObject[] {
  return asList(value, property).map((item) =>
    isObject(item) ? item : wrong('mustBeObjects', property, item),
  );
}

/** @throws UnresolvableError */
export function asObject(value: unknown, property: string): JsonObject {
  return isObject(value) ? value : wrong('mustBeObject', property, value);
}

/** Rejects members that are not known, by name. @throws UnresolvableError */
export function onlyMembers(value: JsonObject, known: readonly string[], property: string): JsonObject {
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  if (unknown.length === 0) return value;
  throw new UnresolvableError(say('unknownMembers', { property, members: unknown.join(', ') }));
}

function wrong(id: Rule, property: string, got: unknown): never {
  throw new UnresolvableError(say(id, { property, got: shown(got) }));
}

type Rule =
  | 'mustBeText'
  | 'mustBeBoolean'
  | 'mustBeWholeNumber'
  | 'mustBeList'
  | 'mustBeTexts'
  | 'mustBeObjects'
  | 'mustBeObject';
