import { arnMatches, parseArn } from './arn';
import { cidrContains, parseCidr, type Cidr } from './cidr';
import { hasSeveralValues } from './condition-key';
import { type ConditionOperator, isNegated } from './condition-operators';
import { parseBoolean, parseDate, parseNumber } from './condition-values';
import { every, not, type Outcome, some } from './outcome';
import { coveringAllVariables, withVariables } from './policy-variables';
import type { Context } from './request';
import { lowerAscii, matchesGlob } from './glob';
import type { Condition } from './policy';

/**
 * One operator, one key, against the keys of a request. A key that the request lacks (or has without any value) fails
 * a positive operator and passes a negated or `…IfExists` one; `Null` asks for just that. With `ForAllValues` every value
 * of the request must pass, so that none at all does; with `ForAnyValue` one must.
 *
 * Undecided when the request's value is not of the operator's kind (a date that is no date), when it holds a policy
 * variable whose value is not known, and when the key can have several values and no set operator says what is meant.
 *
 * - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function conditionOutcome(condition: Condition, context: Context): Outcome {
  const { operator, ifExists, key, set, values } = condition;
  if (context[key] === null) return 'undecided';
  const given = valuesOf(context, key);
  if (operator === 'Null') return values.includes(given.length === 0 ? 'true' : 'false');
  const passes = (value: string): Outcome => {
    const matches = some(values, (wanted) => valueMatch(operator, wanted, value, context));
    return isNegated(operator) ? not(matches) : matches;
  };
  switch (set) {
    case 'ForAllValues':
      return every(given, passes);
    case 'ForAnyValue':
      return given.length === 0 ? ifExists : some(given, passes);
    default: {
      const [value] = given;
      if (value === undefined) return ifExists || isNegated(operator);
      return given.length > 1 || hasSeveralValues(key) ? 'undecided' : passes(value);
    }
  }
}

function valueMatch(
  operator: Exclude<ConditionOperator, 'Null'>,
  wanted: string,
  given: string,
  context: Context,
): Outcome {
  const matches = MATCHERS[operator](given);
  if (!matches) return 'undecided';
  const known = withVariables(wanted, context);
  if (known !== undefined) return matches(known);
  return matchesGlob(lowerAscii(coveringAllVariables(wanted)), lowerAscii(given)) ? 'undecided' : false;
}

/** The values that the request has for a key: none when it lacks it. */
export function valuesOf(context: Context, key: string): readonly string[] {
  const value = Object.hasOwn(context, key) ? context[key] : undefined;
  if (value === undefined || value === null) return [];
  return typeof value === 'string' ? [value] : value;
}

/** Asks of one policy value whether the request's value matches it. Negation is the caller's. */
type ValueMatcher = (policyValue: string) => boolean;

/** From the request's value, or undefined if that cannot be read as the operator's kind. */
type MatcherFor = (requestValue: string) => ValueMatcher | undefined;

const stringEquals: MatcherFor = (given) => (wanted) => given === wanted;
const stringEqualsIgnoreCase: MatcherFor = (given) => (wanted) => lowerAscii(given) === lowerAscii(wanted);
const stringLike: MatcherFor = (given) => (wanted) => matchesGlob(wanted, given);
const arnLike: MatcherFor = (given) =>
  parseArn(given) === undefined ? undefined : (wanted) => arnMatches(wanted, given);
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
