import { randomBytes } from 'node:crypto';
import { AwsError, notModelled, type ServiceResponse } from '../core/service';
import { unframe } from '../wire/aws-chunked';
import { checkDigests } from './checksum';
import { checkWriteConditions, sameEtag } from './conditions';
import { bytesToCopy, copySource } from './copy-object';
import { etagOf, type Part, type Upload } from './object-data';
import { encryptionOfBucket, requireKeyUse } from './object-encryption';
import { readPartNumber } from './range';
import type { S3Call, S3Handler } from './s3-call';
import { storageClassOf } from './storage-class';
import { setTags } from './tagging';
import { objectHeaders, rejectUnmodelled } from './upload-headers';
import { children, childText, malformedXml, parseXml, xmlResponse } from './xml';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html */
export const multipartHandlers: Readonly<Record<string, S3Handler>> = {
  CreateMultipartUpload: create,
  UploadPart: uploadPart,
  CompleteMultipartUpload: complete,
  AbortMultipartUpload: (call) => {
    call.data.uploads.delete(uploadOf(call).id);
    return { status: 204, body: '' };
  },
};

function create(call: S3Call): ServiceResponse {
  const { request, bucket, key, data } = call;
  rejectUnmodelled(request.headers);
  // To put the parts together S3 reads them: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
  const uses = ['GenerateDataKey', 'Decrypt'] as const;
  requireKeyUse(uses, encryptionOfBucket(bucket), { ...call, callerAccount: request.account });
  if (request.headers['x-amz-tagging'] !== undefined)
    throw notModelled("S3's CreateMultipartUpload with tags");
  const uploadId = randomBytes(32).toString('hex');
  data.uploads.set(uploadId, {
    bucket: bucket.name,
    key,
    headers: objectHeaders(request.headers),
    storageClass: storageClassOf(request.headers),
    parts: new Map(),
  });
  return xmlResponse('InitiateMultipartUploadResult', { Bucket: bucket.name, Key: key, UploadId: uploadId });
}

async function uploadPart(call: S3Call): Promise<ServiceResponse> {
  const { request } = call;
  const { upload } = uploadOf(call);
  const number = readPartNumber(request.query.get('partNumber') ?? '');
  const source = copySource(request, call.world);
  if (source !== undefined) {
    const body = bytesToCopy(call, source);
    const ETag = etagOf([body]);
    upload.parts.set(number, { body, etag: ETag });
    return xmlResponse('CopyPartResult', { ETag, LastModified: call.world.now().toISOString() });
  }
  const { body, trailers } = unframe(request.body, request.headers);
  await checkDigests(body, request.headers, trailers);
  const etag = etagOf([body]);
  upload.parts.set(number, { body, etag });
  return { status: 200, headers: { etag }, body: '' };
}

/**
 * The ETag of what was uploaded in parts is the MD5 of their MD5s, and how many there were:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html
 */
function complete(call: S3Call): ServiceResponse {
  const { request, bucket, key, data } = call;
  const { id, upload } = uploadOf(call);
  const parts = listedParts(request.body, upload);
  checkWriteConditions(call);
  const digests = parts.map(({ etag }) => Buffer.from(etag.slice(1, -1), 'hex'));
  const { headers, storageClass = 'STANDARD' } = upload;
  const { etag } = data.write(bucket.name, key, {
    body: parts.map(({ body }) => body),
    headers,
    storageClass,
    etag: etagOf(digests).replace(/"$/, `-${parts.length}"`),
    partSizes: parts.map(({ body }) => body.length),
  });
  setTags(call, {});
  data.uploads.delete(id);
  return xmlResponse('CompleteMultipartUploadResult', {
    Location: `http://${request.headers.host}/${bucket.name}/${key}`,
    Bucket: bucket.name,
    Key: key,
    ETag: etag,
  });
}

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 *
 * @throws AwsError `InvalidPart`, `InvalidPartOrder` or `EntityTooSmall`
 */
function listedParts(body: Buffer, { parts }: Upload): Part[] {
  const listed = children(parseXml(body, 'CompleteMultipartUpload').Part).map((part) => ({
    number: Number(childText(part, 'PartNumber') ?? NaN),
    etag: childText(part, 'ETag') ?? '',
  }));
  if (listed.length === 0 || listed.some(({ number }) => Number.isNaN(number))) throw malformedXml();
  if (listed.some(({ number }, index) => number <= (listed[index - 1]?.number ?? 0)))
    throw new AwsError(
      'InvalidPartOrder',
      'The list of parts was not in ascending order. Parts must be ordered by part number.',
    );
  return listed.map(({ number, etag }, index) => {
    const part = parts.get(number);
    const fields = { PartNumber: String(number), ETag: etag };
    if (part === undefined || !sameEtag(part.etag, etag))
      throw new AwsError(
        'InvalidPart',
        "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
        400,
        { fields },
      );
    if (index < listed.length - 1 && part.body.length < SMALLEST_PART)
      throw new AwsError(
        'EntityTooSmall',
        'Your proposed upload is smaller than the minimum allowed size',
        400,
        {
          fields: {
            ...fields,
            ProposedSize: String(part.body.length),
            MinSizeAllowed: String(SMALLEST_PART),
          },
        },
      );
    return part;
  });
}

/** Bytes; the last part may be smaller. */
const SMALLEST_PART = 5 * 1024 * 1024;

/** An upload belongs to the bucket and key that it was begun for; the permission was asked for those. */
function uploadOf({ request, bucket, key, data }: S3Call): { id: string; upload: Upload } {
  const id = request.query.get('uploadId') ?? '';
  const upload = data.uploads.get(id);
  if (upload?.bucket === bucket.name && upload.key === key) return { id, upload };
  throw new AwsError(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    404,
  );
}
