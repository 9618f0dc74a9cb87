import { createHash } from 'node:crypto';
import type { ObjectStore } from '../core/object-store';
import { AwsError } from '../core/service';
import { compareKeys, KeyIndex } from './key-index';
import type { ObjectEncryption } from './object-encryption';

/** What an upload brings. Bytes are never copied: a body is the pieces in which it came. */
export interface ObjectContent {
  readonly body: readonly Buffer[];
  /** Its own: `content-type` and the like, and `x-amz-meta-…`. */
  readonly headers: Readonly<Record<string, string>>;
  /** @default 'STANDARD' */
  readonly storageClass?: string;
  /** `x-amz-checksum-…` as they were given and found right. */
  readonly checksums?: Readonly<Record<string, string>>;
  /** With quotes. @default - the MD5 of the body */
  readonly etag?: string;
  /** Bytes of each part of a multipart upload. */
  readonly partSizes?: readonly number[];
}

export interface StoredObject extends ObjectContent {
  /** Bytes. */
  readonly size: number;
  readonly etag: string;
  readonly storageClass: string;
  readonly lastModified: Date;
  /** An object keeps the key that it was written with. Undefined: S3's own keys. */
  readonly encryption: ObjectEncryption | undefined;
}

/** A multipart upload that was begun. */
export interface Upload extends Pick<ObjectContent, 'headers' | 'storageClass'> {
  readonly bucket: string;
  readonly key: string;
  /** By number. */
  readonly parts: Map<number, Part>;
}

export interface Part {
  readonly body: Buffer;
  /** With quotes. */
  readonly etag: string;
}

interface Contents {
  readonly objects: Map<string, StoredObject>;
  readonly keys: KeyIndex;
}

/**
 * The objects of all buckets, in memory. Nothing is known here of accounts, policies or versions: everything about who may
 * is decided before.
 */
export class ObjectData implements ObjectStore {
  /** By id. */
  readonly uploads = new Map<string, Upload>();
  /** With which key a bucket encrypts what is put into it now. @default - S3's own */
  encryptionOfBucket: (bucket: string) => ObjectEncryption | undefined = () => undefined;
  private readonly buckets = new Map<string, Contents>();

  constructor(private readonly now: () => Date = () => new Date()) {}

  createBucket(bucket: string): void {
    if (!this.buckets.has(bucket)) this.buckets.set(bucket, { objects: new Map(), keys: new KeyIndex() });
  }

  deleteBucket(bucket: string): void {
    if ((this.buckets.get(bucket)?.objects.size ?? 0) > 0)
      throw new AwsError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409);
    this.buckets.delete(bucket);
    for (const [id, upload] of this.uploads) if (upload.bucket === bucket) this.uploads.delete(id);
  }

  find(bucket: string, key: string): StoredObject | undefined {
    return this.buckets.get(bucket)?.objects.get(key);
  }

  keysOf(bucket: string): KeyIndex {
    return this.buckets.get(bucket)?.keys ?? new KeyIndex();
  }

  /** @throws AwsError `NoSuchBucket` */
  write(bucket: string, key: string, content: ObjectContent): StoredObject {
    const contents = this.buckets.get(bucket);
    if (contents === undefined)
      throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
    const stored: StoredObject = {
      ...content,
      size: content.body.reduce((sum, { length }) => sum + length, 0),
      etag: content.etag ?? etagOf(content.body),
      storageClass: content.storageClass ?? 'STANDARD',
      lastModified: this.now(),
      encryption: this.encryptionOfBucket(bucket),
    };
    if (!contents.objects.has(key)) contents.keys.add(key);
    contents.objects.set(key, stored);
    return stored;
  }

  remove(bucket: string, key: string): void {
    const contents = this.buckets.get(bucket);
    if (contents?.objects.delete(key) === true) contents.keys.remove(key);
  }

  get(bucket: string, key: string): Promise<Buffer | undefined> {
    const found = this.find(bucket, key);
    return Promise.resolve(found && Buffer.concat(found.body));
  }

  put(bucket: string, key: string, body: Buffer, type = 'binary/octet-stream'): Promise<void> {
    this.write(bucket, key, { body: [body], headers: { 'content-type': type } });
    return Promise.resolve();
  }

  delete(bucket: string, key: string): Promise<void> {
    this.remove(bucket, key);
    return Promise.resolve();
  }

  list(bucket: string, prefix = ''): Promise<string[]> {
    const found: string[] = [];
    for (const key of this.keysOf(bucket).from((other) => compareKeys(other, prefix) >= 0)) {
      if (!key.startsWith(prefix)) break;
      found.push(key);
    }
    return Promise.resolve(found);
  }
}

export const etagOf = (body: readonly Buffer[]): string => {
  const hash = createHash('md5');
  for (const piece of body) hash.update(piece);
  return `"${hash.digest('hex')}"`;
};
