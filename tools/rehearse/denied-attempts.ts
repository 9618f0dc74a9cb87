import { sayRehearse as say } from '../../words/say';
import { printableData } from '../printable';
import { reasonOf } from '../sandbox/reasons';
import type { EntryOf, RequestEntry } from '../sandbox/request-entry';
import { paint, type Terminal } from '../terminal';
import type { Outcome } from '../verify/outcome';
import type { ProbeResult } from '../verify/run-probes';
import { hanging, padded, widthOf } from '../wrapped';
import type { StrangerAttempt } from './strangers';

/** One line of the table of what was denied, or should have been. */
export interface DeniedAttempt {
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

export function deniedStranger(
  { who, what, code }: StrangerAttempt,
  outcome: Outcome,
  entryOf: EntryOf,
): DeniedAttempt {
  return { who, what, ...judged(outcome, outcome.kind === 'failed' && outcome.code === code, entryOf) };
}

export function deniedProbe(
  who: string,
  { probe, outcome, verdict }: ProbeResult,
  entryOf: EntryOf,
): DeniedAttempt {
  return { who, what: probe.title, ...judged(outcome, verdict === 'as expected', entryOf) };
}

function judged(
  outcome: Outcome,
  asPromised: boolean,
  entryOf: EntryOf,
): Omit<DeniedAttempt, 'who' | 'what'> {
  if (outcome.kind === 'done') return { outcome: say('allowed'), asPromised, said: outcome.saw };
  const { code, message, requestId } = outcome;
  const because = requestId === undefined ? undefined : whyDenied(entryOf(requestId));
  return { outcome: code, asPromised, said: message, ...(because === undefined ? {} : { because }) };
}

/** Why the sandbox denied a request, down to the statement: what AWS knows, too, and does not tell. */
function whyDenied(entry: RequestEntry | undefined): string | undefined {
  const denied = entry?.authorizations.find(({ decision }) => !decision.allowed);
  return denied && reasonOf(denied);
}

/** Who, what, outcome, and why: what AWS says, and below it what only the sandbox knows. */
export function printDeniedAttempts(terminal: Terminal, attempts: readonly DeniedAttempt[]): void {
  const { bold, dim, green, red } = paint(terminal);
  const shown = printableData(attempts);
  const width = (column: (attempt: DeniedAttempt) => string) =>
    Math.max(...shown.map((attempt) => widthOf(column(attempt))));
  const [whos, whats] = [width(({ who }) => who), width(({ what }) => what)];
  const [who, what] = [padded(say('who'), whos), padded(say('what'), whats)];
  terminal.print(dim(`     ${who}  ${what}  ${say('outcome')}`));
  for (const { who, what, outcome, asPromised, said, because } of shown) {
    const mark = asPromised ? green('✓') : red('✗');
    terminal.print(`   ${mark} ${padded(who, whos)}  ${padded(what, whats)}  ${bold(outcome)}`);
    terminal.print(dim(`${' '.repeat(7)}${hanging(reasonIn(said, because), 7, terminal.width)}`));
  }
  terminal.print();
}

/** AWS's sentence without its first half, which says again who and what; and the sandbox's, where it says more. */
function reasonIn(said: string, because: string | undefined): string {
  const reason = /\b(because|with an explicit deny) .*$/.exec(said)?.[0];
  if (because === undefined) return reason ?? said;
  if (reason === undefined) return because;
  const [, closest] = because.split(/\. |。/);
  return closest === undefined ? reason : `${reason}. ${closest}`;
}
