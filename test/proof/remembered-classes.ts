import type { StringClass, StringQuestions } from '../../tools/proof/classes/string-classes';

interface StringClasses {
  readonly stringClasses: (asked: StringQuestions) => StringClass[];
}

/**
 * Thousands of mutants ask the same questions about strings. What is remembered is a pure function's result. For
 * `jest.mock`, which must stand in each test file.
 */
export function remembered(original: StringClasses): StringClasses {
  const known = new Map<string, StringClass[]>();
  const stringClasses = (asked: StringQuestions): StringClass[] => {
    const { readable = [], ...others } = asked;
    const key = `${JSON.stringify(others)}${readable.join('\n')}`;
    const classes = known.get(key) ?? original.stringClasses(asked);
    known.set(key, classes);
    return classes;
  };
  return { ...original, stringClasses };
}

/** What this file exports, for `jest.requireActual`. */
export interface Remembering {
  readonly remembered: typeof remembered;
}
