import { types } from 'node:util';
import type { en } from '../../../words/parameters/en';

/** Stands in a copy where the original has something that is not data. No check takes it for what it expects. */
export class NoData {
  readonly [Symbol.toStringTag] = 'NoData';

  /** @param what as in "got a function" */
  constructor(readonly what: NoDataId) {}
}

type NoDataId = Extract<
  keyof typeof en,
  'aFunction' | 'aSymbol' | 'aProxy' | 'tooDeep' | 'noData' | 'throwingGetter'
>;

/** Deeper than anything that a share has. */
const DEEPEST = 10;

/** Data and nothing that runs: no getter, proxy or function is met from here on. */
export function copyOfData(candidate: unknown): unknown {
  try {
    return structuredClone(candidate);
  } catch {
    // One function or symbol spoils the whole clone. Piece by piece the rest can be looked at all the same.
    return copyOfPiece(candidate, 0, new Map());
  }
}

/** @param copies what is made already, for what is reached in two ways, or in a circle */
function copyOfPiece(piece: unknown, depth: number, copies: Map<object, unknown>): unknown {
  if (typeof piece === 'function') return new NoData('aFunction');
  if (typeof piece === 'symbol') return new NoData('aSymbol');
  if (types.isProxy(piece)) return new NoData('aProxy'); // before instanceof, which would ask it
  if (typeof piece !== 'object' || piece === null || piece instanceof NoData) return piece;
  if (depth > DEEPEST) return new NoData('tooDeep');
  const earlier = copies.get(piece);
  if (earlier !== undefined) return earlier;

  const copy = emptyLike(piece);
  copies.set(piece, copy);
  if (copy instanceof NoData) return copy;
  for (const key of Object.keys(piece)) {
    const value = copyOfPiece(read(piece, key), depth + 1, copies);
    Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return copy;
}

function emptyLike(piece: object): object {
  if (Array.isArray(piece)) return new Array<unknown>(piece.length);
  return isPlainObject(piece) ? {} : new NoData('noData');
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  try {
    return Object.prototype.toString.call(value) === '[object Object]';
  } catch {
    return false; // what it calls itself is a getter that throws
  }
}

function read(piece: object, key: string): unknown {
  try {
    return Reflect.get(piece, key);
  } catch {
    return new NoData('throwingGetter');
  }
}
