import { sayOfMachine, sayParameters as say } from '../../../words/say';
import type { en } from '../../../words/parameters/en';
import { listed } from '../../../words/speech';
import { isPlainObject, NoData } from './copy-of-data';

/**
 * Small checks from which the shape of a share is put together.
 *
 * A check answers whether the value has the type that it stands for, and reports on the way everything that is wrong.
 * A text of the wrong form is reported and is a text all the same, so that checks between fields can look at it too.
 */
export type Check<T> = (value: unknown, field: string, report: Report) => value is T;

/** Takes one problem: the field, and what a person should read about it. */
export type Report = (field: string, message: string) => void;

type Id = keyof typeof en;

/** A message that says what to do: `quote it, so that leading zeros survive`. */
export type HintId = Extract<Id, `${string}.next`>;

/** A message about a text that breaks a rule, which has a hint of its own. */
export type RuleId = RuleOf<HintId>;
type RuleOf<Hint extends string> = Hint extends `${infer Rule}.next` ? Extract<Id, Rule> : never;

/** What a text has to be like. */
export interface Rule {
  readonly rule: RuleId;
  readonly holds: (text: string) => boolean;
}

export function matching(rule: RuleId, pattern: RegExp): Rule {
  return { rule, holds: (text) => pattern.test(text) };
}

/**
 * A text that follows the rules; every broken one is reported. In no text is U+FFFD, which is hardly ever meant: where a
 * file was read in the wrong encoding it stands in the place of what was there.
 */
export function text(first: Rule, ...others: Rule[]): Check<string> {
  return (value, field, report): value is string => {
    if (typeof value !== 'string') {
      const got = say('gotNoText', { value: shown(value) });
      report(field, broken(first.rule, field, got, say(`${first.rule}.next`)));
      return false;
    }
    if (value.includes('\ufffd'))
      report(field, sayOfMachine('replacementCharacter', { field, value: shown(value) }));
    for (const { rule, holds } of [first, ...others]) {
      if (holds(value)) continue;
      const hint = whereFullWidth(value, holds) ?? say(`${rule}.next`);
      report(field, broken(rule, field, say('got', { value: shown(value) }), hint));
    }
    return true;
  };
}

function broken(rule: RuleId, field: string, got: string, hint: string): string {
  return say(rule, { field, got, hint, tokens: TOKENS });
}

/** What one of the rules names: in a message, these braces would be slots. */
const TOKENS = '${, #{Token[ or {{resolve:';

