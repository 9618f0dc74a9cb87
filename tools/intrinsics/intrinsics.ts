import { functionCall, getAttArguments, SUB_VARIABLE, subArguments, subReference } from './calls';
import { isList, isObject, isScalar, type Json } from './json';
import { NO_VALUE, type Problem, type Resolved, type Scope } from './scope';

/**
 * Intrinsic functions: evaluated where their arguments are known, rejected by name where they are not modelled.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 *
 * @param value JSON; what JSON cannot hold counts as left out
 * @throws what the scope says
 */
export function resolve(value: unknown, scope: Scope): Resolved {
  if (isList(value)) {
    return value.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (isObject(value)) {
    const call = functionCall(value);
    if (call !== undefined) return evaluate(call.name, call.argument, scope);
    const members = Object.entries(value).map(([key, member]) => [key, resolve(member, scope)] as const);
    return Object.fromEntries(
      members.flatMap(([key, member]) => (member === NO_VALUE ? [] : [[key, member]])),
    );
  }
  if (typeof value === 'string') scope.checkText?.(value);
  return isScalar(value) ? value : NO_VALUE;
}

/** Throws when it does not come out as true or false. */
export function resolveCondition(value: unknown, scope: Scope): boolean {
  const call = isObject(value) ? functionCall(value) : undefined;
  const result = call ? evaluate(call.name, call.argument, scope) : value;
  if (result === true || result === 'true') return true;
  if (result === false || result === 'false') return false;
  throw scope.error({ name: 'Condition', problem: 'wants true or false', got: value });
}

/** The functions called anywhere in a value, so that an unknown one is rejected before anything is deployed. */
export function unknownFunctions(value: unknown): string[] {
  if (isList(value)) return value.flatMap(unknownFunctions);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...(key.startsWith('Fn::') && !Object.hasOwn(FUNCTIONS, key) ? [key] : []),
    ...unknownFunctions(member),
  ]);
}

function evaluate(name: string, argument: unknown, scope: Scope): Resolved {
  const evaluator = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (evaluator === undefined || scope.functions?.has(name) === false) {
    throw scope.error({ name, problem: 'is not supported', got: argument });
  }
  const result = evaluator(new Call(name, argument, scope), scope);
  // What stands nowhere in one piece may have been put together, or looked up.
  for (const one of isList(result) ? result : [result]) {
    if (typeof one === 'string') scope.checkText?.(one);
  }
  return result;
}

/** One call while it is evaluated: reads its arguments, and says what is wrong with them. */
class Call {
  constructor(
    readonly name: string,
    readonly argument: unknown,
    private readonly scope: Scope,
  ) {}

  /** Numbers are written as they stand in the template; of others than whole ones, JSON does not keep how they do. */
  text(value: unknown): string {
    if (!isScalar(value) || value === null) throw this.fault('wants text', value);
    if (typeof value === 'number' && !Number.isSafeInteger(value)) throw this.fault('wants text', value);
    const text = String(value);
    this.scope.checkText?.(text);
    return text;
  }

  list(value: unknown): readonly unknown[] {
    if (!isList(value)) throw this.fault('wants a list', value);
    return value;
  }

  /** What a value that may be a call comes to. */
  resolvedText(value: unknown): string {
    return this.text(resolve(value, this.scope));
  }

  resolvedList(value: unknown): readonly Json[] {
    const resolved = resolve(value, this.scope);
    if (!Array.isArray(resolved)) throw this.fault('wants a list', resolved);
    return resolved;
  }

  resolvedTexts(value: unknown): string[] {
    return this.resolvedList(value).map((item) => this.text(item));
  }

  joined(texts: readonly string[], delimiter: string): string {
    const length = texts.reduce((sum, text) => sum + text.length + delimiter.length, 0);
    if (length > LONGEST_TEXT) throw this.fault('is too long', `${length} characters`);
    return texts.join(delimiter);
  }

  pair(): readonly [unknown, unknown] {
    const [first, second, ...rest] = this.list(this.argument);
    if (first === undefined || second === undefined || rest.length > 0) {
      throw this.fault('wants two arguments', this.argument);
    }
    return [first, second];
  }

  conditions(): readonly unknown[] {
    const items = this.list(this.argument);
    if (items.length < 2 || items.length > 10) throw this.fault('wants 2 to 10 conditions', this.argument);
    return items;
  }

