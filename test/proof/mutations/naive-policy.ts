/**
 * IAM's matching rules on raw JSON, one regular expression at a time: slow, and obvious enough to be checked by eye.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
import { type Json, type JsonObject, isList, isObject, listOf, textsOf } from './cloudformation';

export interface Caller {
  readonly title: string;
  readonly kind: 'user' | 'role-session' | 'service' | 'federated' | 'anonymous';
  /** Of AWS callers. */
  readonly account?: string;
  /** What a Principal element may name: a user's or session's ARN, a service, a provider. */
  readonly name: string;
  /** `aws:PrincipalArn`: for a session that of its role. Services and strangers have none. */
  readonly principalArn?: string;
}

export type Match = 'no' | 'account' | 'directly';

/** Whether an account was named (it may still withhold its permission) or this caller. */
export function matchPrincipal(statement: JsonObject, caller: Caller): Match {
  const others = statement['NotPrincipal'];
  if (others !== undefined) return matchNamed(others, caller) === 'no' ? 'directly' : 'no';
  return matchNamed(statement['Principal'], caller);
}

function matchNamed(principal: Json | undefined, caller: Caller): Match {
  if (principal === undefined) return 'no';
  if (!isObject(principal)) return principal === '*' ? 'directly' : 'no';
  const aws = textsOf(principal['AWS']);
  if (aws.includes('*')) return 'directly';
  if (caller.kind === 'service')
    return textsOf(principal['Service']).includes(caller.name) ? 'directly' : 'no';
  if (caller.kind === 'federated')
    return textsOf(principal['Federated']).includes(caller.name) ? 'directly' : 'no';
  if (caller.kind === 'anonymous') return 'no';
  if (aws.includes(caller.name) || (caller.principalArn !== undefined && aws.includes(caller.principalArn))) {
    return 'directly';
  }
  const account = caller.account ?? 'none';
  return aws.includes(account) || aws.includes(`arn:aws:iam::${account}:root`) ? 'account' : 'no';
}

/** `*` is any run of characters and `?` is one; everything else stands for itself. */
export function glob(pattern: string, ignoreCase = false): RegExp {
  const known = compiled.get(`${ignoreCase} ${pattern}`);
  if (known) return known;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^]*')
    .replace(/\?/g, '[^]');
  const expression = new RegExp(`^${source}$`, ignoreCase ? 'iu' : 'u');
  compiled.set(`${ignoreCase} ${pattern}`, expression);
  return expression;
}

const compiled = new Map<string, RegExp>();

/** Of a list that is asked again and again, once. */
function globs(patterns: Json | undefined, ignoreCase = false): readonly RegExp[] {
  const compile = () => textsOf(patterns).map((one) => glob(one, ignoreCase));
  if (!isList(patterns)) return compile();
  const lists = ignoreCase ? listsOfActions : listsOfResources;
  const known = lists.get(patterns) ?? compile();
  lists.set(patterns, known);
  return known;
}

const listsOfActions = new WeakMap<readonly Json[], readonly RegExp[]>();
const listsOfResources = new WeakMap<readonly Json[], readonly RegExp[]>();

export function matchAction(statement: JsonObject, action: string): boolean {
  const matchesOne = (patterns: Json | undefined) => globs(patterns, true).some((one) => one.test(action));
  return statement['NotAction'] === undefined
    ? matchesOne(statement['Action'])
    : !matchesOne(statement['NotAction']);
}

/** Trust policies have no Resource: they are about the role that they belong to. */
export function matchResource(statement: JsonObject, resource: string, kind: DocumentKind): boolean {
  if (kind === 'trust') return true;
  const matchesOne = (patterns: Json | undefined) => globs(patterns).some((one) => one.test(resource));
  return statement['NotResource'] === undefined
    ? matchesOne(statement['Resource'])
    : !matchesOne(statement['NotResource']);
}

export type DocumentKind = 'identity' | 'resource' | 'trust';

export interface SingleCondition {
  readonly operator: string;
  /** In lower case: keys match without regard to case. */
  readonly key: string;
  readonly values: readonly string[];
}

export function conditionsOf(statement: JsonObject): SingleCondition[] {
  return Object.entries(objectOrNothing(statement['Condition'])).flatMap(([operator, block]) =>
    Object.entries(objectOrNothing(block)).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      values: textsOf(values),
    })),
  );
}

function objectOrNothing(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/**
 * One condition against the request's value for its key, or `undefined` where the request has none.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionHolds({ operator, values }: SingleCondition, actual: string | undefined): boolean {
  const plain = operator.replace(/^For(AnyValue|AllValues):/, '').replace(/IfExists$/, '');
  if (plain === 'Null')
    return values.some((wanted) => (wanted.toLowerCase() === 'true') === (actual === undefined));
  if (actual === undefined) {
    return operator.endsWith('IfExists') || operator.startsWith('ForAllValues:') || plain.includes('Not');
  }
  const negated = /^(String|Arn|Date|Numeric)Not|^NotIp/.test(plain);
  const comparison = COMPARISONS[plain.replace('Not', '')];
  if (!comparison) throw new Error(`the naive evaluator knows no ${operator}`);
  const some = values.some((wanted) => comparison(actual, wanted));
  return negated ? !some : some;
}

const COMPARISONS: Record<string, (actual: string, wanted: string) => boolean> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringEqualsIgnoreCase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: (actual, wanted) => glob(wanted).test(actual),
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  DateEquals: (actual, wanted) => moment(actual) === moment(wanted),
  DateLessThan: (actual, wanted) => moment(actual) < moment(wanted),
  DateLessThanEquals: (actual, wanted) => moment(actual) <= moment(wanted),
  DateGreaterThan: (actual, wanted) => moment(actual) > moment(wanted),
  DateGreaterThanEquals: (actual, wanted) => moment(actual) >= moment(wanted),
  NumericEquals: (actual, wanted) => Number(actual) === Number(wanted),
  NumericLessThan: (actual, wanted) => Number(actual) < Number(wanted),
  NumericLessThanEquals: (actual, wanted) => Number(actual) <= Number(wanted),
  NumericGreaterThan: (actual, wanted) => Number(actual) > Number(wanted),
  NumericGreaterThanEquals: (actual, wanted) => Number(actual) >= Number(wanted),
  IpAddress: inRange,
};

/** Each of the six colon-separated parts on its own, the last with all that follows. */
function arnLike(actual: string, wanted: string): boolean {
  const parts = (arn: string) => [...arn.split(':').slice(0, 5), arn.split(':').slice(5).join(':')];
  const theirs = parts(actual);
  if (actual.split(':').length < 6 || wanted.split(':').length < 6) return false;
  return parts(wanted).every((part, index) => glob(part).test(theirs[index] ?? ''));
}

/** Milliseconds since 1970, from ISO 8601 or from seconds. */
function moment(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** IPv4 only: that is all that the mutants write. */
function inRange(actual: string, wanted: string): boolean {
  const [network = '', bits = '32'] = wanted.split('/');
  const number = (ip: string) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(actual) / size) === Math.floor(number(network) / size);
}

export function statementsOf(document: JsonObject): JsonObject[] {
  return listOf(document['Statement']).filter((statement): statement is JsonObject => isObject(statement));
}
