import type { Unjudged } from '../templates/inventory';
import type { ClaimId, Failure } from './report';

/** What the proof of a claim comes to, piece by piece: what breaks it, what cannot be judged, how much was decided. */
export type Finding = Failure | UnjudgedFinding | ReadBothWays | Examined;

export interface UnjudgedFinding extends Unjudged {
  readonly kind: 'unjudged';
  /** Those that cannot be held as long as it is not known. */
  readonly claims: readonly ClaimId[];
  /**
   * What it comes from: two findings with the same causes are told once, and one that has more causes than another is not
   * told.
   * @default - its own sentence
   */
  readonly causes?: readonly string[];
}

/** Something that is not modelled. It does not matter, unless something else is not decided because of it. */
export interface ReadBothWays {
  readonly kind: 'read both ways';
  /** `Statement[0].NotPrincipal of bucket policy of logs` */
  readonly what: string;
}

export interface Examined {
  readonly kind: 'examined';
  readonly claim: ClaimId;
  /** Request classes that were decided. */
  readonly classes: number;
}

export function isFailure(finding: Finding): finding is Failure {
  return !['unjudged', 'read both ways', 'examined'].includes(finding.kind);
}

/** Something that cannot be judged, with the claims that hang on it. */
export function cannotJudge(
  what: string,
  origin: Unjudged['origin'],
  claims: readonly ClaimId[],
): UnjudgedFinding {
  return { kind: 'unjudged', what, ...(origin && { origin }), claims };
}
