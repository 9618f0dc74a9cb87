/**
 * Condition operators, one at a time.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
import { type JsonObject, isObject } from './json';
import { anyCase, arnLike, glob, strings } from './statements';

export interface Condition {
  readonly operator: string;
  /** In lower case: keys match without regard to case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** Condition keys in lower case; `undefined` for a key that the request lacks. */
export type Context = Readonly<Record<string, string | readonly string[] | undefined>>;

export function conditionsOf(statement: JsonObject): Condition[] {
  const condition = statement['Condition'];
  return Object.entries(isObject(condition) ? condition : {}).flatMap(([operator, keys]) =>
    Object.entries(isObject(keys) ? keys : {}).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      values: strings(values),
    })),
  );
}

/** True, false, or undefined where the request's value makes no sense for the operator. */
export function conditionTruth(
  { operator, key, values }: Condition,
  given: Context[string],
): boolean | undefined {
  const present = given === undefined ? [] : typeof given === 'string' ? [given] : [...given];
  if (operator === 'Null') {
    return values.some((wanted) => wanted.toLowerCase() === String(present.length === 0));
  }
  const optional = operator.endsWith('IfExists');
  const [, set, name = ''] =
    /^(ForAnyValue:|ForAllValues:)?(.*)$/.exec(operator.replace(/IfExists$/, '')) ?? [];
  const negative = name.includes('Not');
  if (present.length === 0) {
    return optional || set === 'ForAllValues:' || (negative && set !== 'ForAnyValue:');
  }
  if (set === undefined && (present.length > 1 || LISTS.test(key))) return undefined;
  const passes = present.map((value) => passing(name.replace('Not', ''), negative, values, String(value)));
  const [wins, loses] = set === 'ForAllValues:' ? [false, true] : [true, false];
  // All of them, or any of them: one answer decides, the other needs every value, and in between it is open.
  if (passes.includes(wins)) return wins;
  return passes.includes(undefined) ? undefined : loses;
}

/** Keys that AWS documents to have several values in one request, of those that are tried. */
const LISTS = /^aws:(calledvia|tagkeys|(principal|resource|source)orgpaths|principalservicenameslist)$/;

function passing(
  operator: string,
  negative: boolean,
  values: readonly string[],
  given: string,
): boolean | undefined {
  const answers = values.map((wanted) => compare(operator, wanted, given));
  if (answers.includes(true)) return !negative;
  return answers.includes(undefined) ? undefined : negative;
}

function compare(operator: string, wanted: string, given: string): boolean | undefined {
  switch (operator) {
    case 'StringEquals':
      return wanted === given;
    case 'StringEqualsIgnoreCase':
      return new RegExp(`^${wanted.split('').map(anyCase).join('')}$`, 'su').test(given);
    case 'StringLike':
      return glob(wanted).test(given);
    case 'ArnEquals':
    case 'ArnLike':
      return given.split(':').length < 6 || !given.startsWith('arn:') ? undefined : arnLike(wanted, given);
    case 'Bool':
      return ['true', 'false'].includes(given.toLowerCase())
        ? wanted.toLowerCase() === given.toLowerCase()
        : undefined;
    case 'IpAddress':
      return inRange(wanted, given);
  }
  const [, type, relation] = /^(Date|Numeric)(\w+)$/.exec(operator) ?? [];
  const read = type === 'Date' ? instant : decimal;
  const [left, right] = [read(given), read(wanted)];
  if (left === undefined || right === undefined) return undefined;
  switch (relation) {
    case 'Equals':
      return left === right;
    case 'LessThan':
      return left < right;
    case 'LessThanEquals':
      return left <= right;
    case 'GreaterThan':
      return left > right;
    case 'GreaterThanEquals':
      return left >= right;
    default:
      throw new Error(`unknown operator ${operator}`);
  }
}

function instant(text: string): number | undefined {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?)?$/.test(text)) return undefined;
  const moment = new Date(text.replace(/(\.\d{3})\d+/, '$1')).getTime();
  return Number.isNaN(moment) ? undefined : moment;
}

function decimal(text: string): number | undefined {
  return /^-?[0-9]+([.][0-9]+)?$/.test(text) ? parseFloat(text) : undefined;
}

function inRange(range: string, address: string): boolean | undefined {
  const [network = '', prefix] = range.split('/');
  const [wanted, given] = [bits(network), bits(address)];
  if (wanted === undefined || given === undefined) return undefined;
  if (wanted.length !== given.length) return false;
  const length = prefix === undefined ? wanted.length : Number(prefix);
  return wanted.slice(0, length) === given.slice(0, length);
}

/** The address as 32 or 128 characters 0 and 1. IPv4-in-IPv6 notation is not understood. */
function bits(address: string): string | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    return address
      .split('.')
      .map((octet) => Number(octet).toString(2).padStart(8, '0'))
      .join('');
  }
  if (!/^[0-9a-f:]*:[0-9a-f:]*$/i.test(address)) return undefined;
  const [left = '', right] = address.split('::');
  const head = left.split(':').filter((group) => group !== '');
  const tail = (right ?? '').split(':').filter((group) => group !== '');
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return groups.map((group) => parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}
