import type { Messages } from '../speech';

/** What any command may say; each command's own sentences are in the tables of its part. */
export const en = {
  unexpected: 'This was not expected: run it again with --verbose.',
  causedBy: '{error}\nCaused by: {cause}',
  unreadable:
    'Nothing was tried, because a file could not be read (the last edit of parameters.ts?): {reason}',
  threw: 'it threw {thrown}',
  severalVendors: 'parameters.ts has {number} vendors, so --vendor must say which one: {names}',
  noSuchVendor: '--vendor must be one of {names}, got "{name}"',
  otherShare:
    'Nothing is judged: lib/share made something else of the share than what stands in parameters.ts.',
  synthesizing: 'synthesizing',
  appFailed: 'the app wrote templates that are as promised, and then it failed:\n{complaint}',
  shareEnded: '{field} must be in the future for a rehearsal, got "{until}": the share has ended',
  wrote: 'wrote {file}',
  outNotWritable: '--out must be a folder that can be written to: {reason}',
  notLookedUp: 'CDK could not look up {key}: {error}',
} as const satisfies Messages;
