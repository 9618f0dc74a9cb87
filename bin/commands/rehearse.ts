import { Command } from 'commander';
import type { Share } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import { share as parameters } from '../../parameters';
import { PlainError } from '../../tools/exit-code';
import { processTerminal, type Terminal } from '../../tools/terminal';
import { makeClientHomes } from '../../tools/sandbox/clients/client-homes';
import { requestLine, requestLines } from '../../tools/sandbox/request-log';
import type { Sandbox } from '../../tools/sandbox/sandbox';
import { progressLine } from '../../tools/progress-line';
import { rehearse } from '../../tools/rehearse/rehearse';
import { runAsData } from '../../tools/verify/report';
import { stoppable } from '../../tools/stoppable';
import { welcome } from './sandbox-welcome';

interface Options {
  readonly keep?: true;
  readonly json?: true;
}

export function rehearseCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
): Command {
  return new Command('rehearse')
    .description(
      'Deploy both stacks to AWS on localhost, walk the whole way as the vendor, and be refused the rest.',
    )
    .option('--keep', 'leave the sandbox running afterwards, however it ended, until Ctrl-C')
    .option('--json', 'the whole result, for programs (the story goes to standard error)')
    .addHelpText('after', EXPLANATION)
    .action(async (options: Options) => {
      const share = validateShare(candidate);
      refuseEndedShare(share);
      const stop = stoppable();
      const story = options.json ? { ...terminal, print: (text = '') => terminal.note(text) } : terminal;
      const lineOf = process.stdout.isTTY ? requestLines : requestLine;
      let kept = false;
      const keep = async (sandbox: Sandbox) => {
        kept = true;
        const { homes, remove } = await makeClientHomes(sandbox, share);
        welcome(sandbox, homes, story);
        await new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
        await remove();
      };
      try {
        const rehearsal = await rehearse({
          share,
          terminal: story,
          progress: progressLine(terminal),
          signal: stop.signal,
          onRequest: (entry) => (kept ? story.print(lineOf(entry, story)) : undefined),
          clock: () => performance.now(),
          ...(options.keep ? { whileItRuns: keep } : {}),
        });
        if (options.json) {
          const verifications = rehearsal.verifications.map(runAsData);
          terminal.print(JSON.stringify({ ...rehearsal, verifications }, null, 2));
        }
        process.exitCode = rehearsal.exitCode;
      } finally {
        stop.release();
      }
    });
}

/** Nothing would be allowed any more, and the walkthrough is about what is. */
function refuseEndedShare({ vendors }: Share): void {
  for (const [index, { until }] of vendors.entries()) {
    if (until === undefined || Date.parse(until) > Date.now()) continue;
    throw new PlainError(
      `vendors[${index}].until must be in the future for a rehearsal, got "${until}": the share has ended`,
    );
  }
}

const EXPLANATION = `
Runs the real \`cdk deploy\` against AWS accounts made of memory on 127.0.0.1.
Needs no AWS account and no Docker; reads and writes nothing of yours, ~/.aws
included, and leaves nothing behind.

Ends with 0 as promised, 1 something was not as promised (or the stacks were
refused), 2 parameters.ts is wrong, 3 could not tell, or stopped by hand.`;
