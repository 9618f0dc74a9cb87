import type { HandoffFacts } from './facts';
import { table } from './markdown';

/** What AWS's messages mean here, and whose they are to mend. */
export function whenItDoesNotWork(facts: HandoffFacts): string {
  const { profiles, alsoRead, region, end } = facts;
  const rows = [
    ...signInRows(facts),
    ['`AccessDenied` … `AssumeRole`', whyNotBorrowed(facts)],
    [
      '`AccessDenied` from `ls` or `cp`',
      `\`--profile ${profiles.borrowedRole}\` is missing, or the company changed what the role may do${ofTheBucket(facts)}`,
    ],
    ...(end === undefined
      ? []
      : [['`AccessDenied` from everything', 'the access may have ended: see *the access ends* above']]),
    ...(alsoRead.includes('location')
      ? []
      : [
          [
            '`AccessDenied` … `GetBucketLocation`',
            `your tool asks where the bucket is, and you may not: set its region to \`${region}\` yourself`,
          ],
        ]),
  ];
  return `## When it does not work

${table([['what you see', 'what it is'], ...rows])}`;
}

function signInRows({ kind, commands: [signIn], profiles }: HandoffFacts): string[][] {
  if (kind === 'identity center' || kind === 'permission set') {
    return [
      ...(kind === 'identity center'
        ? []
        : [['`Could not connect to the endpoint URL`', 'words in capitals are still in your configuration']]),
      ['`Token has expired`, `Error loading SSO Token`', `you are not signed in: \`${signIn}\``],
      ['`ForbiddenException` … `No access`', 'your administrator has not assigned you the permission set'],
    ];
  }
  const where = kind === 'product' ? profiles.borrowedRole : profiles.permissionSet;
  return [
    [
      '`Unable to locate credentials`, `No credentials found`, `source_profile` … `does not exist`',
      `\`[profile ${where}]\` does not say yet how you sign in: see the remarks in the configuration`,
    ],
  ];
}

function whyNotBorrowed({ kind, roleArn, externalId, borrowers }: HandoffFacts): string {
  if (kind === 'identity center' || kind === 'permission set')
    return `your permission set does not name \`${roleArn}\`, or the company's role does not trust you`;
  const who = kind === 'product' ? 'the role of your product' : (borrowers[0]?.kind ?? 'role');
  const yours = kind === 'product' ? who : `your ${who}`;
  const agreed = externalId === undefined ? '' : `, the ExternalId is not \`${externalId}\` to the letter`;
  return `${yours} has no policy for \`${roleArn}\` (see the end of this page)${agreed}, or the company's role does not trust you`;
}

function ofTheBucket({ bucketIsThere, isEncryptedWithKey }: HandoffFacts): string {
  const bucket = bucketIsThere ? ', or the bucket has a policy that denies it' : '';
  return `${bucket}${isEncryptedWithKey ? ', or the key does not let the role decrypt' : ''}`;
}
