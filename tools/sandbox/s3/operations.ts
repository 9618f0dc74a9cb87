/**
 * S3's operations: how each is told from the request, and the permission that it needs. Those that the sandbox cannot
 * carry out are here too, so that a caller who may not is denied before anybody says "not modelled".
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export interface S3OperationRow {
  readonly name: string;
  readonly level: 'service' | 'bucket' | 'object';
  readonly method: string;
  /** The query parameter that tells this operation; '' for the plain ones. */
  readonly marker: string;
  /** Without `s3:`. */
  readonly action: string;
  /** The action when a `versionId` is given. */
  readonly versionAction?: string;
}

const S3_OPERATIONS: readonly S3OperationRow[] = [
  row('service', 'GET', '', 'ListBuckets', 'ListAllMyBuckets'),

  row('bucket', 'GET', '', 'ListObjects', 'ListBucket'),
  row('bucket', 'HEAD', '', 'HeadBucket', 'ListBucket'),
  row('bucket', 'PUT', '', 'CreateBucket', 'CreateBucket'),
  row('bucket', 'DELETE', '', 'DeleteBucket', 'DeleteBucket'),
  row('bucket', 'GET', 'versions', 'ListObjectVersions', 'ListBucketVersions'),
  row('bucket', 'GET', 'uploads', 'ListMultipartUploads', 'ListBucketMultipartUploads'),
  row('bucket', 'GET', 'location', 'GetBucketLocation', 'GetBucketLocation'),
  row('bucket', 'GET', 'policy', 'GetBucketPolicy', 'GetBucketPolicy'),
  row('bucket', 'PUT', 'policy', 'PutBucketPolicy', 'PutBucketPolicy'),
  row('bucket', 'DELETE', 'policy', 'DeleteBucketPolicy', 'DeleteBucketPolicy'),
  row('bucket', 'GET', 'policyStatus', 'GetBucketPolicyStatus', 'GetBucketPolicyStatus'),
  row('bucket', 'GET', 'publicAccessBlock', 'GetPublicAccessBlock', 'GetBucketPublicAccessBlock'),
  row('bucket', 'PUT', 'publicAccessBlock', 'PutPublicAccessBlock', 'PutBucketPublicAccessBlock'),
  row('bucket', 'DELETE', 'publicAccessBlock', 'DeletePublicAccessBlock', 'PutBucketPublicAccessBlock'),
  row('bucket', 'GET', 'versioning', 'GetBucketVersioning', 'GetBucketVersioning'),
  row('bucket', 'PUT', 'versioning', 'PutBucketVersioning', 'PutBucketVersioning'),
  row('bucket', 'GET', 'encryption', 'GetBucketEncryption', 'GetEncryptionConfiguration'),
  row('bucket', 'PUT', 'encryption', 'PutBucketEncryption', 'PutEncryptionConfiguration'),
  row('bucket', 'DELETE', 'encryption', 'DeleteBucketEncryption', 'PutEncryptionConfiguration'),
  row('bucket', 'GET', 'ownershipControls', 'GetBucketOwnershipControls', 'GetBucketOwnershipControls'),
  row('bucket', 'PUT', 'ownershipControls', 'PutBucketOwnershipControls', 'PutBucketOwnershipControls'),
  row('bucket', 'DELETE', 'ownershipControls', 'DeleteBucketOwnershipControls', 'PutBucketOwnershipControls'),
  row('bucket', 'GET', 'acl', 'GetBucketAcl', 'GetBucketAcl'),
  row('bucket', 'PUT', 'acl', 'PutBucketAcl', 'PutBucketAcl'),
  row('bucket', 'GET', 'tagging', 'GetBucketTagging', 'GetBucketTagging'),
  row('bucket', 'PUT', 'tagging', 'PutBucketTagging', 'PutBucketTagging'),
  row('bucket', 'DELETE', 'tagging', 'DeleteBucketTagging', 'PutBucketTagging'),
  row('bucket', 'GET', 'cors', 'GetBucketCors', 'GetBucketCORS'),
  row('bucket', 'PUT', 'cors', 'PutBucketCors', 'PutBucketCORS'),
  row('bucket', 'GET', 'website', 'GetBucketWebsite', 'GetBucketWebsite'),
  row('bucket', 'PUT', 'website', 'PutBucketWebsite', 'PutBucketWebsite'),
  row('bucket', 'GET', 'lifecycle', 'GetBucketLifecycleConfiguration', 'GetLifecycleConfiguration'),
  row('bucket', 'PUT', 'lifecycle', 'PutBucketLifecycleConfiguration', 'PutLifecycleConfiguration'),
  row('bucket', 'DELETE', 'lifecycle', 'DeleteBucketLifecycle', 'PutLifecycleConfiguration'),
  row('bucket', 'GET', 'logging', 'GetBucketLogging', 'GetBucketLogging'),
  row('bucket', 'PUT', 'logging', 'PutBucketLogging', 'PutBucketLogging'),
  row('bucket', 'GET', 'notification', 'GetBucketNotificationConfiguration', 'GetBucketNotification'),
  row('bucket', 'PUT', 'notification', 'PutBucketNotificationConfiguration', 'PutBucketNotification'),
  row('bucket', 'GET', 'replication', 'GetBucketReplication', 'GetReplicationConfiguration'),
  row('bucket', 'PUT', 'replication', 'PutBucketReplication', 'PutReplicationConfiguration'),
  row('bucket', 'GET', 'inventory', 'ListBucketInventoryConfigurations', 'GetInventoryConfiguration'),
  row('bucket', 'GET', 'analytics', 'ListBucketAnalyticsConfigurations', 'GetAnalyticsConfiguration'),
  row(
    'bucket',
    'GET',
    'intelligent-tiering',
    'ListBucketIntelligentTieringConfigurations',
    'GetIntelligentTieringConfiguration',
  ),
  row('bucket', 'GET', 'requestPayment', 'GetBucketRequestPayment', 'GetBucketRequestPayment'),
  row('bucket', 'GET', 'accelerate', 'GetBucketAccelerateConfiguration', 'GetAccelerateConfiguration'),
  row('bucket', 'GET', 'object-lock', 'GetObjectLockConfiguration', 'GetBucketObjectLockConfiguration'),
  // each key is asked about on its own, in the operation itself
  row('bucket', 'POST', 'delete', 'DeleteObjects', 'DeleteObject'),

  row('object', 'GET', '', 'GetObject', 'GetObject', 'GetObjectVersion'),
  row('object', 'HEAD', '', 'HeadObject', 'GetObject', 'GetObjectVersion'),
  row('object', 'PUT', '', 'PutObject', 'PutObject'),
  row('object', 'DELETE', '', 'DeleteObject', 'DeleteObject', 'DeleteObjectVersion'),
  row('object', 'GET', 'acl', 'GetObjectAcl', 'GetObjectAcl', 'GetObjectVersionAcl'),
  row('object', 'PUT', 'acl', 'PutObjectAcl', 'PutObjectAcl', 'PutObjectVersionAcl'),
  row('object', 'GET', 'tagging', 'GetObjectTagging', 'GetObjectTagging', 'GetObjectVersionTagging'),
  row('object', 'PUT', 'tagging', 'PutObjectTagging', 'PutObjectTagging', 'PutObjectVersionTagging'),
  row(
    'object',
    'DELETE',
    'tagging',
    'DeleteObjectTagging',
    'DeleteObjectTagging',
    'DeleteObjectVersionTagging',
  ),
  row(
    'object',
    'GET',
    'attributes',
    'GetObjectAttributes',
    'GetObjectAttributes',
    'GetObjectVersionAttributes',
  ),
  row('object', 'GET', 'retention', 'GetObjectRetention', 'GetObjectRetention'),
  row('object', 'PUT', 'retention', 'PutObjectRetention', 'PutObjectRetention'),
  row('object', 'GET', 'legal-hold', 'GetObjectLegalHold', 'GetObjectLegalHold'),
  row('object', 'PUT', 'legal-hold', 'PutObjectLegalHold', 'PutObjectLegalHold'),
  row('object', 'POST', 'restore', 'RestoreObject', 'RestoreObject'),
  row('object', 'POST', 'select', 'SelectObjectContent', 'GetObject'),
  row('object', 'POST', 'uploads', 'CreateMultipartUpload', 'PutObject'),
  row('object', 'PUT', 'uploadId', 'UploadPart', 'PutObject'),
  row('object', 'POST', 'uploadId', 'CompleteMultipartUpload', 'PutObject'),
  row('object', 'DELETE', 'uploadId', 'AbortMultipartUpload', 'AbortMultipartUpload'),
  row('object', 'GET', 'uploadId', 'ListParts', 'ListMultipartUploadParts'),
];

