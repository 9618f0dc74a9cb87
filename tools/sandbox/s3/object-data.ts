import type { ObjectStore } from '../core/object-store';
import { AwsError } from '../core/service';
import type { ObjectEncryption } from './object-encryption';

/** What the S3 library answers. */
export interface StoreResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

type StoreMethod = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';

/**
 * The bytes of all objects: fauxqs, an in-memory S3 server (MIT), spoken to in this process without a port.
 *
 * It knows no accounts, policies or versions; everything about who may is decided before it is asked.
 */
export class ObjectData implements ObjectStore {
  /** What each multipart upload was begun for, by its id: the library does not look. */
  readonly uploads = new Map<string, { readonly bucket: string; readonly key: string }>();
  /** With which key a bucket encrypts what is put into it now. @default - S3's own */
  encryptionOfBucket: (bucket: string) => ObjectEncryption | undefined = () => undefined;
  /** Objects that are encrypted with a KMS key, by `BUCKET/KEY`: an object keeps the key that it was written with. */
  private readonly encryptions = new Map<string, ObjectEncryption>();

  private constructor(private readonly server: Awaited<ReturnType<typeof buildStore>>) {}

  static async create(): Promise<ObjectData> {
    return new ObjectData(await buildStore());
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** Passes on one S3 request. `query` and `headers` are the library's, not the client's. */
  async send(
    method: StoreMethod,
    bucket: string,
    key: string,
    options: { query?: Record<string, string>; headers?: Record<string, string>; body?: Buffer } = {},
  ): Promise<StoreResponse> {
    const path = key === '' ? '' : `/${encodeURIComponent(storedKey(key))}`;
    const query = new URLSearchParams(options.query).toString();
    const response = await this.server.inject({
      method,
      url: `/${bucket}${path}${query === '' ? '' : `?${query}`}`,
      headers: { host: 'localhost', ...options.headers, 'content-type': STORED_TYPE },
      ...(options.body === undefined ? {} : { payload: options.body }),
    });
    if (response.statusCode === 413) {
      throw new AwsError(
        'EntityTooLarge',
        'Your proposed upload exceeds the maximum allowed object size: the sandbox takes 11 MiB at a time, use multipart.',
      );
    }
    if (response.statusCode < 300 && key !== '') this.noteEncryption(method, bucket, key, options.query);
    const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const);
    return { status: response.statusCode, headers: Object.fromEntries(headers), body: response.rawPayload };
  }

  /** Undefined: S3's own keys. */
  encryptionOf(bucket: string, key: string): ObjectEncryption | undefined {
    return this.encryptions.get(`${bucket}/${key}`);
  }

  private noteEncryption(
    method: StoreMethod,
    bucket: string,
    key: string,
    query: Readonly<Record<string, string>> = {},
  ): void {
    const isPart = 'uploadId' in query || 'uploads' in query;
    const writes = (method === 'PUT' && !isPart) || (method === 'POST' && 'uploadId' in query);
    if (!writes && (method !== 'DELETE' || isPart)) return;
    const encryption = writes ? this.encryptionOfBucket(bucket) : undefined;
    if (encryption === undefined) this.encryptions.delete(`${bucket}/${key}`);
    else this.encryptions.set(`${bucket}/${key}`, encryption);
  }

  async createBucket(bucket: string): Promise<void> {
    await this.send('PUT', bucket, '');
  }

  async deleteBucket(bucket: string): Promise<void> {
    const { status } = await this.send('DELETE', bucket, '');
    if (status === 409)
      throw new AwsError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409);
  }

  async get(bucket: string, key: string): Promise<Buffer | undefined> {
    const { status, body } = await this.send('GET', bucket, key);
    return status === 200 ? body : undefined;
  }

  async put(bucket: string, key: string, body: Buffer, contentType = 'binary/octet-stream'): Promise<void> {
    await this.send('PUT', bucket, key, { body, headers: storedHeaders({ 'content-type': contentType }) });
  }

  async delete(bucket: string, key: string): Promise<void> {
    await this.send('DELETE', bucket, key);
  }

  async list(bucket: string, prefix = ''): Promise<string[]> {
    return (await this.describe(bucket, prefix)).map(({ key }) => key);
  }

  /** Everything under a prefix, in S3's order: by the bytes of the UTF-8 key. */
  async describe(bucket: string, prefix = ''): Promise<StoredObject[]> {
    const query = {
      'list-type': '2',
      'max-keys': String(Number.MAX_SAFE_INTEGER),
      prefix: storedKey(prefix),
    };
    const { body } = await this.send('GET', bucket, '', { query });
    return readListing(body.toString('utf8')).sort((a, b) =>
      Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)),
    );
  }
}

/**
 * The key as the library has it: one letter before it, and its slashes encoded on the way. Otherwise a key such as
 * `../other-bucket/key` would be resolved like a path, and lead out of the bucket that the caller was authorized for.
 */
export const storedKey = (key: string): string => `k${key}`;

export interface StoredObject {
  readonly key: string;
  readonly size: string;
  /** With quotes. */
  readonly etag: string;
  readonly lastModified: string;
}

/**
 * Headers that belong to an object, in the form in which the library keeps them: as user metadata, since it knows
 * only Content-Type by itself and reads some content types as calls of other services.
 */
export function storedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const stored: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (OBJECT_HEADERS.has(name)) stored[`${SYSTEM_PREFIX}${name}`] = value;
    if (name.startsWith('x-amz-meta-')) stored[name] = value;
  }
  return stored;
}

/** The library's answer with the object's own headers put back in place. */
export function restoredHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const restored: Record<string, string> = { 'accept-ranges': 'bytes' };
  for (const [name, value] of Object.entries(headers)) {
    if (PASSED_ON.has(name) || name.startsWith('x-amz-meta-')) restored[name] = value;
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith(SYSTEM_PREFIX)) continue;
    delete restored[name];
    restored[name.slice(SYSTEM_PREFIX.length)] = value;
  }
  return restored;
}

const STORED_TYPE = 'application/octet-stream';
const SYSTEM_PREFIX = 'x-amz-meta-sandbox-system-';
const OBJECT_HEADERS = new Set([
  'content-type',
  'content-encoding',
  'content-language',
  'content-disposition',
  'cache-control',
  'expires',
]);
const PASSED_ON = new Set(['content-type', 'content-length', 'content-range', 'etag', 'last-modified']);

async function buildStore() {
  const { buildApp } = await import('fauxqs');
  const app = buildApp({ logger: false });
  await app.ready();
  return app;
}

/** Reads the library's own listing, whose shape is known, without asking an XML parser to guess types. */
function readListing(xml: string): StoredObject[] {
  const contents = xml.matchAll(
    /<Contents><Key>([\s\S]*?)<\/Key><Size>(\d+)<\/Size><ETag>([\s\S]*?)<\/ETag><LastModified>([^<]*)<\/LastModified>/g,
  );
  return [...contents].map(([, key = '', size = '', etag = '', lastModified = '']) => ({
    key: unescapeXml(key).slice(1),
    size,
    etag: unescapeXml(etag),
    lastModified,
  }));
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};
const unescapeXml = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
