import type { Vendor } from '../../../lib/share/share';
import type { Context } from '../../iam/request';
import type { Answer, PromisedAccess } from '../classes/promised-access';
import {
  ALWAYS,
  CALLER_IDENTITY,
  denied,
  exactly,
  isOver,
  linesAt,
  momentLine,
  sameAction,
  startingWith,
} from './answers';

/** What a session may use. */
export interface PromisedResources {
  readonly bucketArn: string;
  /** The account that the bucket must be of, where its name could become a stranger's. */
  readonly owner?: string;
  /** What the objects are encrypted with, and the service that may use it for a borrower. */
  readonly key?: { readonly arn: string; readonly service: string };
}

/** Claim 2: what a session of the vendor's role may do. */
export function promisedUse(promised: PromisedResources, vendor: Vendor): PromisedAccess {
  const { bucketArn, owner, key } = promised;
  const { until, prefixes } = vendor;
  const objects = (prefixes ?? ['']).map((prefix) => `${bucketArn}/${prefix}`);
  const actions = promisedActions(vendor);
  return {
    callers: [],
    actions: [...actions.listing, ...actions.ofBucket, ...actions.reading, 'kms:Decrypt', CALLER_IDENTITY],
    resources: [exactly(bucketArn), ...objects.map(startingWith), ...(key ? [exactly(key.arn)] : [])],
    lines: {
      'aws:securetransport': { kind: 'boolean' },
      's3:tlsversion': { kind: 'number', cutPoints: [owner === undefined ? MINIMUM_TLS : NEWEST_TLS] },
      ...(prefixes && {
        's3:prefix': {
          kind: 'string',
          languages: prefixes.map(startingWith),
          readable: [...prefixes, 'another-part/'],
        },
      }),
      ...(key && {
        'kms:viaservice': linesAt([key.service], [key.service]),
        [S3_CONTEXT]: {
          kind: 'string',
          languages: [exactly(bucketArn), ...objects.map(startingWith)],
          readable: [bucketArn, ...objects.map((start) => `${start}test-data.txt`)],
        },
      }),
      ...momentLine(until),
    },
    answer: ({ action, resource, context }) => {
      if (sameAction(action, CALLER_IDENTITY)) return ALWAYS;
      const among = (some: readonly string[]) => some.some((one) => sameAction(action, one));
      const outside =
        key && sameAction(action, 'kms:Decrypt')
          ? outsideDecrypting(key, bucketArn, objects, resource, context)
          : among(actions.listing)
            ? outsideListing(bucketArn, prefixes, resource, context['s3:prefix'])
            : among(actions.ofBucket)
              ? outsideListing(bucketArn, undefined, resource, undefined)
              : among(actions.reading)
                ? outsideReading(objects, resource)
                : denied('action', `only ${sentence(actions, key !== undefined)} are promised`);
      if (outside) return outside;
      if (isOver(until, context['aws:currenttime']))
        return denied('condition', `nothing is allowed from ${until} on`);
      if (sameAction(action, 'kms:Decrypt')) return { says: 'allowed' };
      if (owner === undefined) return overTls(context['aws:securetransport'], context['s3:tlsversion']);
      if (context['aws:resourceaccount'] !== owner)
        return denied('condition', `the promised bucket is that of account ${owner}`);
      if (context['aws:securetransport'] === 'true') return overAnyTls(context['s3:tlsversion']);
      return denied('condition', 'the bucket is reached over TLS only');
    },
  };
}

const S3_CONTEXT = 'kms:encryptioncontext:aws:s3:arn';

interface PromisedActions {
  /** On the bucket, within the prefixes. */
  readonly listing: readonly string[];
  readonly ofBucket: readonly string[];
  /** On objects. */
  readonly reading: readonly string[];
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export function promisedActions({ alsoRead = [] }: Vendor): PromisedActions {
  const versions = alsoRead.includes('versions');
  const tags = alsoRead.includes('tags');
  return {
    listing: ['s3:ListBucket', ...(versions ? ['s3:ListBucketVersions'] : [])],
    ofBucket: alsoRead.includes('location') ? ['s3:GetBucketLocation'] : [],
    reading: [
      's3:GetObject',
      ...(versions ? ['s3:GetObjectVersion'] : []),
      ...(tags ? ['s3:GetObjectTagging'] : []),
      ...(versions && tags ? ['s3:GetObjectVersionTagging'] : []),
    ],
  };
}

function sentence({ listing, ofBucket, reading }: PromisedActions, withKey: boolean): string {
  const all = [...listing, ...ofBucket, ...reading, ...(withKey ? ['kms:Decrypt'] : [])];
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

/** Through S3 alone, and for this bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
function outsideDecrypting(
  key: NonNullable<PromisedResources['key']>,
  bucketArn: string,
  objects: readonly string[],
  resource: string,
  context: Context,
): Answer | undefined {
  if (resource !== key.arn) return denied('resource', `only the key ${key.arn} may be used`);
  if (context['kms:viaservice'] !== key.service)
    return denied('condition', `the key is used through ${key.service} only`);
  const of = context[S3_CONTEXT];
  if (of === bucketArn) return undefined;
  if (typeof of === 'string' && objects.some((start) => of.startsWith(start))) return undefined;
  return denied(
    'condition',
    `the key decrypts objects in ${objects.map((start) => `${start}*`).join(' or ')} only`,
  );
}

function outsideListing(
  bucketArn: string,
  prefixes: Vendor['prefixes'],
  resource: string,
  asked: unknown,
): Answer | undefined {
  if (resource !== bucketArn) return denied('resource', `only ${bucketArn} may be listed`);
  const within = (prefix: string) => typeof asked === 'string' && asked.startsWith(prefix);
  if (!prefixes || prefixes.some(within)) return undefined;
  return denied('condition', `s3:prefix must start with ${prefixes.join(' or ')}`);
}

function outsideReading(objects: readonly string[], resource: string): Answer | undefined {
  if (objects.some((start) => resource.startsWith(start))) return undefined;
  const promised = objects.map((start) => `${start}*`).join(' or ');
  return denied('resource', `only objects in ${promised} may be read`);
}

/** TLS versions below are refused: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html */
const MINIMUM_TLS = 1.2;

/** What S3 speaks with every client of today: https://docs.aws.amazon.com/AmazonS3/latest/userguide/network-isolation.html */
const NEWEST_TLS = 1.3;

const DENY_IN_BUCKET_POLICY =
  'Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).';

function overTls(secure: unknown, version: unknown): Answer {
  if (secure === 'false')
    return denied('condition', 'the bucket is reached over TLS only', DENY_IN_BUCKET_POLICY);
  if (typeof version === 'string' && Number(version) < MINIMUM_TLS) {
    const text = `the bucket is reached over TLS ${MINIMUM_TLS} or later only`;
    return denied('condition', text, DENY_IN_BUCKET_POLICY);
  }
  if (version === undefined)
    return { says: 'either', why: 'S3 always knows the TLS version of a TLS connection' };
  return { says: 'allowed' };
}

/** Which of them a bucket that is there already takes, is its own policy's business. */
function overAnyTls(version: unknown): Answer {
  if (typeof version === 'string' && Number(version) >= NEWEST_TLS) return { says: 'allowed' };
  return { says: 'either', why: 'the bucket’s own policy may ask for a newer TLS' };
}
