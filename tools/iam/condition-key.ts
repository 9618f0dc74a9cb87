import { lowerAscii } from './glob';

/**
 * A condition key as this library compares it: in lower case, because AWS does not regard its case. Only ASCII letters are
 * lowered, so that no exotic letter turns into one; and the tag's key of S3's object tags stays, which differ by case.
 *
 * - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * - https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html
 */
export function conditionKey(name: string): string {
  const slash = name.indexOf('/');
  if (slash < 0) return lowerAscii(name);
  const front = lowerAscii(name.slice(0, slash));
  const tag = name.slice(slash);
  return front + (CASE_COUNTS.has(front) ? tag : lowerAscii(tag));
}

const CASE_COUNTS = new Set(['s3:existingobjecttag', 's3:requestobjecttag']);

/**
 * Keys that can have several values in one request: a plain operator does not say what is meant then.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function hasSeveralValues(key: string): boolean {
  return SEVERAL_VALUES.has(key) || /^saml:(cn|edu.+)$/.test(key);
}

const SEVERAL_VALUES = new Set([
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:tagkeys',
  'iam:accountpropertynamespaces',
  'kms:encryptioncontextkeys',
  'kms:grantoperations',
  'kms:resourcealiases',
  's3:inventoryaccessibleoptionalfields',
  's3:requestobjecttagkeys',
  'sts:identitytokenaudience',
  'sts:requestcontextproviders',
  'sts:transitivetagkeys',
]);
