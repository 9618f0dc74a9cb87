import { XMLParser } from 'fast-xml-parser';
import { isRecord } from '../../core/json';
import type { ServiceClient } from '../../resource-type/service-client';
import { children, childText } from '../../s3/xml';

/** S3 as a function's SDK has it: every call is decided by the policies of the function's role. */
export class FunctionStorage {
  constructor(private readonly aws: ServiceClient) {}

  /** Every key under a prefix, in order. */
  async list(bucket: string, prefix = ''): Promise<string[]> {
    const keys: string[] = [];
    for (let after = ''; ; after = keys.at(-1) ?? '') {
      const query = new URLSearchParams({ 'list-type': '2', prefix, 'start-after': after });
      const { body } = await this.aws.send('s3', { method: 'GET', path: `/${bucket}`, query });
      const answer: unknown = parser.parse(String(body));
      const result = isRecord(answer) && isRecord(answer.ListBucketResult) ? answer.ListBucketResult : {};
      keys.push(...children(result.Contents).flatMap((one) => childText(one, 'Key') ?? []));
      if (childText(result, 'IsTruncated') !== 'true') return keys;
    }
  }

  async get(bucket: string, key: string): Promise<Buffer> {
    const { body } = await this.aws.send('s3', { method: 'GET', path: pathOf(bucket, key) });
    return typeof body === 'string' ? Buffer.from(body) : Buffer.concat([body].flat());
  }

  async put(bucket: string, key: string, body: Buffer, contentType?: string): Promise<void> {
    const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType };
    await this.aws.send('s3', { method: 'PUT', path: pathOf(bucket, key), headers, body });
  }

  async delete(bucket: string, key: string): Promise<void> {
    await this.aws.send('s3', { method: 'DELETE', path: pathOf(bucket, key) });
  }

  /** An empty answer where it has none. */
  async tagsOf(bucket: string): Promise<ReadonlyMap<string, string>> {
    const query = new URLSearchParams({ tagging: '' });
    const { body } = await this.aws.send('s3', { method: 'GET', path: `/${bucket}`, query });
    const answer: unknown = parser.parse(String(body));
    const tagging = isRecord(answer) && isRecord(answer.Tagging) ? answer.Tagging.TagSet : undefined;
    const tags = isRecord(tagging) ? children(tagging.Tag) : [];
    return new Map(tags.map((tag) => [childText(tag, 'Key') ?? '', childText(tag, 'Value') ?? '']));
  }
}

const parser = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: true });

const pathOf = (bucket: string, key: string): string =>
  `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
