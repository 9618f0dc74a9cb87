import { sayProofClaims as say } from '../../../words/say';
import type { CompanyFacts } from '../classes/fixed-keys';
import { cannotJudge, type Finding } from '../report/finding';
import type { AccessGrantEntry, SendingEntry } from '../templates/given-by-bucket';
import type { BucketEntry } from '../templates/inventory';
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
  if (bucketName === name)
    return [cannotJudge(say('sendsToItself', { bucket: name, what }), origin, ['borrowers'])];
  if (account === company.account) return [];
  if (account === undefined)
    return [cannotJudge(say('sendsToUnknown', { bucket: name, what, to }), origin, ['outsiders'])];
  const isAnother = account === 'another';
  return [
    settingFailure('outsiders', origin, {
      headline: isAnother
        ? say('sends.headlineAnother', { bucket: name, what, to })
        : say('sends.headline', { bucket: name, what, to, account }),
      found: isAnother ? say('sends.foundAnother', { what, to }) : say('sends.found', { what, to, account }),
      why: say('sends.why'),
      change: say('sends.change', { account: company.account }),
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
    const sentence = say('grantToDirectory', { bucket: name, permission, scope, grantee });
    return [cannotJudge(sentence, origin, ['outsiders'])];
  }
  return [
    settingFailure('outsiders', origin, {
      headline: say('grant.headline', { permission, scope, grantee }),
      found: say('grant.found', { id }),
      why: say('grant.why', { bucket: name, account }),
      change: say('grant.change', { account: company.account, id }),
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
    headline: say('locked.headline', { bucket: name }),
    found: said,
    why: say('locked.why'),
    change: say('locked.change', { account }),
  });
}
