import { Automaton, type State } from './automaton';
import type { Language } from './language';
import { TooLargeError } from './too-large';

/** All strings that give the same answer to every question asked, with one of them to show. */
export interface StringClass {
  readonly witness: string;
  /** For each language, in the order given: is the witness (and everything in the class) in it? */
  readonly answers: readonly boolean[];
  /** The readable strings of the class, the witness among them. */
  readonly readable: readonly string[];
}

export interface StringQuestions {
  /** What is being divided, for messages: `action`, `resource`, `s3:prefix`. */
  readonly what: string;
  readonly universe: Universe;
  readonly questions: readonly Language[];
  /** Strings that a person likes to read; the first of a class becomes its witness. */
  readonly readable?: readonly string[];
}

/** Which strings exist. */
export interface Universe {
  readonly all: Language;
  /** Of the strings that start like this (`start` ends in "anything"), only these exist. */
  readonly reserved?: { readonly start: Language; readonly only: Language };
}

/** States of the product automaton that are walked before giving up. The shipped templates need some hundreds. */
export const MAX_STATES = 10_000;

/**
 * Every combination of answers that some string of the universe gives, each once, and no other.
 *
 * All the languages are walked at once, one character at a time, from the empty string: a state is what is left to
 * match of each of them. There are finitely many states, so walking until no new one turns up covers all strings, of
 * any length. Breadth first, so that the first string found for a class is a shortest one.
 *
 * @throws TooLargeError beyond {@link MAX_STATES} states
 */
export function stringClasses(asked: StringQuestions): StringClass[] {
  if (asked.questions.length > MOST_ASKED) return computed(asked);
  const key = JSON.stringify(asked);
  const known = KNOWN.get(key) ?? computed(asked);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(key, known);
  return known;
}

/** Who edits a policy and proves it again asks mostly the same. */
const KNOWN = new Map<string, StringClass[]>();
const MOST_KNOWN = 500;
/** With hundreds of vendors the questions are long, and asked once. */
const MOST_ASKED = 100;

function computed({ what, universe, questions, readable = [] }: StringQuestions): StringClass[] {
  const walk = new Walk(universe, questions);
  const found = new Map<string, StringClass>();
  const seen = new Set([keyOfState(walk.start)]);
  let frontier: { state: State; text: string }[] = [{ state: walk.start, text: '' }];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { state, text } of frontier) {
      const answers = walk.answers(state);
      if (answers && !found.has(keyOf(answers)))
        found.set(keyOf(answers), { witness: text, answers, readable: [] });
      for (const character of walk.distinctCharacters(state)) {
        const target = walk.step(state, character);
        const key = keyOfState(target);
        if (seen.has(key) || !walk.isAlive(target)) continue;
        seen.add(key);
        next.push({ state: target, text: text + character });
      }
      if (seen.size > MAX_STATES) {
        const patterns = questions.map((question) => question.text);
        throw new TooLargeError(what, patterns, MAX_STATES, 'states');
      }
    }
    frontier = next;
  }
  return withReadableWitnesses(walk, [...found.values()], readable);
}

/** The automaton of the universe and the questions, in this order. */
class Walk extends Automaton {
  private readonly own: number;

  constructor({ all, reserved }: Universe, questions: readonly Language[]) {
    const own = reserved ? [all, reserved.start, reserved.only] : [all];
    super([...own, ...questions]);
    this.own = own.length;
  }

  /** Of the questions; undefined if no such string exists. */
  answers(state: State): readonly boolean[] | undefined {
    const accepted = this.accepted(state);
    const [all, start, only] = this.own > 1 ? accepted : [accepted[0], false];
    return all && (!start || only) ? accepted.slice(this.own) : undefined;
  }

  isAlive(state: State): boolean {
    const isReserved = this.own > 1 && this.isAccepted(state, 1);
    return this.canStillEndIn(state, 0) && (!isReserved || this.canStillEndIn(state, 2));
  }
}

function withReadableWitnesses(
  walk: Walk,
  classes: readonly StringClass[],
  readable: readonly string[],
): StringClass[] {
  const byClass = new Map<string, string[]>();
  for (const text of readable) {
    const answers = walk.answers(walk.run(text));
    if (answers) byClass.set(keyOf(answers), [...(byClass.get(keyOf(answers)) ?? []), text]);
  }
  return classes.map((one) => {
    const own = byClass.get(keyOf(one.answers)) ?? [];
    return { ...one, witness: own[0] ?? one.witness, readable: own };
  });
}

/** Two states with one key are the same. */
function keyOfState(state: State): string {
  return String.fromCodePoint(...state);
}

function keyOf(answers: readonly boolean[]): string {
  return answers.map((answer) => (answer ? '1' : '0')).join('');
}
