import { sayProbe } from '../../words/say';
import {
  GetBucketLocationCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  ListObjectVersionsCommand,
} from '@aws-sdk/client-s3';
import type { AlsoRead } from '../../lib/share/share';
import type { AwsClients } from './aws-clients';
import { anyObject } from './must-work';
import { NothingToTry } from './outcome';
import { onlyReads, type Probe, type ProbeSubject, denied, works } from './probe';

/** What `vendors[].alsoRead` adds: each must work where the share says so. */
export function alsoReads(subject: ProbeSubject): Probe[] {
  const { grant, share } = subject;
  const Bucket = grant.bucketName;
  const prefixes = grant.vendor.prefixes ?? [''];
  const why = sayProbe('why.also-reads', { index: grant.index });
  const seed = share.company.seedObjects.find(({ key }) => prefixes.some((prefix) => key.startsWith(prefix)));
  const sample = async (clients: AwsClients, signal: AbortSignal) =>
    seed?.key ?? (await anyObject(clients, Bucket, prefixes, signal));
  return [
    ...only(subject, 'location', {
      ...works('get-bucket-location', 'use S3', sayProbe('get-bucket-location'), 's3:GetBucketLocation'),
      why,
      run: async ({ s3 }, abortSignal) => {
        const { LocationConstraint } = await s3.send(new GetBucketLocationCommand({ Bucket }), {
          abortSignal,
        });
        return LocationConstraint ?? 'us-east-1';
      },
    }),
    ...only(subject, 'versions', {
      ...works('list-versions', 'use S3', sayProbe('list-versions'), 's3:ListBucketVersions'),
      why,
      run: async ({ s3 }, abortSignal) => {
        const [Prefix = ''] = prefixes;
        const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix }), {
          abortSignal,
        });
        return sayProbe('saw.versions', { count: Versions.length });
      },
    }),
    ...only(subject, 'versions', {
      ...works('get-version', 'use S3', sayProbe('get-version'), 's3:GetObjectVersion'),
      why,
      run: async ({ s3 }, abortSignal) => {
        const [Prefix = ''] = prefixes;
        const listed = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix, MaxKeys: 100 }), {
          abortSignal,
        });
        const found = listed.Versions?.find(({ Key }) => Key !== undefined && !Key.endsWith('/'));
        if (found?.Key === undefined) throw new NothingToTry(sayProbe('no-object-to-read'));
        const { Key, VersionId } = found;
        const object = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }), { abortSignal });
        object.Body?.transformToWebStream()
          .cancel()
          .catch(() => undefined);
        return sayProbe('saw.version', { key: Key, version: VersionId ?? '' });
      },
    }),
    ...only(subject, 'tags', {
      ...works('get-object-tagging', 'use S3', sayProbe('get-object-tagging'), 's3:GetObjectTagging'),
      why,
      run: async (clients, abortSignal) => {
        const Key = await sample(clients, abortSignal);
        const { TagSet = [] } = await clients.s3.send(new GetObjectTaggingCommand({ Bucket, Key }), {
          abortSignal,
        });
        return sayProbe('saw.tags', { count: TagSet.length });
      },
    }),
  ];
}

/** The same without it: each must be denied. */
export function notAlsoReads(subject: ProbeSubject): Probe[] {
  const { grant, nonce } = subject;
  const Bucket = grant.bucketName;
  const why = sayProbe('why.reads-nothing-else');
  const left = (what: AlsoRead, probe: Probe): Probe[] =>
    grant.vendor.alsoRead?.includes(what) ? [] : [probe];
  return [
    ...left('location', {
      ...denied('get-bucket-location', 'use S3', sayProbe('get-bucket-location'), 's3:GetBucketLocation'),
      why,
      harmless: onlyReads(),
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new GetBucketLocationCommand({ Bucket }), { abortSignal });
        return sayProbe('saw.region-returned');
      },
    }),
    ...left('versions', {
      ...denied('list-versions', 'use S3', sayProbe('list-versions'), 's3:ListBucketVersions'),
      why,
      harmless: onlyReads(),
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 1 }), { abortSignal });
        return sayProbe('saw.versions-listed');
      },
    }),
    ...left('tags', {
      ...denied('get-object-tagging', 'use S3', sayProbe('get-object-tagging'), 's3:GetObjectTagging', [
        'NoSuchKey',
      ]),
      why,
      harmless: onlyReads(),
      run: async ({ s3 }, abortSignal) => {
        const Key = `${grant.vendor.prefixes?.[0] ?? ''}vendor-share-probe-${nonce}`;
        await s3.send(new GetObjectTaggingCommand({ Bucket, Key }), { abortSignal });
        return sayProbe('saw.tags-returned');
      },
    }),
  ];
}

const only = ({ grant }: ProbeSubject, what: AlsoRead, probe: Probe): Probe[] =>
  grant.vendor.alsoRead?.includes(what) ? [probe] : [];
