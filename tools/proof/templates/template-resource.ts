import { sayProofTemplates as say } from '../../../words/say';
import { resolve } from '../../intrinsics/intrinsics';
import { type Fault, NO_VALUE, type Resolved, type Scope } from '../../intrinsics/scope';
import type { Assembly, StackTemplate } from './assembly';
import { exportedValue } from './exports';
import { isObject, type JsonObject, shown } from './json';
import { ResolvedOnce } from './resolved-once';
import { MADE_UP } from './made-up';
import { attributeOf, nameOf, type TemplateResource } from './resource-names';
import { KnownLaterError, UnresolvableError } from './unresolvable-error';

/** The values in the templates of an assembly, as far as they are known before it is deployed. */
export class TemplateValues {
  private readonly once = new ResolvedOnce();

  constructor(private readonly assembly: Assembly) {}

  /** A resource of a template, with its properties read as they are asked for. */
  resource(stack: StackTemplate, logicalId: string, resource: JsonObject): TemplateResource {
    const { Type: type, Properties: properties } = resource;
    const property = (name: string): unknown => {
      if (!isObject(properties) || !Object.hasOwn(properties, name)) return undefined;
      const value = this.once.get(`${placeOf(stack)} ${logicalId}.${name}`, () =>
        resolve(properties[name], this.scope(stack)),
      );
      return value === NO_VALUE ? undefined : value;
    };
    return { stack, logicalId, type: String(type), property };
  }

  /**
   * A property of a resource, where what only its own stack's deployment will tell of its own resources is made up:
   * good for what they say of other accounts.
   *
   * @throws UnresolvableError for what is decided elsewhere: parameters, conditions, dynamic references
   */
  roughly(stack: StackTemplate, property: unknown): unknown {
    const exact = this.scope(stack);
    const madeUpWhereUnknown = (read: () => Resolved | undefined, logicalId: string): Resolved => {
      if (resourceIn(stack, logicalId) === undefined) return read() ?? MADE_UP;
      try {
        return read() ?? MADE_UP;
      } catch (error) {
        if (!(error instanceof UnresolvableError)) throw error;
        return MADE_UP;
      }
    };
    const resolved = resolve(property, {
      ...exact,
      ref: (name) => madeUpWhereUnknown(() => exact.ref(name), name),
      attribute: (logicalId, attribute) => {
        const value = madeUpWhereUnknown(() => exact.attribute(logicalId, attribute), logicalId);
        return value === NO_VALUE ? MADE_UP : value;
      },
    });
    return resolved === NO_VALUE ? undefined : resolved;
  }

  /** The value of an export in the account and region of a stack. */
  exported(stack: StackTemplate, name: string): Resolved {
    return this.once.get(`Fn::ImportValue ${name} (${stack.account}/${stack.region})`, () =>
      exportedValue(this.assembly, stack, name, (of, value, what) =>
        this.once.get(`${placeOf(of)} ${what}`, () => resolve(value, this.scope(of))),
      ),
    );
  }

  /** Evaluates one value of a template, outside of any resource. */
  value(stack: StackTemplate, value: unknown): Resolved {
    return resolve(value, this.scope(stack));
  }

  /** What only a deployment would tell is not in it: parameters, conditions, dynamic references. */
  private scope(stack: StackTemplate): Scope {
    const pseudoParameters = new Map<string, Resolved>([
      ['AWS::AccountId', stack.account],
      ['AWS::NoValue', NO_VALUE],
      ['AWS::Partition', 'aws'],
      ['AWS::Region', stack.region],
      ['AWS::StackName', stack.name],
      ['AWS::URLSuffix', 'amazonaws.com'],
    ]);
    const find = (logicalId: string): TemplateResource | undefined => {
      const resource = resourceIn(stack, logicalId);
      return resource && this.resource(stack, logicalId, resource);
    };
    return {
      functions: KNOWN_BEFORE_DEPLOYMENT,
      mappings: stack.template.Mappings,

      ref(name) {
        const resource = find(name);
        const value = pseudoParameters.get(name) ?? (resource && nameOf(resource));
        if (value !== undefined) return value;
        throw new KnownLaterError(say('parameter', { name, stack: stack.name }));
      },

      attribute(logicalId, attribute) {
        const resource = find(logicalId);
        if (resource) return attributeOf(resource, attribute);
        throw new UnresolvableError(say('noSuchResource', { logicalId, attribute, stack: stack.name }));
      },

      condition(name) {
        throw new KnownLaterError(say('conditionLater', { name }));
      },

      importValue: (name) => this.exported(stack, name),
      checkText: checkIsKnown,
      error: (fault) =>
        fault.problem === 'is not supported'
          ? new KnownLaterError(words(fault))
          : new UnresolvableError(words(fault)),
    };
  }
}

const KNOWN_BEFORE_DEPLOYMENT: ReadonlySet<string> = new Set([
  'Ref',
  'Fn::FindInMap',
  'Fn::GetAtt',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Select',
  'Fn::Split',
  'Fn::Sub',
]);

function words({ name, problem, got }: Fault): string {
  return say(`call.${problem}`, { name, got: shown(got) });
}

function placeOf({ name, account, region }: StackTemplate): string {
  return `${name} (${account}/${region})`;
}

function resourceIn(stack: StackTemplate, logicalId: string): JsonObject | undefined {
  const resources = isObject(stack.template.Resources) ? stack.template.Resources : {};
  const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
  return isObject(resource) ? resource : undefined;
}

/** In characters; a template has a million at most, and a text in it is shorter. */
const LONGEST = 2 ** 20;

function checkIsKnown(text: string): void {
  if (text.length > LONGEST) throw new UnresolvableError(say('textTooLong', { length: text.length }));
  if (text.includes('{{resolve:')) throw new KnownLaterError(say('readLater', { text: shown(text) }));
  if (/\$\{Token\[/.test(text)) throw new UnresolvableError(say('unresolvedToken', { text: shown(text) }));
}
