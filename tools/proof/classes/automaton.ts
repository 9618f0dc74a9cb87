import { type CharacterSet, contains, DIGITS, type Language, type Token } from './language';

/**
 * Several languages read side by side, one character at a time.
 *
 * Every sequence of every language has one position before each token and one at its end. A state is the set of
 * positions that the characters read so far can have led to, kept as bits of a bigint: a non-deterministic automaton,
 * determinized as far as it is walked.
 */
export class Automaton {
  readonly start: bigint;
  private readonly tokens: (Token | undefined)[] = [];
  /** Per language: the bits of its sequences' ends, and of all its positions. */
  private readonly ends: bigint[] = [];
  private readonly positions: bigint[] = [];
  /** Positions by the character, or the set of characters, that leads on from them. */
  private readonly byCharacter = new Map<string, bigint>();
  private readonly bySet = new Map<CharacterSet, Moves>();
  private readonly loops: bigint;
  private readonly moves = new Map<string, Moves>();
  /** One character per way of being in or out of the sets, then more, until none could be missing. */
  private readonly samples: readonly (readonly string[])[];

  constructor(languages: readonly Language[]) {
    let start = 0n;
    for (const { sequences } of languages) {
      let ends = 0n;
      const first = this.tokens.length;
      for (const sequence of sequences) {
        start |= bit(this.tokens.length);
        for (const token of sequence) this.add(token);
        ends |= bit(this.tokens.length);
        this.tokens.push(undefined);
      }
      this.ends.push(ends);
      this.positions.push(bit(this.tokens.length) - bit(first));
    }
    this.loops = [...this.bySet.values()].reduce((all, { many }) => all | many, 0n);
    this.start = this.pastLoops(start);
    this.samples = this.sampleCharacters();
  }

  private add(token: Token): void {
    const position = bit(this.tokens.length);
    this.tokens.push(token);
    if (token.kind === 'character') {
      for (const character of spellings(token)) {
        this.byCharacter.set(character, (this.byCharacter.get(character) ?? 0n) | position);
      }
      return;
    }
    const moves = this.bySet.get(token.of) ?? NO_MOVES;
    this.bySet.set(token.of, { ...moves, [token.kind]: moves[token.kind] | position });
  }

  step(state: bigint, character: string): bigint {
    const { one, many } = this.movesFor(character);
    return this.pastLoops(((state & one) << 1n) | (state & many));
  }

  run(text: string): bigint {
    return Array.from(text).reduce((state, character) => this.step(state, character), this.start);
  }

  /** For each language: is what was read in it? */
  accepted(state: bigint): boolean[] {
    return this.ends.map((ends) => (state & ends) !== 0n);
  }

  isAccepted(state: bigint, languageIndex: number): boolean {
    return (state & (this.ends[languageIndex] ?? 0n)) !== 0n;
  }

  /** Can something that is read from here on still end in the language? */
  canStillEndIn(state: bigint, languageIndex: number): boolean {
    return (state & (this.positions[languageIndex] ?? 0n)) !== 0n;
  }

  /**
   * Enough characters that any other one leads from this state where one of these leads: each that is spelt out at a
   * position of the state, and for each way of being in or out of the sets, one that is not spelt out there.
   */
  distinctCharacters(state: bigint): string[] {
    const speltOut = new Set<string>();
    for (const [character, positions] of this.byCharacter)
      if ((state & positions) !== 0n) speltOut.add(character);
    const others = this.samples.flatMap((samples) => {
      const other = samples.find((character) => !speltOut.has(character));
      return other === undefined ? [] : [other];
    });
    return [...speltOut, ...others];
  }

  private movesFor(character: string): Moves {
    const known = this.moves.get(character);
    if (known) return known;
    let one = this.byCharacter.get(character) ?? 0n;
    let many = 0n;
    for (const [set, moves] of this.bySet) {
      if (!contains(set, character)) continue;
      one |= moves.one;
      many |= moves.many;
    }
    this.moves.set(character, { one, many });
    return { one, many };
  }

  /** A `many` may also be read as nothing. */
  private pastLoops(state: bigint): bigint {
    for (let all = state; ;) {
      const more = all | ((all & this.loops) << 1n);
      if (more === all) return all;
      all = more;
    }
  }

  /**
   * By the way in which they are in or out of the sets, characters in order of readability. Every character that is
   * named anywhere is among them, and some that are not, so that each kind has one to offer that is spelt out nowhere.
   */
  private sampleCharacters(): readonly (readonly string[])[] {
    const sets = [...this.bySet.keys()];
    const named = new Set([
      ...this.byCharacter.keys(),
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

interface Moves {
  /** Positions that lead to the next one. */
  readonly one: bigint;
  /** Positions that lead to themselves. */
  readonly many: bigint;
}

const NO_MOVES: Moves = { one: 0n, many: 0n };

const READABLE = Array.from(`abcdefghijklmnopqrstuvwxyz${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ-_/`);

/** One of them is named in no policy: there are more than a policy has characters. */
const UNCOMMON = Array.from({ length: 20_000 }, (_, index) => String.fromCodePoint(0x4e00 + index));

function spellings({ character, anyCase }: Extract<Token, { kind: 'character' }>): string[] {
  if (!anyCase || !/^[a-z]$/.test(character)) return [character];
  return [character, character.toUpperCase()];
}

function bit(position: number): bigint {
  return 1n << BigInt(position);
}