/** A Japanese keyboard writes ２ for 2: what to do where nothing else is wrong. U+FF01 to U+FF5E mirror ASCII. */
function whereFullWidth(value: string, holds: Rule['holds']): string | undefined {
  const wide = /[\uff01-\uff5e]/g;
  const narrow = value.replaceAll(wide, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
  if (narrow === value || !holds(narrow)) return undefined;
  const isDigits = (value.match(wide) ?? []).every((one) => one >= '０' && one <= '９');
  return say(isDigits ? 'halfWidthDigits' : 'halfWidth');
}

/** One of a few words. */
export function oneOf<T extends string>(...words: readonly T[]): Check<T> {
  return (value, field, report): value is T => {
    if (words.some((word) => word === value)) return true;
    const choice = words.map((word) => `"${word}"`).reduce((before, word) => listed([before, word], 'or'));
    report(field, say('notOneOf', { field, choice, value: shown(value) }));
    return false;
  };
}

export interface Length {
  readonly atLeast: 0 | 1;
  /** What to do where there are too few. */
  readonly next: HintId;
  /** @default - what no list of people ever has, and what can still be looked at one by one */
  readonly atMost?: number;
  /** What to do where there are too many. */
  readonly tooMany?: HintId;
}

const MOST_ENTRIES = 10_000;

/** A list whose every entry passes. One that is too long is rejected as a whole, without a look at its entries. */
export function list<T>(
  entry: Check<T>,
  { atLeast, next, atMost = MOST_ENTRIES, tooMany = 'entries.next' }: Length,
): Check<readonly T[]> {
  return (value, field, report): value is readonly T[] => {
    if (!Array.isArray(value)) {
      report(field, say('notAList', { field, value: shown(value), hint: say(next) }));
      return false;
    }
    if (value.length < atLeast) report(field, say('emptyList', { field, hint: say(next) }));
    if (value.length > atMost) {
      const hint = say(tooMany);
      report(field, say('tooManyEntries', { field, most: atMost, number: value.length, hint }));
      return false;
    }
    return entriesOf(value)
      .map((item, index) => entry(item, `${field}[${index}]`, report))
      .every(Boolean);
  };
}

/** A value of its own, or several in a list. */
export function eitherListOr<T, U>(other: Check<T>, entries: Check<readonly U[]>): Check<T | readonly U[]> {
  return (value, field, report): value is T | readonly U[] =>
    Array.isArray(value) ? entries(value, field, report) : other(value, field, report);
}

/** A text, or an object that says more. */
export function eitherTextOr<T>(asText: Check<string>, asObject: Check<T>): Check<string | T> {
  return (value, field, report): value is string | T =>
    isPlainObject(value) ? asObject(value, field, report) : asText(value, field, report);
}

/** Any JSON object: what is in it is looked at elsewhere. */
export const jsonObject: Check<object> = (value, field, report): value is object => {
  if (isPlainObject(value)) return true;
  report(field, say('notAnObject', { field, value: shown(value), braces: BRACES }));
  return false;
};

const BRACES = '{ … }';

/** Names that a person chooses, with a text each. */
export function texts(
  key: Check<string>,
  text: Check<string>,
  { atMost, next }: { readonly atMost: number; readonly next: HintId },
): Check<Readonly<Record<string, string>>> {
  return (value, field, report): value is Readonly<Record<string, string>> => {
    if (!jsonObject(value, field, report)) return false;
    const entries = Object.entries(value);
    if (entries.length > atMost) {
      const hint = say(next);
      report(field, say('tooManyEntries', { field, most: atMost, number: entries.length, hint }));
      return false;
    }
    return entries
      .map(([name, item]) => {
        const isName = key(name, field, report);
        return text(item, within(field, name), report) && isName;
      })
      .every(Boolean);
  };
}

/** The entries of a list that can be looked at one by one, and its holes, which are no entries either. */
export function entriesOf(value: unknown): unknown[] {
  return Array.isArray(value) && value.length <= MOST_ENTRIES ? Array.from<unknown>(value) : [];
}

/** Marks a field that may be left out. */
export interface Optional<T> {
  readonly optional: Check<T>;
}

/** One check per field of T: the compiler rejects a field too many or too few. */
export type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Check<T[K]>;
};

type RecordId = Extract<
  Id,
  | 'share'
  | 'company'
  | 'seedObject'
  | 'permissionsBoundary'
  | 'vendor'
  | 'identityCenter'
  | 'assignee'
  | 'grantFile'
>;

/**
 * An object with these fields and no others.
 *
 * @param what as in "is not a field of …"
 */
export function record<T extends object>(what: RecordId, fields: Fields<T>): Check<T> {
  const known = new Map(Object.entries<Optional<unknown> | Check<unknown>>(fields));
  return (value, field, report): value is T => {
    const names = [...known.keys()].join(', ');
    if (!isPlainObject(value)) {
      const at = field === '' ? 'share' : field;
      report(at, say('notTheObject', { field: at, names, value: shown(value), braces: BRACES }));
      return false;
    }
    const at = (name: string) => within(field, name);
    for (const name of Object.keys(value)) {
      if (known.has(name)) continue;
      const slots = { field: at(name), what: say(what), value: shown(value[name]), names };
      report(at(name), say('unknownField', slots));
    }
    return [...known]
      .map(([name, check]) => {
        const item = value[name];
        if (typeof check === 'function') return check(item, at(name), report);
        return item === undefined || check.optional(item, at(name), report);
      })
      .every(Boolean);
  };
}

/** The name of a field in its object: as one would write it in TypeScript. */
function within(field: string, name: string): string {
  const isIdentifier = name.length <= LONGEST_SHOWN && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
  if (field === '') return isIdentifier ? name : quoted(name);
  return isIdentifier ? `${field}.${name}` : `${field}[${quoted(name)}]`;
}

const LONGEST_SHOWN = 80;

/** A value as a message shows it: short, on one line, and never an exception. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (value === undefined) return say('nothing');
  if (value instanceof NoData) return say(value.what);
  return Array.isArray(value) ? say('aList') : say('ofType', { type: typeof value });
}

/** What a terminal would obey and not show is escaped: control characters, direction marks, line separators. */
function quoted(text: string): string {
  const whole = JSON.stringify(text.slice(0, LONGEST_SHOWN + 1)).replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  if (whole.length <= LONGEST_SHOWN) return whole;
  const beginning = whole.slice(0, LONGEST_SHOWN).replace(/[\ud800-\udbff]$/, '');
  return say('longText', { beginning, number: text.length });
}
