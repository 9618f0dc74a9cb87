import type * as Program from './program';
import { loadAndRun } from './run-command-line';

/** Long enough for tsx to put what it has compiled into its cache, and too short for a person to notice. */
const MILLISECONDS_TO_FINISH = 100;

// `npm run prove | head` is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void loadAndRun(() => (require('./program') as typeof Program).vendorShare(), process.argv).then(() => {
  // What was given up on (a sign-in that hangs goes on with its retries) must not hold a person up. What is written
  // still gets its end.
  const end = () => setTimeout(() => process.exit(), MILLISECONDS_TO_FINISH).unref();
  process.stdout.write('', () => process.stderr.write('', end));
});
