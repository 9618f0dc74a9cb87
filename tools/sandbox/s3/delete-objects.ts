import { AwsError, type ServiceResponse } from '../core/service';
import { checkDigests } from './checksum';
import type { S3Call } from './s3-call';
import { s3Permission } from './s3-permission';
import { setTags } from './tagging';
import { children, childText, malformedXml, parseXml, xmlResponse, type XmlValue } from './xml';

/**
 * Deletes many keys at once; each is asked about and answered on its own.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
 */
export async function deleteObjects(call: S3Call): Promise<ServiceResponse> {
  const { request } = call;
  await checkDigests(request.body, request.headers);
  const wanted = parseXml(request.body, 'Delete');
  const objects = children(wanted.Object);
  if (objects.length === 0 || objects.length > 1000) throw malformedXml();
  const deleted: XmlValue[] = [];
  const errors: XmlValue[] = [];
  for (const object of objects) {
    const key = childText(object, 'Key') ?? '';
    const error = deleteOne(call, key, childText(object, 'VersionId'));
    if (error === undefined) deleted.push({ Key: key });
    else errors.push({ Key: key, Code: error.code, Message: error.message });
  }
  return xmlResponse('DeleteResult', {
    ...(childText(wanted, 'Quiet') === 'true' ? {} : { Deleted: deleted }),
    Error: errors,
  });
}

function deleteOne(call: S3Call, key: string, version: string | undefined): AwsError | undefined {
  const { access, bucket, data, request } = call;
  const isNamed = version !== undefined && version !== 'null';
  const permission = s3Permission(isNamed ? 'DeleteObjectVersion' : 'DeleteObject', bucket, key, request);
  const denied = access.denialOf(permission);
  if (denied !== undefined) return denied;
  if (isNamed) return new AwsError('NoSuchVersion', 'The specified version does not exist.', 404);
  data.remove(bucket.name, key);
  setTags({ bucket, key }, {});
  return undefined;
}
