import { AwsError } from '../../core/service';
import { isObject, type Json, type JsonObject } from '../../core/json';

/**
 * Intrinsic functions: evaluated where their arguments are known, refused by name where they are not modelled.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export interface ResolutionScope {
  /** Of a parameter, a resource or a pseudo parameter; undefined when there is none of that name. */
  ref(name: string): Json | typeof NO_VALUE | undefined;
  /** @throws AwsError when the resource has no such attribute */
  attribute(logicalId: string, attribute: string): Json;
  condition(name: string): boolean;
  importValue(exportName: string): Json;
  readonly mappings: JsonObject;
}

/** What `AWS::NoValue` stands for: a property or list member that is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

/** A name whose value is a function call in JSON templates. */
const isFunctionName = (name: string) => name === 'Ref' || name === 'Condition' || name.startsWith('Fn::');

/** @throws AwsError ValidationError */
export function resolve(value: Json, scope: ResolutionScope): Json | typeof NO_VALUE {
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (!isObject(value)) return value;
  const call = functionCall(value);
  if (call !== undefined) return evaluate(call.name, call.argument, scope);
  const resolved: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const result = resolve(member, scope);
    if (result !== NO_VALUE) resolved[key] = result;
  }
  return resolved;
}

/** Resolves something that must be an object (properties) or must not vanish. */
export function resolveObject(value: JsonObject, scope: ResolutionScope): JsonObject {
  const resolved = resolve(value, scope);
  if (resolved === NO_VALUE || !isObject(resolved)) throw templateError('an object is needed here');
  return resolved;
}

/** @throws AwsError ValidationError when it does not come out as true or false */
export function resolveCondition(value: Json, scope: ResolutionScope): boolean {
  const call = isObject(value) ? functionCall(value) : undefined;
  const result = call ? evaluate(call.name, call.argument, scope) : value;
  if (result === true || result === 'true') return true;
  if (result === false || result === 'false') return false;
  throw templateError(`a condition must be true or false, got ${JSON.stringify(value)}`);
}

/** `{ "Fn::Join": … }` and the like; `Condition` is a call only with a string, since policy documents have it too. */
export function functionCall(value: JsonObject): { name: string; argument: Json } | undefined {
  const [entry, ...rest] = Object.entries(value);
  if (entry === undefined || rest.length > 0 || !isFunctionName(entry[0])) return undefined;
  const [name, argument] = entry;
  return name === 'Condition' && typeof argument !== 'string' ? undefined : { name, argument };
}

/** The logical ids that a value refers to, with the attribute where it is Fn::GetAtt. */
export function references(value: Json): Reference[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  const call = functionCall(value);
  if (call?.name === 'Ref' && typeof call.argument === 'string') return [{ name: call.argument }];
  if (call?.name === 'Fn::GetAtt') {
    const [name, attribute] = getAttArguments(call.argument);
    return [{ name, attribute }];
  }
  if (call?.name === 'Fn::Sub') return subReferences(call.argument);
  return Object.values(value).flatMap(references);
}

export interface Reference {
  readonly name: string;
  readonly attribute?: string;
}

/** The functions called anywhere in a value, so that an unknown one is refused before anything is deployed. */
export function unknownFunctions(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(unknownFunctions);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...(key.startsWith('Fn::') && !Object.hasOwn(FUNCTIONS, key) ? [key] : []),
    ...unknownFunctions(member),
  ]);
}

export function templateError(message: string): AwsError {
  return new AwsError('ValidationError', `Template error: ${message}`);
}

type Evaluator = (argument: Json, scope: ResolutionScope) => Json | typeof NO_VALUE;

function evaluate(name: string, argument: Json, scope: ResolutionScope): Json | typeof NO_VALUE {
  const evaluator = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (evaluator === undefined) throw templateError(`the function ${name} is not supported`);
  return evaluator(argument, scope);
}

