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
  portOutOfRange: '--port must be a whole number from 0 to 65535, got "{port}" (0 takes any free port)',
  userNoSessionName:
    '--user must be 2 to 64 letters, digits and {others}, got {user} (it becomes role_session_name; write alice.smith or an e-mail address)',
  ownHome: '{home} is your own home: the sandbox writes its profiles into a temporary directory only',

  // The app of cdk.json
  overridden:
    '{variables}: the CDK CLI would do otherwise than cdk.json says. Unset it, or prove what the CLI writes: `npx cdk synth`, then `npm run prove -- --assembly cdk.out`',
  noApp: 'cdk.json must name the app to run (`"app": "node --require tsx/cjs bin/app.ts"`)',
  noJsonObject: '{file} must hold a JSON object',
  buildFailed: "cdk.json's build failed ({command}):\n{said}",
  noTemplates: 'the app wrote no templates ({command}):\n{said}',
  notLookedUp: 'CDK could not look up {key}: {error}',
} as const satisfies Messages;
