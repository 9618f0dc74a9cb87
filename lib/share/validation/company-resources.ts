import { sayParameters as say } from '../../../words/say';
import type { Company, Vendor } from '../share';
import { type Report, shown } from './checks';

/** What a stack cannot do to a bucket that is not its own. */
export function checkExistingBucket(
  company: Company,
  vendors: readonly { readonly index: number; readonly vendor: Vendor }[],
  report: Report,
): void {
  if (company.bucket !== 'existing') {
    for (const { index, vendor } of vendors) {
      if (vendor.bucketName === undefined) continue;
      const at = `vendors[${index}].bucketName`;
      report(at, say('bucketOfStack', { field: at, value: shown(vendor.bucketName) }));
    }
    return;
  }
  if (company.seedObjects.length > 0) {
    const at = 'company.seedObjects';
    report(at, say('seedsOfExisting', { field: at, number: company.seedObjects.length }));
  }
  const contradicting = {
    whenStackIsDeleted: company.whenStackIsDeleted,
    accessLogs: company.accessLogs,
    ...(company.kmsKey === 'make' && { kmsKey: company.kmsKey }),
  };
  for (const [name, value] of Object.entries(contradicting)) {
    if (value === undefined) continue;
    const at = `company.${name}`;
    const id = name === 'kmsKey' ? 'keyOfExisting' : 'optionOfExisting';
    report(at, say(id, { field: at, value: shown(value) }));
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
export function checkKey({ kmsKey, account, region }: Company, report: Report): void {
  if (!kmsKey?.startsWith('arn:')) return; // none, the stack's, or reported as no ARN
  const [, , , ofRegion, ofAccount] = kmsKey.split(':');
  if (ofRegion === region && ofAccount === account) return;
  const at = 'company.kmsKey';
  report(at, say('keyElsewhere', { field: at, account, region, value: shown(kmsKey) }));
}

export function checkBoundary({ permissionsBoundary, account }: Company, report: Report): void {
  if (permissionsBoundary === undefined) return;
  const isText = typeof permissionsBoundary === 'string';
  const arn = isText ? permissionsBoundary : permissionsBoundary.arn;
  if (!arn.startsWith('arn:')) return; // reported as no ARN
  const owner = arn.split(':')[4];
  if (owner === account || owner === 'aws') return;
  const at = `company.permissionsBoundary${isText ? '' : '.arn'}`;
  report(at, say('boundaryElsewhere', { field: at, account, value: shown(arn) }));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules_creating */
export function checkTags({ tags = {} }: Company, report: Report): void {
  const field = 'company.tags';
  const first = new Map<string, string>();
  for (const key of Object.keys(tags)) {
    const earlier = first.get(key.toLowerCase());
    if (earlier === undefined) first.set(key.toLowerCase(), key);
    else report(field, say('tagKeyInOtherCase', { field, value: shown(key), earlier: shown(earlier) }));
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html */
export function checkAccessLogs({ accessLogs, bucketName }: Company, report: Report): void {
  if (accessLogs !== bucketName) return;
  const at = 'company.accessLogs';
  report(at, say('logsIntoShared', { field: at, value: shown(accessLogs) }));
}
