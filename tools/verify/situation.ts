import type { Grant } from '../../lib/share/grant';
import type { SeedObject } from '../../lib/share/share';
import type { ExitCode } from '../exit-code';
import { type AwsProfiles, signInCommand } from './aws-profiles';
import type { Outcome } from './outcome';
import type { Hop, Probe } from './probe';

/** Who can do something about it. */
export type Owner = 'you' | 'the vendor' | 'the company' | 'the vendor or the company' | 'AWS or the network';

/** Something that did not go as it should. */
export interface Trouble {
  readonly hop: Hop;
  readonly outcome: Outcome;
  /** Absent while signing in. */
  readonly probe?: Probe;
}

/** What is known about the surroundings. */
export interface Situation {
  readonly grant: Grant;
  readonly region: string;
  readonly profile: string;
  /** Of the company. */
  readonly seedObjects: readonly SeedObject[];
  readonly profiles: AwsProfiles;
  readonly now: Date;
}

/** A row of the table of causes: the first whose `when` holds is the diagnosis. */
export interface Cause {
  readonly id: string;
  readonly hop?: Hop;
  readonly side: Owner | ((trouble: Clues, situation: Situation) => Owner);
  readonly when: (trouble: Clues, situation: Situation) => boolean;
  readonly cause: (trouble: Clues, situation: Situation) => string;
  readonly todo: (trouble: Clues, situation: Situation) => string;
  /** What can be typed as it is, in this order. @default - nothing */
  readonly commands?: (trouble: Clues, situation: Situation) => readonly string[];
  /** A denial that ends by itself where the reason for it was taken away a moment ago. @default false */
  readonly mayBeDelay?: true;
  readonly exitCode: ExitCode;
}

/** A {@link Trouble} with its outcome spelt out; `code` and `message` are empty where the call went through. */
export interface Clues extends Trouble {
  readonly how: string;
  readonly code: string;
  readonly message: string;
  /** A forbidden call that AWS let through. */
  readonly wasAllowed: boolean;
  readonly denied: boolean;
}

/** `aws sso login --profile P`, or what this profile has instead. */
export function signInAgain({ profile, profiles }: Situation): string {
  return signInCommand(profile, profiles);
}

export function hasEnded({ grant, now }: Pick<Situation, 'grant' | 'now'>): boolean {
  return grant.vendor.until !== undefined && now.getTime() >= Date.parse(grant.vendor.until);
}
