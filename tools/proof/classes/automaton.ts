import { contains, DIGITS, type Language, type Token } from './language';

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
  private readonly loops: bigint;
  private readonly moves = new Map<string, { one: bigint; many: bigint }>();
  private readonly sets: readonly Extract<Token, { of: unknown }>['of'][];
  /** One character per way of being in or out of the sets, then more, until none could be missing. */
  private readonly samples: ReadonlyMap<string, readonly string[]>;

  constructor(languages: readonly Language[]) {
    let start = 0n;
    let loops = 0n;
    for (const { sequences } of languages) {
      let ends = 0n;
      const first = this.tokens.length;
      for (const sequence of sequences) {
        start |= bit(this.tokens.length);
        for (const token of sequence) {
          if (token.kind === 'many') loops |= bit(this.tokens.length);
          this.tokens.push(token);
        }
        ends |= bit(this.tokens.length);
        this.tokens.push(undefined);
      }
      this.ends.push(ends);
      this.positions.push(bit(this.tokens.length) - bit(first));
    }
    this.loops = loops;
    this.start = this.pastLoops(start);
    this.sets = [...new Set(this.tokens.flatMap((token) => (token && 'of' in token ? [token.of] : [])))];
    this.samples = this.sampleCharacters();
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
    for (let rest = state, position = 0; rest !== 0n;) {
      const skip = trailingZeros(rest);
      position += skip;
      rest >>= BigInt(skip);
      const token = this.tokens[position];
      if (token?.kind === 'character') for (const character of spellings(token)) speltOut.add(character);
      rest >>= 1n;
      position += 1;
    }
    const others = [...this.samples.values()].flatMap((samples) => {
      const other = samples.find((character) => !speltOut.has(character));
      return other === undefined ? [] : [other];
    });
    return [...speltOut, ...others];
  }

  private movesFor(character: string): { one: bigint; many: bigint } {
    const known = this.moves.get(character);
    if (known) return known;
    const moves = { one: 0n, many: 0n };
    this.tokens.forEach((token, position) => {
      if (!token) return;
      if (token.kind === 'many') {
        if (contains(token.of, character)) moves.many |= bit(position);
      } else if (
        token.kind === 'one' ? contains(token.of, character) : spellings(token).includes(character)
      ) {
        moves.one |= bit(position);
      }
    });
    this.moves.set(character, moves);
    return moves;
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
  private sampleCharacters(): ReadonlyMap<string, readonly string[]> {
    const named = new Set(
      this.tokens.flatMap((token) => (token?.kind === 'character' ? spellings(token) : [])),
    );
    for (const set of this.sets) for (const character of set.characters) named.add(character);
    const unnamed = UNCOMMON.filter((character) => !named.has(character)).slice(0, 1);
    const samples = new Map<string, string[]>();
    for (const character of [...READABLE, ...named, ...unnamed]) {
      const kind = this.sets.map((set) => (contains(set, character) ? '1' : '0')).join('');
      const same = samples.get(kind) ?? [];
      if (!same.includes(character)) same.push(character);
      samples.set(kind, same);
    }
    return samples;
  }
}

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

function trailingZeros(value: bigint): number {
  let zeros = 0;
  let rest = value;
  while ((rest & 0xffff_ffffn) === 0n) {
    zeros += 32;
    rest >>= 32n;
  }
  let low = Number(rest & 0xffff_ffffn);
  while ((low & 1) === 0) {
    zeros += 1;
    low = Math.floor(low / 2);
  }
  return zeros;
}
