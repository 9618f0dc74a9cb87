import { lowerAscii } from '../../iam/glob';
import { type CharacterSet, contains, DIGITS, type Language, type Token } from './language';

/** Positions in ascending order, those that a `many` read as nothing leads to included. */
export type State = readonly number[];

/**
 * Several languages read side by side, one character at a time.
 *
 * Every sequence of every language has one position before each token and one at its end. A state is the set of
 * positions that the characters read so far can have led to: a non-deterministic automaton, determinized as far as it is
 * walked.
 */
export class Automaton {
  readonly start: State;
  private readonly tokens: (Token | undefined)[] = [];
  /** The language that each position belongs to. */
  private readonly languageOf: number[] = [];
  private readonly sets = new Set<CharacterSet>();
  private readonly setsWith = new Map<string, ReadonlySet<CharacterSet>>();
  /** One character per way of being in or out of the sets, then more, until none could be missing. */
  private readonly samples: readonly (readonly string[])[];

  constructor(private readonly languages: readonly Language[]) {
    const starts: number[] = [];
    for (const [language, { sequences }] of languages.entries()) {
      for (const sequence of sequences) {
        starts.push(this.tokens.length);
        for (const token of [...sequence, undefined]) {
          this.tokens.push(token);
          this.languageOf.push(language);
          if (token !== undefined && token.kind !== 'character') this.sets.add(token.of);
        }
      }
    }
    this.start = this.pastLoops(starts);
    this.samples = this.sampleCharacters();
  }

  step(state: State, character: string): State {
    const sets = this.setsThatContain(character);
    const targets: number[] = [];
    for (const position of state) {
      const token = this.tokens[position];
      if (token === undefined) continue;
      if (token.kind === 'character') {
        if (isSpelling(character, token)) targets.push(position + 1);
      } else if (sets.has(token.of)) targets.push(token.kind === 'one' ? position + 1 : position);
    }
    return this.pastLoops(targets);
  }

  run(text: string): State {
    return Array.from(text).reduce((state, character) => this.step(state, character), this.start);
  }

  /** For each language: is what was read in it? */
  accepted(state: State): boolean[] {
    const answers = this.languages.map(() => false);
    for (const position of state) {
      const language = this.languageOf[position];
      if (language !== undefined && this.tokens[position] === undefined) answers[language] = true;
    }
    return answers;
  }

  isAccepted(state: State, languageIndex: number): boolean {
    return state.some(
      (position) => this.tokens[position] === undefined && this.languageOf[position] === languageIndex,
    );
  }

  /** Can something that is read from here on still end in the language? */
  canStillEndIn(state: State, languageIndex: number): boolean {
    return state.some((position) => this.languageOf[position] === languageIndex);
  }

  /**
   * Enough characters that any other one leads from this state where one of these leads: each that is spelt out at a
   * position of the state, and for each way of being in or out of the sets, one that is not spelt out there.
   */
  distinctCharacters(state: State): string[] {
    const speltOut = new Set<string>();
    for (const position of state) {
      const token = this.tokens[position];
      if (token?.kind === 'character') for (const character of spellings(token)) speltOut.add(character);
    }
    const others = this.samples.flatMap((samples) => {
      const other = samples.find((character) => !speltOut.has(character));
      return other === undefined ? [] : [other];
    });
    return [...speltOut, ...others];
  }

  private setsThatContain(character: string): ReadonlySet<CharacterSet> {
    const known = this.setsWith.get(character);
    if (known) return known;
    const sets = new Set([...this.sets].filter((set) => contains(set, character)));
    this.setsWith.set(character, sets);
    return sets;
  }

  /** A `many` may also be read as nothing. */
  private pastLoops(positions: readonly number[]): State {
    const all: number[] = [];
    let last = -1;
    // Those of one sequence follow each other, so that every run of loops is walked once.
    for (let position of positions) {
      while (position > last) {
        all.push(position);
        last = position;
        if (this.tokens[position]?.kind === 'many') position++;
      }
    }
    return all;
  }

  /**
   * By the way in which they are in or out of the sets, characters in order of readability. Every character that is
   * named anywhere is among them, and some that are not, so that each kind has one to offer that is spelt out nowhere.
   */
  private sampleCharacters(): readonly (readonly string[])[] {
    const sets = [...this.sets];
    const named = new Set([
      ...this.tokens.flatMap((token) => (token?.kind === 'character' ? spellings(token) : [])),
      ...sets.flatMap(({ characters }) => Array.from(characters)),
    ]);
    const unnamed = UNCOMMON.find((character) => !named.has(character)) ?? '';
    const samples = new Map<string, string[]>();
    for (const character of new Set([...READABLE, ...named, unnamed])) {
      const kind = sets.map((set) => (contains(set, character) ? '1' : '0')).join('');
      const same = samples.get(kind);
      if (same) same.push(character);
      else samples.set(kind, [character]);
    }
    return [...samples.values()];
  }
}

const READABLE = Array.from(`abcdefghijklmnopqrstuvwxyz${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ-_/`);

/** One of them is named in no policy: there are more than a policy has characters. */
const UNCOMMON = Array.from({ length: 20_000 }, (_, index) => String.fromCodePoint(0x4e00 + index));

function spellings({ character, anyCase }: Extract<Token, { kind: 'character' }>): string[] {
  if (!anyCase || !/^[a-z]$/.test(character)) return [character];
  return [character, character.toUpperCase()];
}

function isSpelling(text: string, { character, anyCase }: Extract<Token, { kind: 'character' }>): boolean {
  return text === character || (anyCase && lowerAscii(text) === character);
}
