import { randomBytes } from 'node:crypto';

/**
 * AWS's kind of identifier: a prefix that says what it is and 17 characters.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function uniqueId(prefix: 'AROA' | 'AIDA' | 'AKIA' | 'ASIA' | 'ANPA'): string {
  // access key ids have 16 characters after the prefix, the others 17
  const length = prefix === 'AKIA' || prefix === 'ASIA' ? 16 : 17;
  return prefix + [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** A secret access key: 40 characters. */
export const secretKey = (): string => randomBytes(30).toString('base64');

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
