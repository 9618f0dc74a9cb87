import { AwsError, notModelled, type ServiceResponse } from '../core/service';
import { unframe } from '../wire/aws-chunked';
import { checkDigests } from './checksum';
import { storedHeaders } from './object-data';
import { encryptionOfBucket, requireKeyUse } from './object-encryption';
import type { S3Handler, S3Call } from './s3-call';
import { refuseUnmodelled, withoutFraming } from './upload-headers';
import { children, childText, parseXml, xmlResponse } from './xml';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html */
export const multipartHandlers: Readonly<Record<string, S3Handler>> = {
  CreateMultipartUpload: create,
  UploadPart: uploadPart,
  CompleteMultipartUpload: complete,
  AbortMultipartUpload: abort,
};

async function create(call: S3Call): Promise<ServiceResponse> {
  const { request, bucket, key, data } = call;
  refuseUnmodelled(request.headers);
  // To put the parts together S3 reads them: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
  const uses = ['GenerateDataKey', 'Decrypt'] as const;
  requireKeyUse(uses, encryptionOfBucket(bucket), { ...call, callerAccount: request.account });
  if (request.headers['x-amz-tagging'] !== undefined)
    throw notModelled("S3's CreateMultipartUpload with tags");
  const headers = storedHeaders(withoutFraming(request.headers));
  const { body } = await data.send('POST', bucket.name, key, {
    query: { uploads: '' },
    headers,
    body: Buffer.alloc(0),
  });
  const uploadId = /<UploadId>([^<]+)<\/UploadId>/.exec(body.toString('utf8'))?.[1];
  if (uploadId === undefined) throw new Error('the S3 library began an upload without an id');
  data.uploads.set(uploadId, { bucket: bucket.name, key });
  return xmlResponse('InitiateMultipartUploadResult', { Bucket: bucket.name, Key: key, UploadId: uploadId });
}

async function uploadPart(call: S3Call): Promise<ServiceResponse> {
  const { request, bucket, key, data } = call;
  const uploadId = uploadIdOf(call);
  const partNumber = request.query.get('partNumber') ?? '';
  if (!/^\d{1,5}$/.test(partNumber) || Number(partNumber) < 1 || Number(partNumber) > 10_000) {
    throw new AwsError('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
  }
  const { body, trailers } = unframe(request.body, request.headers);
  await checkDigests(body, request.headers, trailers);
  const { status, headers } = await data.send('PUT', bucket.name, key, {
    query: { uploadId, partNumber },
    body,
  });
  return { status, headers: { etag: headers.etag ?? '' }, body: '' };
}

async function complete(call: S3Call): Promise<ServiceResponse> {
  const { request, bucket, key, data } = call;
  const uploadId = uploadIdOf(call);
  const parts = children(parseXml(request.body, 'CompleteMultipartUpload').Part);
  // Written anew: the library reads only this order of elements.
  const listed = parts.map(
    (part) =>
      `<Part><PartNumber>${childText(part, 'PartNumber')}</PartNumber><ETag>${childText(part, 'ETag')}</ETag></Part>`,
  );
  const body = Buffer.from(`<CompleteMultipartUpload>${listed.join('')}</CompleteMultipartUpload>`);
  const answer = await data.send('POST', bucket.name, key, { query: { uploadId }, body });
  if (answer.status !== 200) {
    return { status: answer.status, headers: { 'content-type': 'application/xml' }, body: answer.body };
  }
  data.uploads.delete(uploadId);
  const etag = /<ETag>([^<]*)<\/ETag>/.exec(answer.body.toString('utf8'))?.[1] ?? '';
  return xmlResponse('CompleteMultipartUploadResult', {
    Location: `http://${request.headers.host}/${bucket.name}/${key}`,
    Bucket: bucket.name,
    Key: key,
    ETag: etag.replaceAll('&quot;', '"'),
  });
}

async function abort(call: S3Call): Promise<ServiceResponse> {
  const uploadId = uploadIdOf(call);
  await call.data.send('DELETE', call.bucket.name, call.key, { query: { uploadId } });
  call.data.uploads.delete(uploadId);
  return { status: 204, body: '' };
}

/** An upload belongs to the bucket and key that it was begun for; the permission was asked for those. */
function uploadIdOf({ request, bucket, key, data }: S3Call): string {
  const uploadId = request.query.get('uploadId') ?? '';
  const upload = data.uploads.get(uploadId);
  if (upload?.bucket === bucket.name && upload.key === key) return uploadId;
  throw new AwsError(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    404,
  );
}
