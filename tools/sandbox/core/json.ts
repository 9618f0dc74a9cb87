import { parseJson as parseWholeJson } from '../../iam/json';

/** What a JSON document can hold. Templates, properties and policy documents arrive as this. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return isRecord(value);
}

/** The same of a value that may be anything. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws SyntaxError also where a key is there twice, and for what is nested deeper than anybody writes */
export function parseJson(text: string): Json {
  // What is parsed from JSON is exactly the values of this type and nothing else.
  const parsed = parseWholeJson(text) as Json;
  if (isDeep(parsed)) throw new SyntaxError(`lists and objects are nested more than ${MAX_DEPTH} deep`);
  return parsed;
}

/** Whoever reads a document by recursion has a stack for some thousand levels. */
const MAX_DEPTH = 500;

function isDeep(value: Json): boolean {
  let level: Json[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}

/** A scalar as text; '' for what is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** Equal as JSON documents: the order of keys does not count. Scalars are compared as CloudFormation does, as text. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => sameJson(item, right[index]));
  }
  if (isObject(left) || isObject(right)) {
    if (!isObject(left) || !isObject(right)) return false;
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
    );
  }
  return String(left) === String(right);
}
