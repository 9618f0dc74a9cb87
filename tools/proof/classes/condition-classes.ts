import { sayProofClasses as say } from '../../../words/say';
import { listed } from '../../../words/speech';
import { parseDate, parseNumber } from '../../iam/condition-values';
import { hasSeveralValues } from '../../iam/condition-key';
import type { Condition } from '../../iam/policy';
import { coveringAllVariables, withVariables } from '../../iam/policy-variables';
import type { Context } from '../../iam/request';
import type { ConditionOperator } from '../../iam/condition-operators';
import { addressClasses } from './address-classes';
import { documentedKind, holdsArns, type KeyKind, spelt } from './condition-keys';
import { ANY, arnLanguage, globLanguage, type Language, language, literally, many } from './language';
import { orderedClasses, type Scale } from './ordered-classes';
import { stringClasses } from './string-classes';
import { TooLargeError } from './too-large';

/** Where the promise itself draws lines through the values of a condition key. */
export type PromisedLines =
  | { readonly kind: 'string'; readonly languages: readonly Language[]; readonly readable: readonly string[] }
  | { readonly kind: 'boolean' }
  /** Milliseconds since 1970. */
  | { readonly kind: 'date'; readonly moments: readonly number[] }
  | { readonly kind: 'number'; readonly cutPoints: readonly number[] };

/** One value per class, or several where a key can have several in one request. */
export type KeyValue = string | readonly string[];

/** Comparing one key in two ways that this project cannot reason about together. */
export class MixedComparisonsError extends Error {
  constructor(key: string, kinds: readonly string[]) {
    super(say('mixedComparisons', { key: spelt(key), kinds: listed(kinds) }));
    this.name = 'MixedComparisonsError';
  }
}

/**
 * Values of one condition key such that every value there could be is answered like one of them, by every condition
 * given and by the promise. That a request may lack the key is the caller's to try.
 *
 * @param conditions all on this key
 * @param variables the values of policy variables that a request can have
 * @throws MixedComparisonsError or TooLargeError
 */
export function keyClasses(
  key: string,
  conditions: readonly Condition[],
  promised: PromisedLines | undefined,
  variables: readonly Context[] = [],
): KeyValue[] {
  const withValues = conditions.flatMap((condition) => spelledOut(condition, variables));
  const values = presentClasses(key, withValues, promised);
  const mayBeSet = !/^(aws|s3|sts):/.test(key) && conditions.some(({ set }) => set !== undefined);
  if (!hasSeveralValues(key) && !mayBeSet) return values;
  if (values.length <= MOST_VALUES) return sets(values);
  const written = conditions.flatMap((condition) => condition.values);
  throw new TooLargeError(spelt(key), written, MOST_VALUES, 'valuesInOneRequest');
}

/** With the values that its policy variables can have; where that is not known, with what covers all. */
function spelledOut(condition: Condition, variables: readonly Context[]): Condition[] {
  const { values } = condition;
  if (!values.some((value) => value.includes('${'))) return [condition];
  const known = values.flatMap((value) =>
    variables.flatMap((context) => withVariables(value, context) ?? []),
  );
  const unknown = values.filter((value) =>
    variables.some((context) => withVariables(value, context) === undefined),
  );
  return [
    { ...condition, values: known },
    ...unknown.map((value): Condition => ({
      ...condition,
      operator: 'StringLike',
      values: [coveringAllVariables(value)],
    })),
  ];
}

/** One value alone, and every combination: any two requests with the same classes of values are answered alike. */
function sets(values: readonly string[]): KeyValue[] {
  return Array.from({ length: 2 ** values.length - 1 }, (_, index) => {
    const chosen = values.filter((_value, place) => ((index + 1) >> place) & 1);
    const [only = '', ...more] = chosen;
    return more.length === 0 ? only : chosen;
  });
}

const MOST_VALUES = 8;

