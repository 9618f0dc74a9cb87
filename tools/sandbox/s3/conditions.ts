import { AwsError, notModelled } from '../core/service';
import type { StoredObject } from './object-data';
import type { S3Call } from './s3-call';

/**
 * The condition of a read that an object does not meet: `If-None-Match`. The order is RFC 9110's, 13.2.2: where there are
 * ETags, dates do not count.
 *
 * - https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-reads.html
 * - https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 *
 * @param prefix `x-amz-copy-source-` for the source of a copy
 */
export function failedCondition(
  headers: Readonly<Record<string, string>>,
  { etag, lastModified }: StoredObject,
  prefix = '',
): string | undefined {
  const wanted = headers[`${prefix}if-match`];
  const unwanted = headers[`${prefix}if-none-match`];
  const changedAfter = (header: string): boolean | undefined => {
    const time = Date.parse(headers[`${prefix}${header}`] ?? '');
    // A date that cannot be read is no condition; headers know seconds only.
    return Number.isNaN(time) ? undefined : Math.floor(lastModified.getTime() / 1000) * 1000 > time;
  };
  if (wanted === undefined ? changedAfter('if-unmodified-since') === true : !names(wanted, etag))
    return `${prefix}${wanted === undefined ? 'If-Unmodified-Since' : 'If-Match'}`;
  if (unwanted === undefined ? changedAfter('if-modified-since') === false : names(unwanted, etag))
    return `${prefix}${unwanted === undefined ? 'If-Modified-Since' : 'If-None-Match'}`;
  return undefined;
}

/**
 * Lets an object be written only over what its writer knows, or only where there is nothing.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function checkWriteConditions(call: S3Call): void {
  const {
    request: { headers },
    bucket,
    key,
    data,
  } = call;
  const existing = data.find(bucket.name, key);
  const unwanted = headers['if-none-match'];
  if (unwanted !== undefined && unwanted !== '*')
    throw notModelled("S3's writes with an ETag in If-None-Match");
  if (unwanted === '*' && existing !== undefined) throw preconditionFailed('If-None-Match');
  checkIfMatch(call);
}

/** What is to be replaced or deleted must be there: where it is not, S3 answers 404, whatever its pages say. */
export function checkIfMatch({ request: { headers }, bucket, key, data }: S3Call): void {
  const existing = data.find(bucket.name, key);
  const wanted = headers['if-match'];
  if (wanted === undefined) return;
  if (existing === undefined) throw noSuchKey(key);
  if (!names(wanted, existing.etag)) throw preconditionFailed('If-Match');
}

export function preconditionFailed(condition: string): AwsError {
  return new AwsError(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    412,
    { fields: { Condition: condition } },
  );
}

export const noSuchKey = (key: string): AwsError =>
  new AwsError('NoSuchKey', 'The specified key does not exist.', 404, { fields: { Key: key } });

/** `*`, or a list with the ETag in it, with quotes or without. */
const names = (header: string, etag: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => sameEtag(one, etag));

export const sameEtag = (left: string, right: string): boolean => bare(left) === bare(right);
const bare = (etag: string): string => etag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1');