const FUNCTIONS: Readonly<Record<string, Evaluator>> = {
  Ref: (argument, scope) => {
    const value = typeof argument === 'string' ? scope.ref(argument) : undefined;
    if (value === undefined)
      throw templateError(`Ref to ${JSON.stringify(argument)}, which is not in the template`);
    return value;
  },
  Condition: (argument, scope) => scope.condition(text(argument, 'Condition')),
  'Fn::GetAtt': (argument, scope) => scope.attribute(...getAttArguments(argument)),
  'Fn::Join': (argument, scope) => {
    const [delimiter, values] = pair(argument, 'Fn::Join');
    return list(resolve(values, scope), 'Fn::Join')
      .map((item) => text(item, 'Fn::Join'))
      .join(text(delimiter, 'Fn::Join'));
  },
  'Fn::Sub': (argument, scope) => substitute(argument, scope),
  'Fn::Select': (argument, scope) => {
    const [position, values] = pair(argument, 'Fn::Select');
    const index = Number(text(resolve(position, scope), 'Fn::Select'));
    const chosen = list(resolve(values, scope), 'Fn::Select')[index];
    if (!Number.isInteger(index) || chosen === undefined) {
      throw templateError('Fn::Select cannot select nonexistent value at index ' + index);
    }
    return chosen;
  },
  'Fn::Split': (argument, scope) => {
    const [delimiter, source] = pair(argument, 'Fn::Split');
    return text(resolve(source, scope), 'Fn::Split').split(text(delimiter, 'Fn::Split'));
  },
  'Fn::FindInMap': (argument, scope) => {
    const path = list(resolve(argument, scope), 'Fn::FindInMap').map((item) => text(item, 'Fn::FindInMap'));
    if (path.length !== 3)
      throw templateError('Fn::FindInMap needs three strings: map, top level key, second key');
    let found: Json | undefined = scope.mappings;
    for (const key of path) found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
    if (found === undefined) throw templateError(`Unable to get mapping for ${path.join('::')}`);
    return found;
  },
  'Fn::Base64': (argument, scope) =>
    Buffer.from(text(resolve(argument, scope), 'Fn::Base64')).toString('base64'),
  'Fn::ImportValue': (argument, scope) =>
    scope.importValue(text(resolve(argument, scope), 'Fn::ImportValue')),
  'Fn::If': (argument, scope) => {
    if (!Array.isArray(argument) || argument.length !== 3)
      throw templateError('Fn::If requires three arguments');
    const [condition = null, whenTrue = null, whenFalse = null] = argument;
    return resolve(scope.condition(text(condition, 'Fn::If')) ? whenTrue : whenFalse, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = pair(argument, 'Fn::Equals');
    return text(resolve(left, scope), 'Fn::Equals') === text(resolve(right, scope), 'Fn::Equals');
  },
  'Fn::And': (argument, scope) =>
    conditions(argument, 'Fn::And').every((item) => resolveCondition(item, scope)),
  'Fn::Or': (argument, scope) => conditions(argument, 'Fn::Or').some((item) => resolveCondition(item, scope)),
  'Fn::Not': (argument, scope) => {
    const [only, ...rest] = list(argument, 'Fn::Not');
    if (only === undefined || rest.length > 0) throw templateError('Fn::Not takes a list of one condition');
    return !resolveCondition(only, scope);
  },
  /** Only in Rules: whether a string is in a list. */
  'Fn::Contains': (argument, scope) => {
    const [values, wanted] = pair(argument, 'Fn::Contains');
    const candidates = list(resolve(values, scope), 'Fn::Contains').map((item) => text(item, 'Fn::Contains'));
    return candidates.includes(text(resolve(wanted, scope), 'Fn::Contains'));
  },
};

/** `${Name}` stands for a value, `${!Name}` for the text `${Name}`. */
const SUB_VARIABLE = /\$\{(!?)([^}]+)\}/g;

function substitute(argument: Json, scope: ResolutionScope): string {
  const [template, variables] = subArguments(argument);
  return template.replace(SUB_VARIABLE, (_match, literal: string, rawName: string) => {
    if (literal !== '') return `\${${rawName}}`;
    const name = rawName.trim();
    const own = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return text(own === undefined ? subVariable(name, scope) : resolve(own, scope), 'Fn::Sub');
  });
}

function subVariable(name: string, scope: ResolutionScope): Json | typeof NO_VALUE {
  const dot = name.indexOf('.');
  if (dot > 0) return scope.attribute(name.slice(0, dot), name.slice(dot + 1));
  return evaluate('Ref', name, scope);
}

function subReferences(argument: Json): Reference[] {
  const [template, variables] = subArguments(argument);
  const inText = [...template.matchAll(SUB_VARIABLE)]
    .filter(([, literal]) => literal === '')
    .map(([, , name = '']) => name.trim())
    .filter((name) => !Object.hasOwn(variables, name))
    .map((name) => {
      const dot = name.indexOf('.');
      return dot > 0 ? { name: name.slice(0, dot), attribute: name.slice(dot + 1) } : { name };
    });
  return [...inText, ...Object.values(variables).flatMap(references)];
}

function subArguments(argument: Json): [template: string, variables: JsonObject] {
  if (typeof argument === 'string') return [argument, {}];
  if (Array.isArray(argument) && argument.length === 2) {
    const [template, variables] = argument;
    if (typeof template === 'string' && isObject(variables)) return [template, variables];
  }
  throw templateError("One or more Fn::Sub intrinsic functions don't specify expected arguments");
}

function getAttArguments(argument: Json): [logicalId: string, attribute: string] {
  if (typeof argument === 'string' && argument.includes('.')) {
    const dot = argument.indexOf('.');
    return [argument.slice(0, dot), argument.slice(dot + 1)];
  }
  if (Array.isArray(argument) && argument.length === 2) {
    const [logicalId, attribute] = argument;
    if (typeof logicalId === 'string' && typeof attribute === 'string') return [logicalId, attribute];
  }
  throw templateError(
    'every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
  );
}

function pair(argument: Json, name: string): [Json, Json] {
  const [first, second, ...rest] = list(argument, name);
  if (first === undefined || second === undefined || rest.length > 0) {
    throw templateError(`every ${name} object requires two parameters`);
  }
  return [first, second];
}

function conditions(argument: Json, name: string): Json[] {
  const items = list(argument, name);
  if (items.length < 2 || items.length > 10)
    throw templateError(`${name} takes a list of 2 to 10 conditions`);
  return items;
}

function list(value: Json | typeof NO_VALUE, name: string): Json[] {
  if (!Array.isArray(value)) throw templateError(`every ${name} object requires a list`);
  return value;
}

function text(value: Json | typeof NO_VALUE, name: string): string {
  if (value === NO_VALUE || value === null || typeof value === 'object') {
    throw templateError(
      `every ${name} object requires string values, got ${JSON.stringify(value) ?? 'AWS::NoValue'}`,
    );
  }
  return String(value);
}
