import { loadAndRun } from './run-command-line';

const load = async () => (await import('./program.js')).vendorShare();

// `npm run prove | head` is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void loadAndRun(load, process.argv).then(() => {
  // What was given up on (a sign-in that hangs goes on with its retries) must not hold a person up.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
});
