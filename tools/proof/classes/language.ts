import { lowerAscii } from '../../iam/glob';

/**
 * A set of strings: a choice between sequences of characters and wildcards. Policy patterns, and what the promise
 * compares with, are written as languages, so that {@link stringClasses} can walk all of them at once.
 */
export interface Language {
  readonly sequences: readonly (readonly Token[])[];
  /** As it stands in the policy, for messages. */
  readonly text: string;
}

export type Token =
  /** This character; in either case if `anyCase`. */
  | { readonly kind: 'character'; readonly character: string; readonly anyCase: boolean }
  /** Exactly one character of a set. */
  | { readonly kind: 'one'; readonly of: CharacterSet }
  /** Any number of characters of a set, none included. */
  | { readonly kind: 'many'; readonly of: CharacterSet };

/** A character is a Unicode code point, as in tools/iam/glob.ts. */
export interface CharacterSet {
  /** All that are in the set, or (`complement`) all that are not. */
  readonly characters: string;
  readonly complement: boolean;
}

export function contains(set: CharacterSet, character: string): boolean {
  return set.characters.includes(character) !== set.complement;
}

const setOf = (characters: string): CharacterSet => ({ characters, complement: false });
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
export const DIGITS = '0123456789';

export const ANY: CharacterSet = { characters: '', complement: true };
export const NO_SLASH: CharacterSet = { characters: '/', complement: true };
export const NO_COLON: CharacterSet = { characters: ':', complement: true };
export const DIGIT = setOf(DIGITS);
export const HEX_DIGIT = setOf(`${DIGITS}abcdef`);
/** What names of buckets are made of, those from before 2018 in us-east-1 included. */
export const BUCKET_CHARACTER = setOf(`${LETTERS}${LETTERS.toUpperCase()}${DIGITS}._-`);
/** `logs.ap-northeast-1.amazonaws.com` */
export const SERVICE_CHARACTER = setOf(`${LETTERS}${DIGITS}.-`);
/** `[\w+=,.@-]`: what names of roles, users, sessions and permission sets are made of. */
export const NAME_CHARACTER = setOf(`${LETTERS}${LETTERS.toUpperCase()}${DIGITS}_+=,.@-`);

export function language(text: string, ...sequences: (readonly Token[])[]): Language {
  return { sequences, text };
}

/** These characters and no others. */
export function literally(text: string, anyCase = false): Token[] {
  const characters = Array.from(anyCase ? lowerAscii(text) : text);
  return characters.map((character) => ({ kind: 'character', character, anyCase }));
}

export const one = (of: CharacterSet): Token => ({ kind: 'one', of });
export const many = (of: CharacterSet): Token => ({ kind: 'many', of });

/** `times` of them. */
export function exactly(times: number, of: CharacterSet): Token[] {
  return Array.from({ length: times }, () => one(of));
}

/** A policy's wildcards: `*` any characters, `?` exactly one, out of `wild`. */
export function glob(pattern: string, wild: CharacterSet = ANY, anyCase = false): Token[] {
  return Array.from(pattern).flatMap((character) => {
    if (character === '*') return [many(wild)];
    return character === '?' ? [one(wild)] : literally(character, anyCase);
  });
}

export const globLanguage = (pattern: string, anyCase = false): Language =>
  language(pattern, glob(pattern, ANY, anyCase));

/** An ARN pattern: a wildcard stays within its part, except in the sixth and last. */
export function arnLanguage(pattern: string): Language {
  const parts = pattern.split(':');
  if (parts.length < 6) throw new Error(`not an ARN of six parts: ${pattern}`);
  const tokens = parts.slice(0, 5).flatMap((part) => [...glob(part, NO_COLON), ...literally(':')]);
  return language(pattern, [...tokens, ...glob(parts.slice(5).join(':'))]);
}
