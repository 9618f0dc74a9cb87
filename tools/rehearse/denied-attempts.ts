import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { Grant } from '../../lib/share/grant';
import type { RequestEntry } from '../sandbox/request-entry';
import type { AwsClients } from '../verify/aws-clients';
import { blameOf } from './why-denied';
import type { Outcome } from '../verify/outcome';
import type { ProbeResult } from '../verify/run-probes';

/** One line of the table of refusals. */
export interface Refusal {
  readonly who: string;
  readonly what: string;
  /** AWS's error code, or what went through. */
  readonly outcome: string;
  readonly asPromised: boolean;
  /** AWS's own words. */
  readonly said: string;
  /** The sandbox's reason, which AWS does not give. */
  readonly because?: string;
}

/** Something that must be refused to someone who is not the promised user. */
export interface StrangerAttempt {
  readonly who: string;
  readonly what: string;
  readonly code: string;
  readonly try: (signal: AbortSignal) => Promise<string>;
}

export type EntryOf = (requestId: string) => RequestEntry | undefined;

export function refusalOfAttempt(
  { who, what, code }: StrangerAttempt,
  outcome: Outcome,
  entryOf: EntryOf,
): Refusal {
  return { who, what, ...judged(outcome, outcome.kind === 'failed' && outcome.code === code, entryOf) };
}

export function refusalOfProbe(
  who: string,
  { probe, outcome, verdict }: ProbeResult,
  entryOf: EntryOf,
): Refusal {
  return { who, what: probe.title, ...judged(outcome, verdict === 'as expected', entryOf) };
}

function judged(outcome: Outcome, asPromised: boolean, entryOf: EntryOf): Omit<Refusal, 'who' | 'what'> {
  if (outcome.kind === 'done') return { outcome: 'allowed', asPromised, said: outcome.saw };
  const { code, message, requestId } = outcome;
  const because = requestId === undefined ? undefined : blameOf(entryOf(requestId));
  return { outcome: code, asPromised, said: message, ...(because === undefined ? {} : { because }) };
}

export function borrowAttempt(grant: Grant, { sts }: AwsClients): StrangerAttempt['try'] {
  const { externalId } = grant.vendor;
  const input = {
    RoleArn: grant.roleArn,
    RoleSessionName: 'VendorTestSession',
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
  };
  return async (abortSignal) => {
    await sts.send(new AssumeRoleCommand(input), { abortSignal });
    return 'the role was lent';
  };
}

export function listAttempt({ bucketName }: Grant, { s3 }: AwsClients): StrangerAttempt['try'] {
  return async (abortSignal) => {
    await s3.send(new ListObjectsV2Command({ Bucket: bucketName, MaxKeys: 1 }), { abortSignal });
    return 'the bucket was listed';
  };
}
