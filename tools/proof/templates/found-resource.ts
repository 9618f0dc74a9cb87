import type { FoundPolicy, Origin } from './inventory';
import { isObject, type JsonObject, shown } from './json';
import { parseJson } from '../../iam/json';
import { arnOf, nameOf, type TemplateResource } from './resource-names';
import { UnresolvableError } from './unresolvable-error';

/** One resource of a template, with its properties resolved as they are asked for. */
export class FoundResource {
  readonly type: string;
  readonly logicalId: string;
  readonly account: string;
  readonly origin: Origin;

  constructor(
    private readonly read: TemplateResource,
    private readonly resource: JsonObject,
  ) {
    const { stack, logicalId, type } = read;
    this.type = type;
    this.logicalId = logicalId;
    this.account = stack.account;
    const path = stack.constructPaths.get(logicalId);
    this.origin = { stack: stack.name, logicalId, ...(path !== undefined && { constructPath: path }) };
  }

  get arn(): string {
    return arnOf(this.read);
  }

  get name(): string {
    return nameOf(this.read);
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
      return name in this.properties ? this.read.property(name) : undefined;
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
    return this.list(name, 'text', (item) => typeof item === 'string');
  }

  objects(name: string): readonly JsonObject[] {
    return this.list(name, 'objects', isObject);
  }

  private list<T>(name: string, of: string, isOne: (item: unknown) => item is T): readonly T[] {
    const value = this.property(name) ?? [];
    if (!Array.isArray(value)) return this.wrong(name, `must be a list, got ${shown(value)}`);
    return value.map((item: unknown) =>
      isOne(item) ? item : this.wrong(name, `must be a list of ${of}, got ${shown(item)}`),
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
