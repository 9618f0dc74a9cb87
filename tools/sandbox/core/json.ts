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

/** @throws SyntaxError also where a key is there twice */
export function parseJson(text: string): Json {
  // What is parsed from JSON is exactly the values of this type and nothing else.
  return parseWholeJson(text) as Json;
}

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
