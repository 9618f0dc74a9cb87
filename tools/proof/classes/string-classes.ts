import { Automaton } from './automaton';
import type { Language } from './language';
import { TooLargeError } from './too-large';

/** All strings that give the same answer to every question asked, with one of them to show. */
export interface StringClass {
  readonly witness: string;
  /** For each language, in the order given: is the witness (and everything in the class) in it? */
  readonly answers: readonly boolean[];
}

export interface StringQuestions {
  /** What is being divided, for messages: `action`, `resource`, `s3:prefix`. */
  readonly what: string;
  /** Only strings of this language exist. */
  readonly universe: Language;
  readonly questions: readonly Language[];
  /** Strings that a person likes to read; the first of a class becomes its witness. */
  readonly readable?: readonly string[];
}

/** States of the product automaton that are walked before giving up. The shipped templates need some hundreds. */
export const MAX_STATES = 20_000;

/**
 * Every combination of answers that some string of the universe gives, each once, and no other.
 *
 * All the languages are walked at once, one character at a time, from the empty string: a state is what is left to
 * match of each of them. There are finitely many states, so walking until no new one turns up covers all strings, of
 * any length. Breadth first, so that the first string found for a class is a shortest one.
 *
 * @throws TooLargeError beyond {@link MAX_STATES} states
 */
export function stringClasses({ what, universe, questions, readable = [] }: StringQuestions): StringClass[] {
  const automaton = new Automaton([universe, ...questions]);
  const found = new Map<string, StringClass>();
  const seen = new Set<bigint>([automaton.start]);
  let frontier: { state: bigint; text: string }[] = [{ state: automaton.start, text: '' }];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { state, text } of frontier) {
      const [exists, ...answers] = automaton.answers(state);
      const key = keyOf(answers);
      if (exists && !found.has(key)) found.set(key, { witness: text, answers });
      for (const character of automaton.distinctCharacters(state)) {
        const target = automaton.step(state, character);
        if (seen.has(target) || !automaton.isAlive(target, 0)) continue;
        seen.add(target);
        next.push({ state: target, text: text + character });
      }
      if (seen.size > MAX_STATES) throw new TooLargeError(what, questions, `${MAX_STATES} states`);
    }
    frontier = next;
  }
  return withReadableWitnesses(automaton, [...found.values()], readable);
}

function withReadableWitnesses(
  automaton: Automaton,
  classes: readonly StringClass[],
  readable: readonly string[],
): StringClass[] {
  const witnesses = new Map<string, string>();
  for (const text of readable) {
    const [exists, ...answers] = automaton.answers(automaton.run(text));
    const key = keyOf(answers);
    if (exists && !witnesses.has(key)) witnesses.set(key, text);
  }
  return classes.map((one) => ({ ...one, witness: witnesses.get(keyOf(one.answers)) ?? one.witness }));
}

function keyOf(answers: readonly boolean[]): string {
  return answers.map((answer) => (answer ? '1' : '0')).join('');
}
