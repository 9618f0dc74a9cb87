import { sayProofClasses as say } from '../../../words/say';
import { hasWildcard, lowerAscii } from '../../iam/glob';
import type { Statement } from '../../iam/policy';
import { actionOutcome } from '../../iam/statement-match';
import { ANY, glob, type Language, language, literally, many, one } from './language';
import { readableActions } from './real-actions';
import { stringClasses } from './string-classes';

/**
 * Actions by what the statements and the promise say about them: every action there could be is answered like those of
 * one class. In each, those that a person recognizes come first.
 *
 * Names that are spelt out, and those of AWS that are known here, are asked one by one; all others are told apart by
 * the patterns with wildcards alone, service by service, since no pattern has a wildcard in its service.
 *
 * @param promised without wildcards
 * @throws TooLargeError
 */
export function actionClasses(statements: readonly Statement[], promised: readonly string[]): string[][] {
  const written = [...new Set(statements.flatMap(({ action }) => action.patterns))];
  const speltOut = written.filter((pattern) => !hasWildcard(pattern));
  const patterns = [...new Set(written.map(lowerAscii))];
  const known = [...promised, ...readableActions(), ...speltOut];
  const named = new Set(known.map(lowerAscii));
  const others = otherActions(
    patterns.filter((pattern) => hasWildcard(pattern) && pattern !== '*'),
    named,
  );
  const own = promised.map(lowerAscii);
  const classes = new Map<string, string[]>();
  for (const action of [...known.filter(onceOnly()), ...others]) {
    const outcomes = statements.map((statement) => actionOutcome(statement, action));
    const answers = [own.indexOf(lowerAscii(action)), ...outcomes].join();
    const same = classes.get(answers);
    if (same) same.push(action);
    else classes.set(answers, [action]);
  }
  return [...classes.values()];
}

/** Names differ in case alone here and there; the first is as good as the others. */
function onceOnly(): (action: string) => boolean {
  const seen = new Set<string>();
  return (action) => {
    const lower = lowerAscii(action);
    return !seen.has(lower) && seen.add(lower) !== undefined;
  };
}

/** An action for each way in which those that are named nowhere match the patterns. */
function otherActions(patterns: readonly string[], named: ReadonlySet<string>): string[] {
  const services = new Set(patterns.map(serviceOf));
  const elsewhere = ['any-service:AnyAction', 'any-other-service:AnyAction'].find(
    (action) => !services.has(serviceOf(action)) && !named.has(lowerAscii(action)),
  );
  return [
    ...[...services].flatMap((service) =>
      otherNames(
        service,
        patterns.filter((pattern) => serviceOf(pattern) === service),
        named,
      ),
    ),
    elsewhere ?? 'yet-another-service:AnyAction',
  ];
}

/** Those that turn out to be named somewhere are told apart, too, until none is left. */
function otherNames(service: string, patterns: readonly string[], named: ReadonlySet<string>): string[] {
  const questions = patterns.map((pattern) => nameLanguage(pattern, service));
  const met: Language[] = [];
  for (;;) {
    const witnesses = stringClasses({
      what: say('theAction'),
      universe: { all: language('*', [one(ANY), many(ANY)]) },
      questions: [...questions, ...met],
    }).map(({ witness }) => `${service}:${witness}`);
    const speltOut = witnesses.filter((action) => named.has(lowerAscii(action)));
    const news = speltOut.filter((action) => !met.some(({ text }) => text === lowerAscii(action)));
    if (news.length === 0) return witnesses.filter((action) => !speltOut.includes(action));
    met.push(...news.map(lowerAscii).map((action) => nameLanguage(action, service)));
  }
}

/** What stands behind the colon, in either case. */
function nameLanguage(pattern: string, service: string): Language {
  const name = pattern.slice(service.length + 1);
  return language(pattern, hasWildcard(name) ? glob(name, ANY, true) : literally(name, true));
}

const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));
