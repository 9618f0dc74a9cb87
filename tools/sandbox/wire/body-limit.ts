import { AwsError, type Protocol } from '../core/service';

/**
 * What is read of a body before a signature over it can be checked, and at most for any operation that is no upload. AWS
 * documents no number; CloudFormation answers 413 to a template of some hundred kilobytes
 * (https://github.com/aws/aws-cli/issues/2378), and S3 takes two megabytes of keys to delete
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html).
 */
export const SMALL_BODY = 2 * 1024 * 1024;

/** The same of somebody who has not said who they are, and to whom the operation is open. */
export const ANONYMOUS_BODY = 64 * 1024;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export function bodyTooLarge(limit: number, protocol: Protocol): AwsError {
  if (protocol === 's3') {
    return limit > SMALL_BODY
      ? new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
          fields: { MaxSizeAllowed: String(limit) },
        })
      : new AwsError('MaxMessageLengthExceeded', 'Your request was too big.', 400, {
          fields: { MaxMessageLengthBytes: String(limit) },
        });
  }
  const code = protocol === 'query' ? 'RequestEntityTooLarge' : 'RequestEntityTooLargeException';
  return new AwsError(code, `The request must not have more than ${limit} bytes.`, 413);
}
