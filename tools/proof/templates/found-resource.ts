import { sayProofTemplates as say } from '../../../words/say';
import { parseJson } from '../../iam/json';
import type { StackTemplate } from './assembly';
import type { FoundPolicy, Origin } from './inventory';
import { DEEPEST, isObject, isTooDeep, type JsonObject, shown } from './json';
import { arnOf, nameOf, type TemplateResource } from './resource-names';
import { KnownLaterError, UnresolvableError } from './unresolvable-error';
import { asBoolean, asObject, asObjects, asText, asTexts, asWholeNumber } from './value-types';

/** One resource of a template, with its properties resolved as they are asked for. */
export class FoundResource {
  readonly type: string;
  readonly logicalId: string;
  readonly account: string;
  readonly region: string;
  readonly stack: StackTemplate;
  readonly origin: Origin;

  constructor(
    private readonly read: TemplateResource,
    private readonly resource: JsonObject,
    private readonly roughly: (value: unknown) => unknown,
  ) {
    const { stack, logicalId, type } = read;
    this.type = type;
    this.logicalId = logicalId;
    this.stack = stack;
    this.account = stack.account;
    this.region = stack.region;
    const path = stack.constructPaths.get(logicalId);
    this.origin = { stack: stack.name, logicalId, ...(path !== undefined && { constructPath: path }) };
  }

  get arn(): string {
    return arnOf(this.read);
  }

  get name(): string {
    return nameOf(this.read);
  }

  /** What stands beside Type and Properties: Condition, DeletionPolicy, DependsOn, … */
  get attributes(): JsonObject {
    return this.resource;
  }

  get properties(): JsonObject {
    const { Properties: properties } = this.resource;
    if (properties === undefined) return {};
    if (isObject(properties)) return properties;
    throw new UnresolvableError(say('mustBeObject', { property: 'Properties', got: shown(properties) }));
  }

  /** Good for what it says of other accounts; see TemplateValues.roughly. @throws UnresolvableError */
  roughProperty(name: string): unknown {
    return Object.hasOwn(this.properties, name) ? this.roughly(this.properties[name]) : undefined;
  }

  /** Undefined if it is not there. @throws UnresolvableError */
  property(name: string): unknown {
    try {
      return Object.hasOwn(this.properties, name) ? this.read.property(name) : undefined;
    } catch (error) {
      if (!(error instanceof UnresolvableError)) throw error;
      const message = say('cannotBeKnown', { property: name, problem: error.message });
      throw error instanceof KnownLaterError ? new KnownLaterError(message) : new UnresolvableError(message);
    }
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.missing(name);
  }

  optionalText(name: string): string | undefined {
    return this.as(asText, name);
  }

  optionalNumber(name: string): number | undefined {
    return this.as(asWholeNumber, name);
  }

  optionalBoolean(name: string): boolean | undefined {
    return this.as(asBoolean, name);
  }

  optionalObject(name: string): JsonObject | undefined {
    return this.as(asObject, name);
  }

  /** None if it is left out. */
  texts(name: string): readonly string[] {
    return this.as(asTexts, name) ?? [];
  }

  /** One at least. */
  someTexts(name: string): readonly string[] {
    const texts = this.texts(name);
    return texts.length > 0 ? texts : this.missing(name);
  }

  /** None if it is left out. */
  objects(name: string): readonly JsonObject[] {
    return this.as(asObjects, name) ?? [];
  }

  /** A policy document, which some types also take as JSON text. */
  policy(property: string, name: string): FoundPolicy {
    const value = this.property(property) ?? this.missing(property);
    return { name, document: this.document(value, property), origin: this.origin };
  }

  /** @param where the property that it stands in */
  document(value: unknown, where: string): unknown {
    if (typeof value !== 'string') return value;
    let document: unknown;
    try {
      document = parseJson(value);
    } catch (error) {
      const problem = error instanceof Error ? error.message : '';
      throw new UnresolvableError(say('notJson', { property: where, problem, got: shown(value) }));
    }
    if (!isTooDeep(document)) return document;
    throw new UnresolvableError(say('jsonTooDeep', { property: where, levels: DEEPEST }));
  }

  private as<T>(read: (value: unknown, property: string) => T, name: string): T | undefined {
    const value = this.property(name);
    return value === undefined ? undefined : read(value, name);
  }

  private missing(property: string): never {
    throw new UnresolvableError(say('missing', { property }));
  }
}
