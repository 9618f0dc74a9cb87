import { sayPolicy as say } from '../../words/say';
import type { Unmodelled } from './policy';
import { UnsupportedPolicyError } from './unsupported-policy-error';

/**
 * Collects everything that is wrong with one policy, so that a person sees it all at once. What AWS understands and this
 * library does not is kept apart: a caller may want to read it both ways.
 */
export class Problems {
  private readonly found: string[] = [];
  private readonly strange: string[] = [];

  /** `Statement[0].Effect` and `must be "Allow" or "Deny", got "allow"`. */
  add(where: string, what: string): void {
    this.found.push(say('at', { place: where, what }));
  }

  /** Adds a problem and goes on with a stand-in, which nobody will see. */
  reject<T>(where: string, what: string, standIn: T): T {
    this.add(where, what);
    return standIn;
  }

  /** A part that AWS understands and this library does not. */
  unmodelled(part: Unmodelled['part'], where: string, what: string): Unmodelled {
    const placed = say('at', { place: where, what });
    this.strange.push(placed);
    return { part, what: placed };
  }

  get unmodelledParts(): readonly string[] {
    return this.strange;
  }

  throwIfMalformed(policyName: string): void {
    if (this.found.length > 0) throw new UnsupportedPolicyError(policyName, this.found);
  }

  throwIfAny(policyName: string): void {
    const all = [...this.found, ...this.strange];
    if (all.length > 0) throw new UnsupportedPolicyError(policyName, all);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as it stands in the document, cut short. */
export function shown(value: unknown): string {
  const text = value === undefined ? say('nothing') : toJson(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return say('noJson', { type: typeof value });
  }
}

/** A list element, or the one value that may stand for a list of one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
