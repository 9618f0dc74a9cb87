import { isObject, type JsonObject, shown } from './json';
import { UnresolvableError } from './unresolvable-error';

/*
 * Values as CloudFormation's resource types take them. Booleans and whole numbers may stand in quotes; text is text, and
 * nothing else is a list or an object. `what` is the beginning of a sentence: `its Rules`.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html
 */

/** @throws UnresolvableError */
export function asText(value: unknown, what: string): string {
  return typeof value === 'string' ? value : wrong(what, 'must be text', value);
}

/** @throws UnresolvableError */
export function asBoolean(value: unknown, what: string): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  return wrong(what, 'must be true or false', value);
}

/** @throws UnresolvableError */
export function asWholeNumber(value: unknown, what: string): number {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number)
    ? number
    : wrong(what, 'must be a whole number', value);
}

/** @throws UnresolvableError */
export function asList(value: unknown, what: string): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : wrong(what, 'must be a list', value);
}

/** @throws UnresolvableError */
export function asTexts(value: unknown, what: string): readonly string[] {
  return asList(value, what).map((item) =>
    typeof item === 'string' ? item : wrong(what, 'must be a list of text', item),
  );
}

/** @throws UnresolvableError */
export function asObjects(value: unknown, what: string): readonly JsonObject[] {
  return asList(value, what).map((item) =>
    isObject(item) ? item : wrong(what, 'must be a list of objects', item),
  );
}

/** @throws UnresolvableError */
export function asObject(value: unknown, what: string): JsonObject {
  return isObject(value) ? value : wrong(what, 'must be an object', value);
}

/** Refuses members that are not known, by name. @throws UnresolvableError */
export function onlyMembers(value: JsonObject, known: readonly string[], what: string): JsonObject {
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  if (unknown.length === 0) return value;
  throw new UnresolvableError(`${what} has ${unknown.join(', ')}, which is not understood`);
}

function wrong(what: string, rule: string, got: unknown): never {
  throw new UnresolvableError(`${what} ${rule}, got ${shown(got)}`);
}
