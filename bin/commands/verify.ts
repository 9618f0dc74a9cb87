import { Command, InvalidArgumentError } from 'commander';
import { share as parameters } from '../../parameters';
import { processTerminal, type Terminal } from '../../tools/terminal';
import type * as Action from '../actions/verify';
import { load } from '../load';

export function verifyCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
): Command {
  return new Command('verify')
    .description(
      'Try on the live accounts what must work and what must be denied; name the broken hop and its side.',
    )
    .requiredOption(
      '--profile <name...>',
      "AWS profile: the vendor user's, or with --deployed any that may read",
    )
    .option('--vendor <name>', 'which vendor (needed when there are several)')
    .option('--deployed', 'also read what is deployed, on the sides that the profiles are of, and prove it')
    .option('--timeout <seconds>', 'how long one call may take, with its retries', positive, 15)
    .option('--concurrency <n>', 'how many calls at a time', positive, 6)
    .option('--json', 'the whole result, for programs')
    .addHelpText('after', EXPLANATION)
    .action((options: Action.Options) =>
      load(() => require('../actions/verify') as typeof Action).run(candidate, terminal, options),
    );
}

const EXPLANATION = `
Nothing is changed and nothing is left behind: every call that must be denied
is harmless even if it is allowed.

With --deployed, the live role, the bucket with all its other doors, and the
permission set are read and proved, and the live templates of the stacks are
compared with the ones that this project gives now. What the profiles are not
of is not looked at, and the last line says so. Without an Identity Center in
parameters.ts the vendor's side is the vendor's own. Who else reads a bucket
that was there before the share, and other entrances of the company's account,
are listed, and count for nothing. docs/proof.md has more.

Examples:
  npm run verify -- --profile 111111111111-user
  npm run verify -- --deployed --profile company
  npm run verify -- --deployed --profile company --profile vendor

Ends with
  0  as promised, on the sides that the profiles are of
  1  the promise is broken
  2  wrong options, profile or parameters, or something deployed that cannot be
     judged or is not what was proved
  3  could not tell: not signed in, no network, no bucket, something could not
     be tried or read`;

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('it must be a number above 0');
  return value;
}
