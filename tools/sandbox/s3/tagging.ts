import { isRecord } from '../core/json';
import type { ServiceResponse } from '../core/service';
import type { S3Call } from './s3-call';
import { children, childText, parseXml, xmlResponse } from './xml';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tagging.html */
export function readTags(body: Buffer): Record<string, string> {
  const { TagSet } = parseXml(body, 'Tagging');
  const tags = isRecord(TagSet) ? children(TagSet.Tag) : [];
  return Object.fromEntries(tags.map((tag) => [childText(tag, 'Key') ?? '', childText(tag, 'Value') ?? '']));
}

export function tagsResponse(tags: Readonly<Record<string, string>>): ServiceResponse {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return xmlResponse('Tagging', { TagSet: list.length === 0 ? '' : { Tag: list } });
}

/** `x-amz-tagging`: `a=1&b=2`. */
export function tagsOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(headers['x-amz-tagging'] ?? ''));
}

export function setTags({ bucket, key }: Pick<S3Call, 'bucket' | 'key'>, tags: Record<string, string>): void {
  if (Object.keys(tags).length === 0) bucket.objectTags?.delete(key);
  else (bucket.objectTags ??= new Map<string, Record<string, string>>()).set(key, tags);
}
