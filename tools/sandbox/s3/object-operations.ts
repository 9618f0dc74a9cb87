import { notModelled, type ServiceResponse } from '../core/service';
import { unframe } from '../wire/aws-chunked';
import { ownerOnlyAcl } from './acl';
import { checkDigests } from './checksum';
import { checkIfMatch, checkWriteConditions } from './conditions';
import { copyObject, copySource } from './copy-object';
import { multipartHandlers } from './multipart';
import { encryptionOfBucket, requireKeyUse } from './object-encryption';
import { checkVersion, existingObject, getObject, headObject } from './read-object';
import type { S3Call, S3Handler } from './s3-call';
import { readTags, setTags, tagsOf, tagsResponse } from './tagging';
import { aclsAreOff, encryptionHeaders, objectHeaders, rejectUnmodelled } from './upload-headers';
import { storageClassOf } from './storage-class';

/** What can be done with one object, by the operation's name. */
export const objectHandlers: Readonly<Record<string, S3Handler>> = {
  GetObject: getObject,
  HeadObject: headObject,
  PutObject: put,
  DeleteObject: remove,
  GetObjectAcl: (call) => {
    existingObject(call);
    return ownerOnlyAcl(call.bucket.account);
  },
  PutObjectAcl: () => {
    throw aclsAreOff();
  },
  GetObjectTagging: (call) => {
    existingObject(call);
    return tagsResponse(call.bucket.objectTags?.get(call.key) ?? {});
  },
  PutObjectTagging: async (call) => {
    existingObject(call);
    await checkDigests(call.request.body, call.request.headers);
    setTags(call, readTags(call.request.body));
    return { status: 200, body: '' };
  },
  DeleteObjectTagging: (call) => {
    existingObject(call);
    setTags(call, {});
    return { status: 204, body: '' };
  },
  ...multipartHandlers,
};

async function put(call: S3Call): Promise<ServiceResponse> {
  const { request, bucket, key, data } = call;
  rejectUnmodelled(request.headers);
  const storageClass = storageClassOf(request.headers);
  const source = copySource(request, call.world);
  if (source !== undefined) return copyObject(call, source, storageClass);
  const { body, trailers } = unframe(request.body, request.headers);
  const checksums = await checkDigests(body, request.headers, trailers);
  checkWriteConditions(call);
  const encryption = encryptionOfBucket(bucket);
  requireKeyUse(['GenerateDataKey'], encryption, { ...call, callerAccount: request.account });
  const headers = objectHeaders(request.headers);
  const { etag } = data.write(bucket.name, key, { body: [body], headers, storageClass, checksums });
  setTags(call, tagsOf(request.headers));
  return { status: 200, headers: { etag, ...checksums, ...encryptionHeaders(encryption) }, body: '' };
}

function remove(call: S3Call): ServiceResponse {
  checkVersion(call);
  checkDeleteCondition(call);
  call.data.remove(call.bucket.name, call.key);
  setTags(call, {});
  return { status: 204, body: '' };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html */
function checkDeleteCondition(call: S3Call): void {
  for (const header of ['x-amz-if-match-last-modified-time', 'x-amz-if-match-size']) {
    if (call.request.headers[header] !== undefined) throw notModelled(`S3's DeleteObject with ${header}`);
  }
  checkIfMatch(call);
}