/** Query parameters that choose nothing: filters, overrides of response headers, and what SDKs and presigning add. */
const PLAIN_PARAMETERS = new Set([
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'marker',
  'start-after',
  'continuation-token',
  'encoding-type',
  'fetch-owner',
  'key-marker',
  'version-id-marker',
  'max-buckets',
  'bucket-region',
  'versionId',
  'partNumber',
  'response-content-type',
  'response-content-language',
  'response-expires',
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'x-id',
]);

/** The row of a request, or the name of what the sandbox has never heard of. */
export function findOperation(
  level: S3OperationRow['level'],
  method: string,
  parameters: Iterable<string>,
): S3OperationRow | string {
  const markers = [...parameters].filter(
    (name) => !PLAIN_PARAMETERS.has(name) && !name.toLowerCase().startsWith('x-amz-'),
  );
  const [marker = '', ...more] = markers;
  if (more.length > 0) return `${method} ?${markers.join('&')}`;
  const found = S3_OPERATIONS.find(
    (row) => row.level === level && row.method === method && row.marker === marker,
  );
  return (
    found ??
    `${method} on a${level === 'object' ? 'n' : ''} ${level}${marker === '' ? '' : ` with ?${marker}`}`
  );
}

function row(
  level: S3OperationRow['level'],
  method: string,
  marker: string,
  name: string,
  action: string,
  versionAction?: string,
): S3OperationRow {
  return { level, method, marker, name, action, ...(versionAction === undefined ? {} : { versionAction }) };
}
