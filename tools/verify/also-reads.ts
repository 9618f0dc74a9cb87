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
import { ONLY_READS, type Probe, type ProbeSubject, refused, works } from './probe';

/** What `vendors[].alsoRead` adds: each must work where the share says so. */
export function alsoReads(subject: ProbeSubject): Probe[] {
  const { grant, share } = subject;
  const Bucket = grant.bucketName;
  const prefixes = grant.vendor.prefixes ?? [''];
  const why = `the share says so (vendors[${grant.index}].alsoRead)`;
  const seed = share.company.seedObjects.find(({ key }) => prefixes.some((prefix) => key.startsWith(prefix)));
  const sample = async (clients: AwsClients, signal: AbortSignal) =>
    seed?.key ?? (await anyObject(clients, Bucket, prefixes, signal));
  return [
    ...only(subject, 'location', {
      ...works('get-bucket-location', 'use S3', 'ask where the bucket is', 's3:GetBucketLocation'),
      why,
      run: async ({ s3 }, abortSignal) => {
        const { LocationConstraint } = await s3.send(new GetBucketLocationCommand({ Bucket }), {
          abortSignal,
        });
        return LocationConstraint ?? 'us-east-1';
      },
    }),
    ...only(subject, 'versions', {
      ...works('list-versions', 'use S3', 'list old versions', 's3:ListBucketVersions'),
      why,
      run: async ({ s3 }, abortSignal) => {
        const [Prefix = ''] = prefixes;
        const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix }), {
          abortSignal,
        });
        return `${Versions.length} version${Versions.length === 1 ? '' : 's'}`;
      },
    }),
    ...only(subject, 'versions', {
      ...works('get-version', 'use S3', 'read a version by its id', 's3:GetObjectVersion'),
      why,
      run: async ({ s3 }, abortSignal) => {
        const [Prefix = ''] = prefixes;
        const listed = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix, MaxKeys: 100 }), {
          abortSignal,
        });
        const found = listed.Versions?.find(({ Key }) => Key !== undefined && !Key.endsWith('/'));
        if (found?.Key === undefined) throw new NothingToTry('the bucket has no object to read');
        const { Key, VersionId } = found;
        const object = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }), { abortSignal });
        object.Body?.transformToWebStream()
          .cancel()
          .catch(() => undefined);
        return `${Key}, version ${VersionId ?? ''}`;
      },
    }),
    ...only(subject, 'tags', {
      ...works('get-object-tagging', 'use S3', 'read the tags of an object', 's3:GetObjectTagging'),
      why,
      run: async (clients, abortSignal) => {
        const Key = await sample(clients, abortSignal);
        const { TagSet = [] } = await clients.s3.send(new GetObjectTaggingCommand({ Bucket, Key }), {
          abortSignal,
        });
        return `${TagSet.length} tag${TagSet.length === 1 ? '' : 's'}`;
      },
    }),
  ];
}

/** The same without it: each must be refused. */
export function notAlsoReads(subject: ProbeSubject): Probe[] {
  const { grant, nonce } = subject;
  const Bucket = grant.bucketName;
  const why = 'the role lists and reads, and what else may be read the share would say';
  const left = (what: AlsoRead, probe: Probe): Probe[] =>
    grant.vendor.alsoRead?.includes(what) ? [] : [probe];
  return [
    ...left('location', {
      ...refused('get-bucket-location', 'use S3', 'ask where the bucket is', 's3:GetBucketLocation'),
      why,
      harmless: ONLY_READS,
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new GetBucketLocationCommand({ Bucket }), { abortSignal });
        return 'the region was shown';
      },
    }),
    ...left('versions', {
      ...refused('list-versions', 'use S3', 'list old versions', 's3:ListBucketVersions'),
      why,
      harmless: ONLY_READS,
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 1 }), { abortSignal });
        return 'versions were listed';
      },
    }),
    ...left('tags', {
      ...refused('get-object-tagging', 'use S3', 'read the tags of an object', 's3:GetObjectTagging', [
        'NoSuchKey',
      ]),
      why,
      harmless: ONLY_READS,
      run: async ({ s3 }, abortSignal) => {
        const Key = `${grant.vendor.prefixes?.[0] ?? ''}vendor-share-probe-${nonce}`;
        await s3.send(new GetObjectTaggingCommand({ Bucket, Key }), { abortSignal });
        return 'the tags were shown';
      },
    }),
  ];
}

const only = ({ grant }: ProbeSubject, what: AlsoRead, probe: Probe): Probe[] =>
  grant.vendor.alsoRead?.includes(what) ? [probe] : [];
