import type { CompanyFacts } from '../classes/fixed-keys';
import { cannotJudge, type Finding } from '../report/finding';
import type { AccessGrantEntry, BucketEntry, SendingEntry } from '../templates/inventory';
import { settingFailure } from './setting-failure';

/**
 * The doors of the shared bucket that no policy of its own shows: what S3 puts elsewhere, whom S3 Access
 * Grants let in, and a policy that lets nobody near.
 */
export function bucketHasNoOtherDoor(company: CompanyFacts, bucket: BucketEntry): Finding[] {
  const { sends = [], accessGrants = [] } = bucket;
  return [
    ...sends.flatMap((one) => sendsToOthers(one, company, bucket)),
    ...accessGrants.flatMap((one) => grantsToOthers(one, company, bucket)),
    ...(bucket.locked === undefined ? [] : [isLocked(bucket.locked, bucket)]),
  ];
}

/** Whoever reads in the company's own account is no outsider; where it goes further, others read what was not promised. */
function sendsToOthers(one: SendingEntry, company: CompanyFacts, { name, origin }: BucketEntry): Finding[] {
  const { what, to, account, bucketName } = one;
  if (bucketName === name) {
    const sentence = `the bucket ${name}: ${what} into the bucket itself, where borrowers could read it. Use another bucket.`;
    return [cannotJudge(sentence, origin, ['borrowers'])];
  }
  if (account === company.account) return [];
  if (account === undefined) {
    const sentence = `the bucket ${name}: ${what} to ${to}, and whose that is could not be told: whoever can read there gets it.`;
    return [cannotJudge(sentence, origin, ['outsiders'])];
  }
  const other = account === 'another' ? 'another account' : `account ${account}`;
  return [
    settingFailure('outsiders', origin, {
      headline: `The bucket ${name} gives something to ${other}: ${what} to ${to}.`,
      found: `${what} to ${to}, of ${other}`,
      why: 'The bucket gives outsiders nothing directly, and nothing was promised to that account.',
      change: `Take it out of the bucket’s configuration, or send it to account ${company.account}.`,
    }),
  ];
}

/**
 * A grant is used with `s3:GetDataAccess`, which is not promised to borrowers, so that a grant to the lent role gives nothing
 * as long as claim 2 holds.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html
 */
function grantsToOthers(
  one: AccessGrantEntry,
  company: CompanyFacts,
  { name, origin }: BucketEntry,
): Finding[] {
  const { id, grantee, account, permission, scope } = one;
  if (account === company.account) return [];
  if (account === undefined) {
    const sentence = `the bucket ${name}: S3 Access Grants give ${permission} on ${scope} to the ${grantee}, and only the directory says who that is.`;
    return [cannotJudge(sentence, origin, ['outsiders'])];
  }
  return [
    settingFailure('outsiders', origin, {
      headline: `S3 Access Grants give ${permission} on ${scope} to ${grantee}.`,
      found: `the access grant ${id}`,
      why: `The bucket ${name} gives outsiders nothing directly, and nothing was promised to account ${account}.`,
      change: `Delete the grant: aws s3control delete-access-grant --account-id ${company.account} --access-grant-id ${id}`,
    }),
  ];
}

/**
 * Nobody whom a bucket policy denies everything can take it away again, but the root user.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
 */
function isLocked(said: string, { name, account, origin }: BucketEntry): Finding {
  return settingFailure('it-works', origin, {
    headline: `The bucket policy of ${name} denies everything, reading and changing the policy included, also to who administers it.`,
    found: said,
    why: 'A borrower is denied as well, unless the policy excepts the role, which nobody whom it denies can find out.',
    change:
      `Only the root user of account ${account} can repair it: S3 lets the root user delete a bucket policy whatever it says ` +
      '(in an organization, the management account can do it through AWS’s root access management, with the task S3UnlockBucketPolicy). ' +
      'Then `npx cdk deploy CompanyStack --profile company --revert-drift` puts back the policy that was promised.',
  });
}
