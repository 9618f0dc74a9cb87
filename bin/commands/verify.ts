import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { validateShare } from '../../lib/share/validate-share';
import { share as parameters } from '../../parameters';
import { prove } from '../../tools/proof/prove';
import { processTerminal, type Terminal } from '../../tools/terminal';
import { connect } from '../../tools/verify/aws-clients';
import { readAwsProfiles } from '../../tools/verify/aws-profiles';
import { chooseGrant } from './choose-grant';
import { runVerification, type VerificationRun } from '../../tools/verify/verification-run';
import { printRun, runAsData } from '../../tools/verify/report';
import { stoppable } from '../../tools/stoppable';
import { progressLine } from '../../tools/progress-line';

interface Options {
  readonly profile: string[];
  readonly vendor?: string;
  readonly deployed?: true;
  readonly timeout: number;
  readonly concurrency: number;
  readonly json?: true;
}

export function verifyCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
): Command {
  return new Command('verify')
    .description(
      'Try on the live accounts what must work and what must be refused; name the broken hop and its side.',
    )
    .requiredOption(
      '--profile <name...>',
      "AWS profile: the vendor user's, or with --deployed any that may read",
    )
    .option('--vendor <name>', 'which vendor (needed when there are several)')
    .option('--deployed', 'also read the live role, bucket and permission set, and run the proof on them')
    .option('--timeout <seconds>', 'how long one call may take, with its retries', positive, 15)
    .option('--concurrency <n>', 'how many calls at a time', positive, 6)
    .option('--json', 'the whole result, for programs')
    .addHelpText('after', EXPLANATION)
    .action(async (options: Options) => {
      const share = validateShare(candidate);
      const grant = chooseGrant(share, options.vendor);
      const timeout = options.timeout * 1000;
      const regions = {
        region: share.company.region,
        identityCenterRegion: grant.vendor.identityCenter.region,
      };
      const connection = connect({ ...regions, timeout });
      const stop = stoppable();
      const progress = progressLine(terminal);
      let run: VerificationRun;
      try {
        run = await runVerification({
          grant,
          share,
          profileNames: options.profile,
          profiles: await readAwsProfiles(),
          connection,
          timeout,
          concurrency: options.concurrency,
          prove,
          readsDeployed: options.deployed === true,
          signal: stop.signal,
          now: () => new Date(),
          nonce: randomBytes(8).toString('hex'),
          onStep: (text) => progress.show(text),
        });
      } finally {
        progress.clear();
        stop.release();
        connection.close();
      }
      if (options.json) terminal.print(JSON.stringify(runAsData(run), null, 2));
      else printRun(terminal, run);
      process.exitCode = run.exitCode;
    });
}

const EXPLANATION = `
Nothing is changed and nothing is left behind: every call that must be refused
is harmless even if it is allowed.

Examples:
  npm run verify -- --profile vendor-user
  npm run verify -- --deployed --profile company --profile vendor

Ends with 0 as promised, 1 the promise is broken, 2 wrong options, profile or
parameters, 3 could not tell (not signed in, no network, no bucket, something
could not be tried or read).`;

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('it must be a number above 0');
  return value;
}
