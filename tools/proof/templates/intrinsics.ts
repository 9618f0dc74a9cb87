import type { Assembly, StackTemplate } from './assembly';
import { isObject, type JsonObject, shown } from './json';
import { attributeOf, nameOf } from './resource-names';

/** What cannot be known before it is deployed, by name. */
export class UnresolvableError extends Error {
  override readonly name = 'UnresolvableError';
}

/** Stands for a property that `AWS::NoValue` takes away. */
const NOTHING = Symbol('AWS::NoValue');

/**
 * Resolves the intrinsic functions in a value of a template, with the account and region of its stack.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 *
 * @throws UnresolvableError naming what only a deployment would tell
 */
export class Resolver {
  constructor(private readonly assembly: Assembly) {}

  /** Undefined if the value is `AWS::NoValue`. */
  resolve(value: unknown, stack: StackTemplate): unknown {
    const resolved = this.walk(value, stack);
    return resolved === NOTHING ? undefined : resolved;
  }

  private walk(value: unknown, stack: StackTemplate): unknown {
    if (typeof value === 'string') return plain(value);
    if (Array.isArray(value))
      return value.map((item) => this.walk(item, stack)).filter((item) => item !== NOTHING);
    if (!isObject(value)) return value;
    const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
    if (more.length === 0 && (name === 'Ref' || name.startsWith('Fn::') || name === 'Condition')) {
      if (name !== 'Condition' || typeof argument === 'string')
        return checked(this.intrinsic(name, argument, stack));
    }
    const entries = Object.entries(value).map(([key, item]) => [key, this.walk(item, stack)] as const);
    return Object.fromEntries(entries.filter(([, item]) => item !== NOTHING));
  }

  private intrinsic(name: string, argument: unknown, stack: StackTemplate): unknown {
    switch (name) {
      case 'Ref':
        return this.ref(text(argument, name), stack);
      case 'Fn::GetAtt':
        return this.getAtt(argument, stack);
      case 'Fn::Join': {
        const [separator, items] = pair(this.walk(argument, stack), name);
        return list(items, name)
          .map((item) => text(item, name))
          .join(text(separator, name));
      }
      case 'Fn::Sub':
        return this.sub(argument, stack);
      case 'Fn::Select': {
        const [index, items] = pair(this.walk(argument, stack), name);
        const selected = list(items, name)[Number(index)];
        if (selected === undefined)
          throw new UnresolvableError(`Fn::Select ${shown(argument)} selects nothing`);
        return selected;
      }
      case 'Fn::Split': {
        const [separator, whole] = pair(this.walk(argument, stack), name);
        return text(whole, name).split(text(separator, name));
      }
      case 'Fn::ImportValue':
        return this.importValue(text(this.walk(argument, stack), name), stack);
      case 'Fn::FindInMap':
        return findInMap(this.walk(argument, stack), stack);
      default:
        throw new UnresolvableError(`${name} ${shown(argument)} is decided only when it is deployed`);
    }
  }

  private ref(name: string, stack: StackTemplate): unknown {
    const pseudo = pseudoParameter(name, stack);
    if (pseudo !== undefined) return pseudo;
    const resource = resourceIn(stack, name);
    if (resource) return nameOf(this.reader(stack), name, resource);
    throw new UnresolvableError(`Ref ${name} is a parameter of ${stack.name} or does not exist`);
  }

  private getAtt(argument: unknown, stack: StackTemplate): string {
    const path = typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt');
    const [logicalId, ...attribute] = path.map((part) => text(part, 'Fn::GetAtt'));
    const resource = resourceIn(stack, logicalId ?? '');
    if (!resource)
      throw new UnresolvableError(`Fn::GetAtt ${path.join('.')}: ${stack.name} has no such resource`);
    return attributeOf(this.reader(stack), logicalId ?? '', resource, attribute.join('.'));
  }

  private sub(argument: unknown, stack: StackTemplate): string {
    const [template, variables] = Array.isArray(argument) ? pair(argument, 'Fn::Sub') : [argument, {}];
    const values = isObject(variables) ? variables : {};
    return plain(
      text(template, 'Fn::Sub').replace(/\$\{([^}]*)\}/g, (_, raw: string) => {
        if (raw.startsWith('!')) return `\${${raw.slice(1)}}`;
        const name = raw.trim();
        if (Object.hasOwn(values, name)) return text(this.walk(values[name], stack), 'Fn::Sub');
        return text(name.includes('.') ? this.getAtt(name, stack) : this.ref(name, stack), 'Fn::Sub');
      }),
    );
  }

  private importValue(name: string, stack: StackTemplate): unknown {
    for (const other of this.assembly.stacks) {
      if (other.account !== stack.account || other.region !== stack.region) continue;
      for (const output of Object.values(isObject(other.template.Outputs) ? other.template.Outputs : {})) {
        if (!isObject(output) || !isObject(output.Export)) continue;
        if (this.walk(output.Export.Name, other) === name) return this.walk(output.Value, other);
      }
    }
    throw new UnresolvableError(`Fn::ImportValue ${name} is exported by no stack of this assembly`);
  }

  private reader(stack: StackTemplate) {
    return { stack, property: (value: unknown) => this.resolve(value, stack) };
  }
}

export function resourceIn(stack: StackTemplate, logicalId: string): JsonObject | undefined {
  const resources = isObject(stack.template.Resources) ? stack.template.Resources : {};
  const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
  return isObject(resource) ? resource : undefined;
}

function pseudoParameter(name: string, stack: StackTemplate): unknown {
  switch (name) {
    case 'AWS::AccountId':
      return stack.account;
    case 'AWS::Region':
      return stack.region;
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return stack.name;
    case 'AWS::NoValue':
      return NOTHING;
    default:
      return undefined;
  }
}

function findInMap(argument: unknown, stack: StackTemplate): unknown {
  const [map, first, second] = list(argument, 'Fn::FindInMap').map((part) => text(part, 'Fn::FindInMap'));
  let found: unknown = stack.template.Mappings;
  for (const key of [map, first, second]) found = isObject(found) ? found[key ?? ''] : undefined;
  if (found === undefined) throw new UnresolvableError(`Fn::FindInMap ${shown(argument)} finds nothing`);
  return found;
}

/** An intrinsic function may put together, or look up, what stands nowhere in one piece. */
function checked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(checked);
  return typeof value === 'string' ? plain(value) : value;
}

function plain(value: string): string {
  if (value.includes('{{resolve:'))
    throw new UnresolvableError(`${shown(value)} is read only when it is deployed`);
  if (/\$\{Token\[/.test(value))
    throw new UnresolvableError(`${shown(value)} is a CDK token that was never resolved`);
  return value;
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new UnresolvableError(`${where} wants text, got ${shown(value)}`);
}

function list(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UnresolvableError(`${where} wants a list, got ${shown(value)}`);
}

function pair(value: unknown, where: string): readonly [unknown, unknown] {
  const [first, second, ...more] = list(value, where);
  if (second === undefined || more.length > 0)
    throw new UnresolvableError(`${where} wants two arguments, got ${shown(value)}`);
  return [first, second];
}
