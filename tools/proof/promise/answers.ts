import type { PromisedLines } from '../classes/condition-classes';
import { ANY, type Language, language, literally, many } from '../classes/language';
import type { Answer, Because } from '../classes/promised-access';

/** AWS lets everyone call it, whatever the policies say. */
export const CALLER_IDENTITY = 'sts:GetCallerIdentity';
export const ALWAYS: Answer = {
  says: 'either',
  why: 'sts:GetCallerIdentity needs no permission and gives none',
};

/** A request that does not say when it is, is not before the end. */
export function isOver(until: string | undefined, now: unknown): boolean {
  if (until === undefined) return false;
  return typeof now !== 'string' || Date.parse(now) >= Date.parse(until);
}

export function momentLine(until: string | undefined): Readonly<Record<string, PromisedLines>> {
  return until === undefined ? {} : { 'aws:currenttime': { kind: 'date', moments: [Date.parse(until)] } };
}

export function sameAction(action: string, promised: string): boolean {
  return action.toLowerCase() === promised.toLowerCase();
}

export function denied(part: Because['part'], promised: () => string, change?: () => string): Answer {
  return { says: 'denied', because: { part, promised, ...(change !== undefined && { change }) } };
}

export function exactly(text: string): Language {
  return language(text, literally(text));
}

export function startingWith(text: string): Language {
  return language(`${text}*`, [...literally(text), many(ANY)]);
}

export function linesAt(values: readonly string[], readable: readonly string[]): PromisedLines {
  return { kind: 'string', languages: values.map(exactly), readable };
}
