import type { Origin, Unjudged } from '../templates/inventory';

/** The four claims, in this order; docs/proof.md says what each of them is. */
export const CLAIM_IDS = ['outsiders', 'borrowers', 'permission-set', 'it-works'] as const;

export type ClaimId = (typeof CLAIM_IDS)[number];

/**
 * `broken`: a counterexample was found, whatever else could not be judged. `not decided`: none was found, but
 * something was not understood, so nothing is claimed. `holds`: neither.
 */
export type ProofVerdict = 'holds' | 'broken' | 'not decided';

/** What the proof found. Plain data: `prove --json` prints it as it is. */
export interface ProofReport {
  readonly verdict: ProofVerdict;
  /** Present where "nothing is missing" holds on a condition only. */
  readonly conditional?: Conditional;
  /** One per vendor, in the order of the share. */
  readonly promises: readonly PromiseInWords[];
  readonly claims: readonly Claim[];
  /** Grouped by cause, the plainest first. */
  readonly failures: readonly Failure[];
  /** What cannot be judged. */
  readonly refusals: readonly Unjudged[];
  /** What is not modelled and was read as giving most access and as giving least; a phrase each. */
  readonly readBothWays: readonly string[];
  /** Request classes that were decided. */
  readonly classes: number;
  readonly milliseconds: number;
  /** What no proof over these templates can know; one sentence each. */
  readonly notCovered: readonly string[];
  /** What was left out of this run, with the reason; one sentence each. */
  readonly notProved: readonly string[];
}

/** What "nothing is missing" depends on: that a boundary, of which only the ARN is known, allows these actions. */
export interface Conditional {
  readonly boundary: string;
  readonly mustAllow: readonly string[];
}

export interface PromiseInWords {
  /** The vendor's name in the share: `Vendor`, `Acme`. */
  readonly vendor: string;
  readonly who: string;
  readonly through: string;
  readonly what: readonly string[];
  readonly onWhat: readonly string[];
  /** `2027-01-31T00:00:00Z`, or that there is no end. */
  readonly untilWhen: string;
  readonly conditions: readonly string[];
}

export interface Claim {
  readonly id: ClaimId;
  /** One sentence, true if `holds`. */
  readonly text: string;
  /** `unknown` if something cannot be judged and no counterexample was found. */
  readonly result: 'holds' | 'broken' | 'unknown';
  readonly classes: number;
}

/** One cause, with the plainest request that shows it. */
export interface Failure {
  readonly claim: ClaimId;
  /** `extra`: allowed and not promised. `missing`: promised and not allowed. `setting`: not about one request. */
  readonly kind: 'extra' | 'missing' | 'setting';
  /** One sentence: what somebody can do that they should not, or cannot do that they should. */
  readonly headline: string;
  readonly witness?: Witness;
  /** What allowed or denied it. Empty where the cause is that nothing does. */
  readonly blame: readonly DeterminingPart[];
  /** Why this is not as promised. */
  readonly why: string;
  /** What to change. */
  readonly change: string;
  /** How many request classes fail for this cause; 0 for a setting. */
  readonly classes: number;
}

/** A concrete request. */
export interface Witness {
  /** An ARN, or who it is that has none: `Anyone, without signing in`. */
  readonly caller: string;
  readonly action: string;
  /** False for a name that no AWS action known to this project has. */
  readonly actionIsReal: boolean;
  readonly resource: string;
  /** Condition keys that the outcome depends on; null if the request lacks the key. */
  readonly context: Readonly<Record<string, string | null>>;
}

export interface DeterminingPart {
  readonly policy: string;
  /** Its Sid, or `statement 2` counted from 1. */
  readonly statement: string;
  readonly origin: Origin;
  /** The part that matters: `Action s3:GetObject* matches s3:GetObjectAcl`. */
  readonly matches: string;
}
