import { AwsError, type ServiceRequest } from '../core/service';
import { askedOf } from './asked';

/** What S3 looks at before it looks at who may: sizes, and headers that a client chose for the answer. */
export function checkLimits(key: string, { caller, query }: ServiceRequest): void {
  const size = Buffer.byteLength(key);
  if (size > MAX_KEY_BYTES) {
    throw new AwsError('KeyTooLongError', 'Your key is too long', 400, {
      fields: { Size: String(size), MaxSizeAllowed: String(MAX_KEY_BYTES) },
    });
  }
  for (const [name, value] of query) {
    if (!name.startsWith('response-')) continue;
    if (caller.kind === 'anonymous') {
      const message = 'Request specific response headers cannot be used for anonymous GET requests.';
      throw new AwsError('InvalidRequest', message);
    }
    if (!LATIN_1.test(value)) {
      throw new AwsError('InvalidArgument', 'Header value cannot be represented using ISO-8859-1.', 400, {
        fields: { ArgumentName: name, ArgumentValue: value },
      });
    }
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const MAX_KEY_BYTES = 1024;

/** Without control characters, and as recorded in https://github.com/Coursemology/coursemology2/issues/3206. */
const LATIN_1 = /^[\t\x20-\x7e\xa0-\xff]*$/;

/**
 * How many bytes a request's body may have. S3 documents a number for few operations; the others have a small document, or
 * nothing that anybody reads.
 */
export function bodyLimit(request: ServiceRequest): number {
  const { row } = askedOf(request);
  if (typeof row === 'string' || !['PUT', 'POST'].includes(row.method)) return 0;
  return BODY_LIMITS.get(row.name) ?? 64 * 1024;
}

const BODY_LIMITS: ReadonlyMap<string, number> = new Map([
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
  ['PutObject', 5 * 1024 ** 3],
  ['UploadPart', 5 * 1024 ** 3],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
  ['PutBucketPolicy', 20 * 1024],
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
  ['DeleteObjects', 2 * 1024 ** 2],
  // ten thousand parts with their checksums
  ['CompleteMultipartUpload', 2 * 1024 ** 2],
]);
