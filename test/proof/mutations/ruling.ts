/**
 * What the proof must say of a mutant.
 *
 * - `caught`: `broken` or `refused`. Access changed, or AWS would not take the template.
 * - `holds`: nothing changed. Anything else is a false alarm.
 * - `holds or refused`: nothing changed, but by something that a proof need not understand; it may say so by name.
 *   `broken` is a false alarm.
 * - `any`: beyond the promise. The reason is printed.
 */
export type Expectation = 'caught' | 'holds' | 'holds or refused' | 'any';

export interface Ruling {
  readonly expectation: Expectation;
  readonly why: string;
}
