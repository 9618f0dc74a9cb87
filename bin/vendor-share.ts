import { vendorShare } from './program';
import { runCommandLine } from './run-command-line';

void runCommandLine(vendorShare(), process.argv).then(() => {
  // What was given up on (a sign-in that hangs goes on with its retries) must not hold a person up.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
});
