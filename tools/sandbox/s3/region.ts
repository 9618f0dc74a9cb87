import { AwsError, type ServiceRequest } from '../core/service';
import type { Bucket } from '../core/world';
import type { S3OperationRow } from './operations';

/**
 * A request that was signed for another region than the bucket's is sent there, as AWS does before it looks at
 * permissions; where that is a region which accounts have to enable, it is only turned away.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html
 */
export function checkRegion({ name, region }: Bucket, row: S3OperationRow, request: ServiceRequest): void {
  if (request.caller.kind === 'anonymous' || row.name === 'GetBucketLocation' || request.region === region)
    return;
  if (OPT_IN_REGIONS.has(region)) {
    throw new AwsError(
      'IllegalLocationConstraintException',
      `The ${region} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    );
  }
  throw new AwsError(
    'PermanentRedirect',
    'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
    301,
    {
      fields: { Bucket: name, Endpoint: `${name}.s3.${region}.amazonaws.com` },
      headers: { 'x-amz-bucket-region': region },
    },
  );
}

/** https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html */
const OPT_IN_REGIONS: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'me-west-1',
  'mx-central-1',
]);
