import { isRecord } from '../core/json';
import type { ServiceResponse } from '../core/service';
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
