import type { Messages } from '../speech';

/** Step 10 of the walkthrough, in the pages that stand for the console. */
export const en = {
  switched: 'the link of the handoff page, with the sandbox in the place of AWS; you are {arn}',
  cannotSwitch: 'the role asks for an ExternalId, which Switch Role cannot send; it failed, as promised',
  homeDenied: 'denied, as promised: this role may not list all buckets',
  listed: { one: '{count} object or folder is listed', other: '{count} objects and folders are listed' },
  bytes: { one: '{count} byte', other: '{count} bytes' },
  downloaded: 'a browser saves it as a file',
  nothingThere: 'nothing is there yet',
  unexpected: 'the page {page} does not show what was promised: {saw}',
  labelSwitchRole: 'Switch Role',
  labelHome: 'S3’s home',
  labelBucket: 'the bucket',
  labelDownload: 'download',
} as const satisfies Messages;
