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
      report(
        at,
        `${at} must be left out where the stack makes the bucket, got ${shown(vendor.bucketName)} (it makes one; set company.bucket to 'existing' to share several that are there)`,
      );
    }
    return;
  }
  const because = 'the stack makes the role and its policy, and leaves a bucket that is there as it is';
  if (company.seedObjects.length > 0) {
    report(
      'company.seedObjects',
      `company.seedObjects must be [] where company.bucket is 'existing', got ${company.seedObjects.length} (${because})`,
    );
  }
  const refused = {
    whenStackIsDeleted: company.whenStackIsDeleted,
    accessLogs: company.accessLogs,
    ...(company.kmsKey === 'make' && { kmsKey: company.kmsKey }),
  };
  for (const [name, value] of Object.entries(refused)) {
    if (value === undefined) continue;
    const next = name === 'kmsKey' ? `; give the ARN of the bucket's key` : '';
    report(
      `company.${name}`,
      `company.${name} must be left out where company.bucket is 'existing', got ${shown(value)} (${because}${next})`,
    );
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
export function checkKey({ kmsKey, account, region }: Company, report: Report): void {
  if (kmsKey === undefined || kmsKey === 'make') return;
  const [, , , ofRegion, ofAccount] = kmsKey.split(':');
  if (ofRegion === region && ofAccount === account) return;
  report(
    'company.kmsKey',
    `company.kmsKey must be in account ${account} and region ${region}, got ${shown(kmsKey)} (S3 takes a key of the bucket's region; one of another account has a policy that is not the company's)`,
  );
}

export function checkBoundary({ permissionsBoundary, account }: Company, report: Report): void {
  if (permissionsBoundary === undefined) return;
  const isText = typeof permissionsBoundary === 'string';
  const arn = isText ? permissionsBoundary : permissionsBoundary.arn;
  const owner = arn.split(':')[4];
  if (owner === account || owner === 'aws') return;
  const at = `company.permissionsBoundary${isText ? '' : '.arn'}`;
  report(
    at,
    `${at} must be a policy of account ${account} or AWS's own, got ${shown(arn)} (IAM takes no other account's as a boundary)`,
  );
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html */
export function checkAccessLogs({ accessLogs, bucketName }: Company, report: Report): void {
  if (accessLogs !== bucketName) return;
  report(
    'company.accessLogs',
    `company.accessLogs must be another bucket than the shared one, got ${shown(accessLogs)} (the vendor could read the logs, and each log would be logged)`,
  );
}
