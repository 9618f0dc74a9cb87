import { arnMatches } from './arn';
import { cidrContains, parseCidr, type Cidr } from './cidr';
import { isNegated, type ConditionOperator } from './condition-operators';
import { parseBoolean, parseDate, parseNumber } from './condition-values';
import type { Context } from './request';
import { lowerAscii, matchesGlob } from './glob';
import type { Condition } from './policy';

/**
 * `undecided` when the request's value is not of the operator's kind (a date that is no date), or when it has several
 * values: AWS wants ForAnyValue or ForAllValues then, and does not say what happens without. Such a condition neither
 * lets an Allow apply nor keeps a Deny from applying.
 */
export type ConditionOutcome = boolean | 'undecided';

/**
 * One operator, one key, against the keys of a request. A key that the request lacks (or has without any value) fails
 * a positive operator and passes a negated or `…IfExists` one; `Null` asks for just that.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionOutcome(condition: Condition, context: Context): ConditionOutcome {
  const { operator, ifExists, key, values } = condition;
  const given = valuesOf(context, key);
  if (operator === 'Null') return values.includes(given.length === 0 ? 'true' : 'false');
  const [value, ...more] = given;
  if (value === undefined) return ifExists || isNegated(operator);
  if (more.length > 0) return 'undecided';
  const matches = MATCHERS[operator](value);
  if (!matches) return 'undecided';
  return values.some(matches) !== isNegated(operator);
}

export function conditionHolds(condition: Condition, context: Context): boolean {
  return conditionOutcome(condition, context) === true;
}

/** The values that the request has for a key: none when it lacks it. */
export function valuesOf(context: Context, key: string): readonly string[] {
  const value = Object.hasOwn(context, key) ? context[key] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** Asks of one policy value whether the request's value matches it. Negation is the caller's. */
type ValueMatcher = (policyValue: string) => boolean;

/** From the request's value, or undefined if that cannot be read as the operator's kind. */
type MatcherFor = (requestValue: string) => ValueMatcher | undefined;

const stringEquals: MatcherFor = (given) => (wanted) => given === wanted;
const stringEqualsIgnoreCase: MatcherFor = (given) => (wanted) => lowerAscii(given) === lowerAscii(wanted);
const stringLike: MatcherFor = (given) => (wanted) => matchesGlob(wanted, given);
const arnLike: MatcherFor = (given) => (wanted) => arnMatches(wanted, given);
const ipAddress: MatcherFor = (given) => {
  const address = given.includes('/') ? undefined : parseCidr(given);
  return address && ((wanted) => contains(parseCidr(wanted), address));
};

const MATCHERS: Record<Exclude<ConditionOperator, 'Null'>, MatcherFor> = {
  StringEquals: stringEquals,
  StringNotEquals: stringEquals,
  StringEqualsIgnoreCase: stringEqualsIgnoreCase,
  StringNotEqualsIgnoreCase: stringEqualsIgnoreCase,
  StringLike: stringLike,
  StringNotLike: stringLike,
  ArnEquals: arnLike,
  ArnLike: arnLike,
  ArnNotEquals: arnLike,
  ArnNotLike: arnLike,
  Bool: compared(parseBoolean, (given, wanted) => given === wanted),
  DateEquals: compared(parseDate, (given, wanted) => given === wanted),
  DateNotEquals: compared(parseDate, (given, wanted) => given === wanted),
  DateLessThan: compared(parseDate, (given, wanted) => given < wanted),
  DateLessThanEquals: compared(parseDate, (given, wanted) => given <= wanted),
  DateGreaterThan: compared(parseDate, (given, wanted) => given > wanted),
  DateGreaterThanEquals: compared(parseDate, (given, wanted) => given >= wanted),
  NumericEquals: compared(parseNumber, (given, wanted) => given === wanted),
  NumericNotEquals: compared(parseNumber, (given, wanted) => given === wanted),
  NumericLessThan: compared(parseNumber, (given, wanted) => given < wanted),
  NumericLessThanEquals: compared(parseNumber, (given, wanted) => given <= wanted),
  NumericGreaterThan: compared(parseNumber, (given, wanted) => given > wanted),
  NumericGreaterThanEquals: compared(parseNumber, (given, wanted) => given >= wanted),
  IpAddress: ipAddress,
  NotIpAddress: ipAddress,
};

function contains(range: Cidr | undefined, address: Cidr): boolean {
  return range !== undefined && cidrContains(range, address);
}

function compared<T>(
  parse: (text: string) => T | undefined,
  relation: (given: T, wanted: T) => boolean,
): MatcherFor {
  return (requestValue) => {
    const given = parse(requestValue);
    if (given === undefined) return undefined;
    return (policyValue) => {
      const wanted = parse(policyValue);
      return wanted !== undefined && relation(given, wanted);
    };
  };
}
