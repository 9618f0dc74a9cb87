import type * as Parameters from '../parameters';
import { endQuietlyWhenUnread } from '../tools/closed-pipe';
import { loadParameters } from './load-parameters';
import type * as Program from './program';
import { reportError } from './report-error';
import { loadAndRun } from './run-command-line';

/** Long enough for tsx to put what it has compiled into its cache, and too short for a person to notice. */
const MILLISECONDS_TO_FINISH = 100;

endQuietlyWhenUnread();

// Of Node's own, the exit code would be 1, which means that the promise is broken.
process.on('uncaughtException', (error) =>
  process.exit(reportError(error, process.argv.includes('--verbose'))),
);

const program = () => {
  loadParameters(() => require('../parameters') as typeof Parameters);
  return (require('./program') as typeof Program).vendorShare();
};

void loadAndRun(program, process.argv).then(() => {
  // What was given up on (a sign-in that hangs goes on with its retries) must not hold a person up. What is written
  // still gets its end.
  const end = () => setTimeout(() => process.exit(), MILLISECONDS_TO_FINISH).unref();
  process.stdout.write('', () => process.stderr.write('', end));
});
