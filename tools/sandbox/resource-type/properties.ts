import { isObject, type Json, type JsonObject } from '../core/json';
import { validationError } from '../wire/query-protocol';

/** The resolved properties of one resource, read with CloudFormation's own complaints. */
export class ResourceProperties {
  constructor(readonly values: JsonObject) {}

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** @throws AwsError when it is absent or not a scalar */
  text(name: string): string {
    return this.optionalText(name) ?? fail(`Property ${name} cannot be empty.`);
  }

  optionalText(name: string): string | undefined {
    const value = this.values[name];
    if (value === undefined) return undefined;
    if (value === null || typeof value === 'object')
      return fail(`Value of property ${name} must be of type String`);
    return String(value);
  }

  optionalInteger(name: string): number | undefined {
    const value = this.optionalText(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    return Number.isInteger(number) ? number : fail(`Value of property ${name} must be of type Integer`);
  }

  optionalFlag(name: string): boolean | undefined {
    const value = this.optionalText(name);
    if (value === undefined || value === 'true' || value === 'false')
      return value === undefined ? value : value === 'true';
    return fail(`Value of property ${name} must be of type Boolean`);
  }

  /** An empty list when absent. */
  texts(name: string): string[] {
    return this.list(name).map((item) => {
      if (item === null || typeof item === 'object') {
        return fail(`Value of property ${name} must be of type List of String`);
      }
      return String(item);
    });
  }

  /** An empty list when absent. */
  structures(name: string): ResourceProperties[] {
    return this.list(name).map((item) =>
      isObject(item)
        ? new ResourceProperties(item)
        : fail(`Value of property ${name} must be a list of objects`),
    );
  }

  structure(name: string): ResourceProperties | undefined {
    const value = this.values[name];
    if (value === undefined) return undefined;
    return isObject(value)
      ? new ResourceProperties(value)
      : fail(`Value of property ${name} must be an object`);
  }

  /** `Tags: [{ Key, Value }]` */
  tags(): Record<string, string> {
    return Object.fromEntries(this.structures('Tags').map((tag) => [tag.text('Key'), tag.text('Value')]));
  }

  /** @throws AwsError naming the members that are not in the list */
  allowOnly(names: readonly string[]): this {
    rejectUnsupported(Object.keys(this.values), names);
    return this;
  }

  private list(name: string): Json[] {
    const value = this.values[name];
    if (value === undefined) return [];
    return Array.isArray(value) ? value : fail(`Value of property ${name} must be of type List`);
  }
}

/** @throws AwsError in CloudFormation's words */
export function rejectUnsupported(names: readonly string[], supported: readonly string[]): void {
  for (const name of names) {
    if (!supported.includes(name)) fail(`Encountered unsupported property ${name}`);
  }
}

export function fail(message: string): never {
  throw validationError(message);
}
