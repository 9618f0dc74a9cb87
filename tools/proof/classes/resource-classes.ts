import { sayProofClasses as say } from '../../../words/say';
import { hasWildcard } from '../../iam/glob';
import type { Statement } from '../../iam/policy';
import { coveringAllVariables, withVariables } from '../../iam/policy-variables';
import type { Context } from '../../iam/request';
import { resourceOutcome } from '../../iam/statement-match';
import { ANY, arnLanguage, globLanguage, type Language, language, literally, many, one } from './language';
import { RESOURCE_KINDS } from './possible-requests';
import { type StringClass, stringClasses } from './string-classes';

export interface ResourceQuestions {
  readonly statements: readonly Statement[];
  /** Lines that the promise, and the policies in force, draw through the resources. */
  readonly lines: readonly Language[];
  /** Resources that a person likes to read. */
  readonly readable: readonly string[];
  /** The values of policy variables that a request can have. */
  readonly variables: readonly Context[];
}

/**
 * Resources by what the statements and the promise say about them, and by what kind of resource they are: every resource
 * there could be is answered like those of one class. In each, those that a person likes to read come first.
 *
 * @throws TooLargeError
 */
export function resourceClasses({ statements, lines, readable, variables }: ResourceQuestions): string[][] {
  const patterns = [...new Set(statements.flatMap(({ resource }) => resource?.patterns ?? []))];
  const own = [...lines, ...RESOURCE_KINDS];
  const questions = [...own, ...patterns.flatMap((pattern) => languagesOf(pattern, variables))];
  const known = [...readable, ...patterns.map(exampleOf)];
  const classes = new Map<string, { readable: string[]; others: string[] }>();
  for (const { asked, universe, isOutside } of byService(questions)) {
    const found = stringClasses({
      what: say('theResource'),
      universe: { all: universe },
      questions: asked,
      readable: known,
    });
    for (const one of found) {
      if (isOutside(one)) continue;
      const answers = [
        ...own.map((line) => one.answers[asked.indexOf(line)] ?? false),
        ...statements.flatMap((statement) => outcomes(statement, one.witness, variables)),
      ].join();
      const same = classes.get(answers) ?? { readable: [], others: [] };
      classes.set(answers, same);
      same.readable.push(...one.readable);
      same.others.push(one.witness);
    }
  }
  return [...classes.values()].map((same) => [...new Set([...same.readable, ...same.others])]);
}

function outcomes(statement: Statement, resource: string, variables: readonly Context[]): unknown[] {
  const meetsVariables = statement.resource?.patterns.some((pattern) => pattern.includes('${')) ?? false;
  const contexts = meetsVariables ? variables : variables.slice(0, 1);
  return contexts.map((context) => resourceOutcome(statement, { resource, context }));
}

/** All strings that a pattern covers for certain, and where that is more, all that it may cover. */
function languagesOf(pattern: string, variables: readonly Context[]): Language[] {
  if (pattern === '*') return []; // it covers everything, and so tells nothing apart
  const known = variables.flatMap((context) => withVariables(pattern, context) ?? []);
  const texts = new Set(known.length < variables.length ? [...known, coveringAllVariables(pattern)] : known);
  return [...texts].flatMap((text) => {
    const parts = text.split(':');
    if (parts.length < 6) return [];
    return hasWildcard(parts.slice(0, 5).join(':'))
      ? [arnLanguage(text), globLanguage(text)]
      : [arnLanguage(text)];
  });
}

interface Part {
  readonly asked: readonly Language[];
  readonly universe: Language;
  readonly isOutside: (one: StringClass) => boolean;
}

/** The strings of one service's ARNs can only be told apart by the patterns of that service, and by those of any. */
function byService(questions: readonly Language[]): Part[] {
  const services = [...new Set(questions.flatMap(({ text }) => startOf(text) ?? []))];
  const ofAny = questions.filter(({ text }) => startOf(text) === undefined);
  const starts = services.map((start) => language(start, [...literally(start), many(ANY)]));
  return [
    ...starts.map((universe) => ({
      asked: questions.filter(({ text }) => startOf(text) === universe.text || startOf(text) === undefined),
      universe,
      isOutside: () => false,
    })),
    {
      asked: [...ofAny, ...starts],
      universe: language('*', [one(ANY), many(ANY)]),
      isOutside: ({ answers }) => answers.slice(ofAny.length).includes(true),
    },
  ];
}

/** `arn:aws:s3:`, where it is spelt out. */
const startOf = (text: string): string | undefined => /^arn:aws:[a-z0-9-]+:/.exec(text)?.[0];

function exampleOf(pattern: string): string {
  return coveringAllVariables(pattern).replaceAll('*', 'example').replaceAll('?', 'x');
}
