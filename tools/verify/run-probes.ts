import { sayNetwork } from '../../words/say';
import type { AwsClients } from './aws-clients';
import { type Failure, failureOf, includesCode, type Outcome } from './outcome';
import type { Expectation, Probe } from './probe';

/** A denial counts only when it is exactly the promised one; whatever says nothing about it is `could not tell`. */
export type ProbeVerdict = 'as expected' | 'not as expected' | 'could not tell';

export interface ProbeResult {
  readonly probe: Probe;
  readonly outcome: Outcome;
  readonly verdict: ProbeVerdict;
}

export interface RunOptions {
  /** For one probe with all its retries, in milliseconds. */
  readonly timeout: number;
  /** How many at a time. */
  readonly concurrency: number;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
  readonly onResult?: (result: ProbeResult, done: number) => void;
}

/** Runs the probes, a few at a time, and returns the results in the order of the list. */
export async function runProbes(
  probes: readonly Probe[],
  clients: (as: Probe['as']) => AwsClients,
  { timeout, concurrency, signal, onResult }: RunOptions,
): Promise<ProbeResult[]> {
  const results: ProbeResult[] = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let place = next++; place < probes.length; place = next++) {
      const probe = probes[place];
      if (probe === undefined) return;
      const outcome = await attempt((stop) => probe.run(clients(probe.as), stop), timeout, signal);
      const result = { probe, outcome, verdict: probeVerdict(probe.expect, outcome) };
      results[place] = result;
      onResult?.(result, ++done);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return results;
}

/** One call within its time. It never throws: whatever happens is an {@link Outcome}. */
export async function attempt(
  call: (signal: AbortSignal) => Promise<string>,
  timeout: number,
  signal: AbortSignal,
): Promise<Outcome> {
  // The race is for what does not listen to the signal: signing in goes on behind a call's back.
  const stop = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  let onAbort = () => {};
  const stopped = new Promise<Outcome>((resolve) => {
    onAbort = () => resolve(stoppedBy(signal, timeout));
    if (stop.aborted) onAbort();
    else stop.addEventListener('abort', onAbort);
  });
  const called = Promise.resolve(stop)
    .then(call)
    .then(
      (saw): Outcome => ({ kind: 'done', saw }),
      (error: unknown): Outcome => (stop.aborted ? stoppedBy(signal, timeout) : failureOf(error)),
    );
  const outcome = await Promise.race([called, stopped]);
  stop.removeEventListener('abort', onAbort);
  return outcome;
}

function stoppedBy(signal: AbortSignal, timeout: number): Failure {
  if (signal.aborted)
    return { kind: 'failed', how: 'timeout', code: 'Interrupted', message: sayNetwork('stoppedByHand') };
  return {
    kind: 'failed',
    how: 'timeout',
    code: 'TimeoutError',
    message: sayNetwork('noAnswerWithin', { seconds: timeout / 1000 }),
  };
}

/** What an outcome says about an expectation. */
export function probeVerdict(expect: Expectation, outcome: Outcome): ProbeVerdict {
  if (expect.outcome === 'success') {
    if (outcome.kind === 'done') return 'as expected';
    if (outcome.how === 'unexpected-content') return 'not as expected';
    return outcome.how === 'answered' && includesCode(DENIAL_CODES, outcome.code)
      ? 'not as expected'
      : 'could not tell';
  }
  if (outcome.kind === 'done') return 'not as expected';
  if (outcome.how !== 'answered') return 'could not tell';
  if (includesCode(expect.codes, outcome.code)) return 'as expected';
  // AWS turned it down for a reason that it only looks at after it has authorized the call; or denied what had to work.
  const allowed = includesCode(expect.lateCodes, outcome.code);
  return allowed || includesCode(DENIAL_CODES, outcome.code) ? 'not as expected' : 'could not tell';
}

/** AWS's words for "you may not". */
const DENIAL_CODES = ['AccessDenied', 'ForbiddenException'];