function presentClasses(
  key: string,
  conditions: readonly Condition[],
  promised: PromisedLines | undefined,
): string[] {
  const documented = documentedKind(key);
  // Two values are few enough to try, whatever the operators.
  if (documented === 'boolean') return ['true', 'false'];
  const kinds = kindsOf(conditions, promised);
  const [kind = 'string', ...others] = kinds;
  if (others.length > 0) throw new MixedComparisonsError(key, kinds);

  // A key that may hold anything may hold what the operator cannot read.
  const unreadable = documented === kind || kind === 'string' ? [] : [`not-a-${kind}`];
  return [...valuesOf(kind, key, conditions, promised), ...unreadable];
}

function valuesOf(
  kind: KeyKind,
  key: string,
  conditions: readonly Condition[],
  promised: PromisedLines | undefined,
): string[] {
  const written = conditions.filter(({ operator }) => operator !== 'Null').flatMap(({ values }) => values);
  switch (kind) {
    case 'boolean':
      return ['true', 'false'];
    case 'date': {
      const moments = written.map(parseDate).filter((moment) => moment !== undefined);
      const cuts = [...moments, ...(promised?.kind === 'date' ? promised.moments : [])];
      return orderedClasses(cuts, DATES);
    }
    case 'number': {
      const numbers = written.map(parseNumber).filter((value) => value !== undefined);
      const cuts = [...numbers, ...(promised?.kind === 'number' ? promised.cutPoints : [])];
      return orderedClasses(cuts, NUMBERS);
    }
    case 'address':
      return addressClasses(written);
    case 'string':
      return stringValues(key, conditions, promised);
  }
}

/** Milliseconds are the finest that a policy can write; moments after the year 9999 are not written at all. */
const DATES: Scale = {
  step: 1000,
  read: parseDate,
  write: (time) => (Math.abs(time) < YEAR_10000 ? new Date(time).toISOString() : undefined),
};
const YEAR_10000 = Date.UTC(10_000, 0, 1);

/** At most fifteen digits, as the evaluator wants them, and without the noise of binary fractions. */
const NUMBERS: Scale = {
  step: 0.1,
  read: parseNumber,
  write: (value) =>
    Number.isFinite(value)
      ? [String(value), value.toFixed(10), value.toFixed(0)].map(trimmed).find(parses)
      : undefined,
};

function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function parses(text: string): boolean {
  return parseNumber(text) !== undefined;
}

function stringValues(
  key: string,
  conditions: readonly Condition[],
  promised: PromisedLines | undefined,
): string[] {
  const lines = promised?.kind === 'string' ? promised : { languages: [], readable: [] };
  const isComparedAsArn = conditions.some(({ operator }) => operator.startsWith('Arn'));
  const asked = conditions.flatMap(({ operator, values }) =>
    values.flatMap((value) => languageOf(operator, value)),
  );
  const questions = [...asked, ...lines.languages, ...(isComparedAsArn ? [ARNS] : [])];
  const readable = [...lines.readable, 'something-else'];
  const universe = { all: holdsArns(key) ? ARNS : language('*', [many(ANY)]) };
  return stringClasses({ what: spelt(key), universe, questions, readable }).map(({ witness }) => witness);
}

/** Text that is none of these is nothing that an Arn operator can compare. */
const ARNS = arnLanguage('arn:*:*:*:*:*');

export function languageOf(operator: ConditionOperator, value: string): Language[] {
  if (operator === 'Null') return [];
  if (operator.startsWith('Arn')) return [arnLanguage(value)];
  if (operator.endsWith('Like')) return [globLanguage(value)];
  return [language(value, literally(value, operator.endsWith('IgnoreCase')))];
}

function kindsOf(conditions: readonly Condition[], promised: PromisedLines | undefined): KeyKind[] {
  const kinds = conditions.map(({ operator }) => kindOf(operator)).filter((kind) => kind !== undefined);
  return [...new Set([...kinds, ...(promised ? [promised.kind] : [])])];
}

/** Undefined for `Null`, which looks at no value. */
export function kindOf(operator: ConditionOperator): KeyKind | undefined {
  if (operator === 'Null') return undefined;
  if (operator === 'Bool') return 'boolean';
  if (operator.startsWith('Date')) return 'date';
  if (operator.startsWith('Numeric')) return 'number';
  return operator.endsWith('IpAddress') ? 'address' : 'string';
}