  fault(problem: Problem, got: unknown, at?: string): Error {
    return this.scope.error({ name: this.name, problem, got, ...(at !== undefined && { at }) });
  }
}

/** In characters: sixteen times what a template may have. References to references grow faster than any machine. */
const LONGEST_TEXT = 2 ** 24;

const FUNCTIONS: Readonly<Record<string, (call: Call, scope: Scope) => Resolved>> = {
  Ref: (call, scope) => {
    const value = typeof call.argument === 'string' ? scope.ref(call.argument) : undefined;
    if (value === undefined) throw call.fault('names nothing', call.argument);
    return value;
  },
  Condition: (call, scope) => scope.condition(call.text(call.argument)),
  'Fn::GetAtt': ({ argument }, scope) => scope.attribute(...getAttArguments(argument, scope.error)),
  'Fn::Join': (call) => {
    const [delimiter, values] = call.pair();
    return call.joined(call.resolvedTexts(values), call.text(delimiter));
  },
  'Fn::Sub': substitute,
  'Fn::Select': (call, scope) => {
    const [position, values] = call.pair();
    const index = call.resolvedText(position);
    if (isList(values) && values.some((value) => resolve(value, scope) === NO_VALUE)) {
      throw call.fault('wants a list without AWS::NoValue', call.argument);
    }
    const chosen = /^\d+$/.test(index) ? call.resolvedList(values)[Number(index)] : undefined;
    if (chosen === undefined) throw call.fault('selects nothing', call.argument, index);
    return chosen;
  },
  'Fn::Split': (call) => {
    const [delimiter, source] = call.pair();
    const between = call.text(delimiter);
    if (between === '') throw call.fault('wants a delimiter', call.argument);
    return call.resolvedText(source).split(between);
  },
  'Fn::FindInMap': (call, scope) => {
    const path = call.resolvedTexts(call.argument);
    if (path.length !== 3) throw call.fault('wants three texts', path);
    let found: unknown = scope.mappings;
    for (const key of path) found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
    if (isScalar(found)) return found;
    // The only other value that a mapping may hold.
    if (isList(found) && found.every(isScalar)) return [...found];
    throw call.fault('finds nothing', path, path.join('::'));
  },
  'Fn::Base64': (call) => Buffer.from(call.resolvedText(call.argument)).toString('base64'),
  'Fn::ImportValue': (call, scope) => scope.importValue(call.resolvedText(call.argument)),
  'Fn::If': (call, scope) => {
    const { argument } = call;
    if (!isList(argument) || argument.length !== 3) throw call.fault('wants three arguments', argument);
    const [condition, whenTrue, whenFalse] = argument;
    return resolve(scope.condition(call.text(condition)) ? whenTrue : whenFalse, scope);
  },
  'Fn::Equals': (call) => {
    const [left, right] = call.pair();
    return call.resolvedText(left) === call.resolvedText(right);
  },
  'Fn::And': (call, scope) => call.conditions().every((one) => resolveCondition(one, scope)),
  'Fn::Or': (call, scope) => call.conditions().some((one) => resolveCondition(one, scope)),
  'Fn::Not': (call, scope) => {
    const [only, ...rest] = call.list(call.argument);
    if (only === undefined || rest.length > 0) throw call.fault('wants one condition', call.argument);
    return !resolveCondition(only, scope);
  },
  /** Only in Rules: whether a string is in a list. */
  'Fn::Contains': (call) => {
    const [values, wanted] = call.pair();
    return call.resolvedTexts(values).includes(call.resolvedText(wanted));
  },
};

function substitute(call: Call, scope: Scope): string {
  const [template, variables] = subArguments(call.argument, scope.error);
  const valueOf = (name: string): string => {
    if (Object.hasOwn(variables, name)) return call.resolvedText(variables[name]);
    const { name: logicalId, attribute } = subReference(name);
    return call.text(
      attribute === undefined ? evaluate('Ref', name, scope) : scope.attribute(logicalId, attribute),
    );
  };
  const pieces: string[] = [];
  let end = 0;
  for (const { 0: whole, 1: literal, 2: name = '', index } of template.matchAll(SUB_VARIABLE)) {
    pieces.push(template.slice(end, index), literal === '' ? valueOf(name.trim()) : `\${${name}}`);
    end = index + whole.length;
  }
  return call.joined([...pieces, template.slice(end)], '');
}
