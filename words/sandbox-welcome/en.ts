import type { Messages } from '../speech';

/** What `npm run sandbox` prints before the first request, and after the last. */
export const en = {
  accounts:
    '{number} AWS accounts on {url}. Open this address in a browser to see who may do what, and why. Or use the AWS CLI. In another terminal:',
  inPowerShell: 'PowerShell:',
  inCmd: 'Command Prompt (cmd):',
  asVendor: 'To work as the vendor {vendor}, use this home folder instead:',
  inTheWay:
    'Variables already set in that terminal may override these and send requests to the real AWS. Unset them:',
  proxy: 'A proxy is set. Requests to the sandbox must not go through it:',
  home: 'That home is a temporary folder with its own .aws; yours is neither read nor written. Profiles in it:',
  sections:
    'The sections of `npm run handoff` are in its .aws/config, so the commands of that page work as they stand. Its `aws sso login` (version 2 of the AWS CLI) opens a page of the sandbox. You can skip it: this user is already signed in.',
  next: 'Try, one after the other:',
  people: 'The people are those of parameters.ts: restart the sandbox after editing the assignees there.',
  administrator: 'administrator of account {account}',
  user: '{name} (once CompanyStack and {stack} are deployed)',
  userSignedIn: '{name}, signed in as {permissionSet} (once CompanyStack and {stack} are deployed)',
  userOfHalf: "{name} (once CompanyStack and the vendor's half are deployed)",
  userOfHalfSignedIn:
    "{name}, signed in as {permissionSet} (once CompanyStack and the vendor's half are deployed)",
  borrowedRole: 'the same, having borrowed {role}',
  notAssigned: 'a colleague who is signed in but does not get the permission set',
  portInUse: 'port {port} is in use: stop what listens there, or choose another with --port',
  portNeedsPrivileges: 'port {port} needs privileges: choose one above 1023 with --port',
  requests: 'Ctrl-C stops. Requests:',
  stopped:
    'Stopped; nothing is left. The home folder of the other terminal is gone: close that terminal, or run this in it:',
} as const satisfies Messages;
