/**
 * What the proof must say of a mutant.
 *
 * - `caught`: `broken` or `not decided`. Access changed, or AWS would not take the template.
 * - `holds`: nothing changed. Anything else is a false alarm.
 * - `holds or not decided`: nothing changed, but by something that a proof need not understand; it may say so by name.
 *   `broken` is a false alarm.
 * - `any`: beyond the promise. The reason is printed.
 */
export type Expectation = 'caught' | 'holds' | 'holds or not decided' | 'any';

export interface Ruling {
  readonly expectation: Expectation;
  readonly why: string;
}
