import { sayCli as say } from '../../words/say';
import type { Share } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import { PlainError } from '../../tools/exit-code';
import { progressLine } from '../../tools/progress-line';
import { printableJson } from '../../tools/printable';
import { rehearse } from '../../tools/rehearse/rehearse';
import { makeClientHomes } from '../../tools/sandbox/clients/client-homes';
import { FoldedLog } from '../../tools/sandbox/folded-log';
import { requestLine, requestLines } from '../../tools/sandbox/request-log';
import type { Sandbox } from '../../tools/sandbox/sandbox';
import { stoppable, untilStopped } from '../../tools/stoppable';
import type { Terminal } from '../../tools/terminal';
import { runAsData } from '../../tools/verify/report';
import { projectBootstrap } from './bootstrap-options';
import { welcome } from './sandbox-welcome';

export interface Options {
  readonly keep?: true;
  readonly json?: true;
}

export async function run(candidate: unknown, terminal: Terminal, options: Options): Promise<void> {
  const share = validateShare(candidate);
  rejectEndedShare(share);
  const stop = stoppable();
  const story = options.json ? { ...terminal, print: (text = '') => terminal.note(text) } : terminal;
  const lineOf = process.stdout.isTTY ? requestLines : requestLine;
  const log = new FoldedLog(
    (text) => story.print(text),
    (entry) => lineOf(entry, story),
  );
  let kept = false;
  const keep = async (sandbox: Sandbox) => {
    kept = true;
    const { homes, remove } = await makeClientHomes(sandbox, share);
    welcome(sandbox, homes, story);
    await untilStopped(new Promise(() => {}), stop.signal).catch(() => {});
    log.flush();
    remove();
  };
  try {
    const rehearsal = await rehearse({
      share,
      bootstrap: projectBootstrap(),
      terminal: story,
      progress: progressLine(terminal),
      signal: stop.signal,
      onRequest: (entry) => (kept ? log.add(entry) : undefined),
      clock: () => performance.now(),
      ...(options.keep ? { whileItRuns: keep } : {}),
    });
    if (options.json) {
      const verifications = rehearsal.verifications.map(runAsData);
      terminal.print(printableJson({ ...rehearsal, verifications }, 2));
    }
    process.exitCode = rehearsal.exitCode;
  } finally {
    stop.release();
  }
}

/** Nothing would be allowed any more, and the walkthrough is about what is. */
function rejectEndedShare({ vendors }: Share): void {
  for (const [index, { until }] of vendors.entries()) {
    if (until === undefined || Date.parse(until) > Date.now()) continue;
    throw new PlainError(say('shareEnded', { field: `vendors[${index}].until`, until }));
  }
}
