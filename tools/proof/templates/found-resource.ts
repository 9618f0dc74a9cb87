import type { FoundPolicy, Origin } from './inventory';
import { isObject, type JsonObject, shown } from './json';
import { parseJson } from '../../iam/json';
import { arnOf, nameOf, type StackReader } from './resource-names';
import { UnresolvableError } from './unresolvable-error';

/** One resource of a template, with its properties resolved as they are asked for. */
export class FoundResource {
  readonly type: string;
  readonly origin: Origin;

  constructor(
    private readonly reader: StackReader,
    readonly logicalId: string,
    private readonly resource: JsonObject,
  ) {
    this.type = String(resource.Type);
    const { stack } = reader;
    const path = stack.constructPaths.get(logicalId);
    this.origin = { stack: stack.name, logicalId, ...(path !== undefined && { constructPath: path }) };
  }

  get account(): string {
    return this.reader.stack.account;
  }

  get arn(): string {
    return arnOf(this.reader, this.logicalId, this.resource);
  }

  get name(): string {
    return nameOf(this.reader, this.logicalId, this.resource);
  }

  /** Type, Properties, and what may stand beside them: Condition, DependsOn, … */
  get attributes(): readonly string[] {
    return Object.keys(this.resource);
  }

  get properties(): JsonObject {
    const { Properties: properties } = this.resource;
    if (properties === undefined) return {};
    if (isObject(properties)) return properties;
    throw new UnresolvableError(`Properties must be an object, got ${shown(properties)}`);
  }

  /** Undefined if it is not there. @throws UnresolvableError */
  property(name: string): unknown {
    try {
      return this.reader.property(this.properties[name]);
    } catch (error) {
      if (error instanceof UnresolvableError)
        throw new UnresolvableError(`its ${name} cannot be known: ${error.message}`);
      throw error;
    }
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.wrong(name, 'is missing');
  }

  optionalText(name: string): string | undefined {
    const value = this.property(name);
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    return this.wrong(name, `must be text, got ${shown(value)}`);
  }

  texts(name: string): readonly string[] {
    const value = this.property(name) ?? [];
    if (!Array.isArray(value)) return this.wrong(name, `must be a list, got ${shown(value)}`);
    return value.map((item: unknown) =>
      typeof item === 'string' ? item : this.wrong(name, `must be a list of text, got ${shown(item)}`),
    );
  }

  objects(name: string): readonly JsonObject[] {
    const value = this.property(name) ?? [];
    if (!Array.isArray(value)) return this.wrong(name, `must be a list, got ${shown(value)}`);
    return value.map((item: unknown) =>
      isObject(item) ? item : this.wrong(name, `must be a list of objects, got ${shown(item)}`),
    );
  }

  optionalObject(name: string): JsonObject | undefined {
    const value = this.property(name);
    return value === undefined || isObject(value)
      ? value
      : this.wrong(name, `must be an object, got ${shown(value)}`);
  }

  /** A policy document, which some types also take as JSON text. */
  policy(property: string, name: string): FoundPolicy {
    const value = this.property(property) ?? this.wrong(property, 'is missing');
    return {
      name,
      document: typeof value === 'string' ? this.parsed(property, value) : value,
      origin: this.origin,
    };
  }

  private parsed(property: string, text: string): unknown {
    try {
      return parseJson(text);
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      return this.wrong(property, `is no JSON that can be judged (${why}): ${shown(text)}`);
    }
  }

  private wrong(property: string, why: string): never {
    throw new UnresolvableError(`its ${property} ${why}`);
  }
}
