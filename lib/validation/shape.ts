/**
 * Small checks from which the shape of a share is put together.
 *
 * A check answers whether the value has the type that it stands for, and reports on the way everything that is wrong.
 * A text of the wrong form is reported and is a text all the same, so that checks between fields can look at it too.
 */
export type Check<T> = (value: unknown, field: string, report: Report) => value is T;

/** Takes one problem: the field, and what a person should read about it. */
export type Report = (field: string, message: string) => void;

/** What a text has to be like. */
export interface Rule {
  /** Goes on from "must": `be 12 digits`. */
  readonly must: string;
  /** What to do about it: `quote it, so that leading zeros survive`. */
  readonly next: string;
  readonly holds: (text: string) => boolean;
}

export function matching(must: string, pattern: RegExp, next: string): Rule {
  return { must, next, holds: (text) => pattern.test(text) };
}

/** A text that follows the rules; every broken one is reported. */
export function text(first: Rule, ...others: Rule[]): Check<string> {
  return (value, field, report): value is string => {
    if (typeof value !== 'string') {
      report(field, `${field} must ${first.must}, written as text, got ${shown(value)} (${first.next})`);
      return false;
    }
    for (const { must, next, holds } of [first, ...others]) {
      if (!holds(value)) report(field, `${field} must ${must}, got ${shown(value)} (${next})`);
    }
    return true;
  };
}

/** One of a few words. */
export function oneOf<T extends string>(...words: readonly T[]): Check<T> {
  return (value, field, report): value is T => {
    if (words.some((word) => word === value)) return true;
    const choice = words.map((word) => `"${word}"`).join(' or ');
    report(field, `${field} must be ${choice}, got ${shown(value)} (mind the spelling and the case)`);
    return false;
  };
}

/** A list whose every entry passes. */
export function list<T>(
  entry: Check<T>,
  { atLeast, next }: { atLeast: 0 | 1; next: string },
): Check<readonly T[]> {
  return (value, field, report): value is readonly T[] => {
    if (!Array.isArray(value)) {
      report(field, `${field} must be a list, got ${shown(value)} (write [ … ] around its entries; ${next})`);
      return false;
    }
    if (value.length < atLeast)
      report(field, `${field} must have at least one entry, got an empty list (${next})`);
    // Array.from also visits the holes, which are no entries either.
    return Array.from<unknown>(value)
      .map((item, index) => entry(item, `${field}[${index}]`, report))
      .every(Boolean);
  };
}

/** Marks a field that may be left out. */
export interface Optional<T> {
  readonly optional: Check<T>;
}

/** One check per field of T: the compiler refuses a field too many or too few. */
export type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Check<T[K]>;
};

/**
 * An object with these fields and no others.
 *
 * @param what as in "is not a field of …"
 */
export function record<T extends object>(what: string, fields: Fields<T>): Check<T> {
  const known = new Map(Object.entries<Optional<unknown> | Check<unknown>>(fields));
  return (value, field, report): value is T => {
    const names = [...known.keys()].join(', ');
    if (!isPlainObject(value)) {
      const at = field === '' ? 'share' : field;
      report(at, `${at} must be an object with ${names}, got ${shown(value)} (write { … })`);
      return false;
    }
    const at = (name: string) => (field === '' ? name : `${field}.${name}`);
    for (const name of Object.keys(value)) {
      if (known.has(name)) continue;
      report(at(name), `${at(name)} is not a field of ${what}, got ${shown(value[name])} (it has ${names})`);
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

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

const LONGEST_SHOWN = 80;

/** A value as a message shows it: short, on one line, and never an exception. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    const whole = JSON.stringify(value);
    return whole.length <= LONGEST_SHOWN
      ? whole
      : `${whole.slice(0, LONGEST_SHOWN)}… (${value.length} characters)`;
  }
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
