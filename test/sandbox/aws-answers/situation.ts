import type { Refusal } from '../raw-answer';
import type { Stage } from './stage';

/** Brings a sandbox into what an entry of `aws-answers.json` describes, by requests, and says what was answered. */
export type Situation = (stage: Stage) => Promise<Refusal>;

/** By the entry's id. */
export type Situations = Readonly<Record<string, Situation>>;

export const allowing = (Action: string, Resource: string) => ({ Effect: 'Allow', Action, Resource });
export const denying = (Action: string, Resource: string) => ({ Effect: 'Deny', Action, Resource });
export const policyOf = (...Statement: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });
