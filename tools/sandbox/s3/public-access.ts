import { isRecord } from '../core/json';
import { parseCidr } from '../../iam/cidr';
import type { Caller } from '../../iam/request';
import type { Bucket } from '../core/world';
import { children } from './xml';

/**
 * With RestrictPublicBuckets, a public policy lets in nobody from outside the owner's account.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function anonymousIsRestricted(bucket: Bucket, caller: Caller): boolean {
  if (bucket.publicAccessBlock?.restrictPublicBuckets !== true) return false;
  if (caller.kind === 'anonymous') return true;
  const isOwner = 'account' in caller && caller.account === bucket.account;
  return !isOwner && isPublicPolicy(bucket.policy);
}

/** A policy is public when it allows everyone something, unless a condition holds one of a few keys to fixed values. */
export function isPublicPolicy(policy: unknown): boolean {
  if (!isRecord(policy)) return false;
  return children(policy.Statement).some(
    (statement) =>
      statement.Effect === 'Allow' && isEveryone(statement.Principal) && !isNarrowed(statement.Condition),
  );
}

function isEveryone(principal: unknown): boolean {
  if (principal === '*') return true;
  if (!isRecord(principal)) return false;
  const aws = principal.AWS;
  return aws === '*' || (Array.isArray(aws) && aws.includes('*'));
}

function isNarrowed(condition: unknown): boolean {
  if (!isRecord(condition)) return false;
  return Object.entries(condition).some(
    ([operator, keys]) =>
      /^(String(Equals|Like)|Arn(Equals|Like)|IpAddress)$/.test(operator) &&
      isRecord(keys) &&
      Object.entries(keys).some(
        ([key, values]) =>
          NARROWING_KEYS.has(key.toLowerCase()) &&
          (operator === 'IpAddress'
            ? [values].flat().every(isNarrowRange)
            : !JSON.stringify(values).includes('*')),
      ),
  );
}

/** Broader than /8, or /32 of IPv6, is as good as everybody. The private ranges are none broader than /8. */
function isNarrowRange(value: unknown): boolean {
  const range = typeof value === 'string' ? parseCidr(value) : undefined;
  return range !== undefined && range.prefix >= (range.bits === 32 ? 8 : 32);
}

const NARROWING_KEYS = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);
