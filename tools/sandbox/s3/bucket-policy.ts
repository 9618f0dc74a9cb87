import { isRecord } from '../core/json';
import { parseJson } from '../../iam/json';
import { parsePolicy } from '../access/parse-policy';
import type { Policy } from '../../iam/policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import { missingPrincipal } from '../access/policy-principals';
import { AwsError } from '../core/service';
import type { Bucket, World } from '../core/world';

/**
 * A bucket policy as S3 would store it: about this bucket, and naming only principals that exist. What `tools/iam` does
 * not model is rejected before it is in force: afterwards nobody could take it away again.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 *
 * @throws AwsError MalformedPolicy
 */
export function readBucketPolicy(body: Buffer, bucket: Bucket, world: World): unknown {
  const document = readJson(body);
  const policy = understood(document, bucket);
  if (missingPrincipal(policy, world) !== undefined) throw malformed('Invalid principal in policy');
  const elsewhere = policy.statements
    .flatMap(({ resource }) => resource?.patterns ?? [])
    .find((pattern) => !isIn(bucket, pattern));
  if (elsewhere !== undefined) throw malformed('Policy has invalid resource');
  return document;
}

function readJson(body: Buffer): unknown {
  try {
    const document = parseJson(body.toString('utf8'));
    if (isRecord(document)) return document;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw malformed("Policies must be valid JSON and the first byte must be '{'");
}

function understood(document: unknown, bucket: Bucket): Policy {
  try {
    return parsePolicy(document, 'resource', `bucket policy of ${bucket.name}`);
  } catch (error) {
    if (error instanceof UnsupportedPolicyError) throw malformed(error.message);
    throw error;
  }
}

function isIn(bucket: Bucket, pattern: string): boolean {
  const arn = `arn:aws:s3:::${bucket.name}`;
  return pattern === '*' || pattern === arn || pattern.startsWith(`${arn}/`) || pattern === `${arn}*`;
}

const malformed = (message: string): AwsError => new AwsError('MalformedPolicy', message);
