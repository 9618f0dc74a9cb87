import { sayProofPromise as say } from '../../../words/say';
import { listed } from '../../../words/speech';
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
                : denied('action', () =>
                    say('onlyActions', { actions: listedActions(actions, key !== undefined) }),
                  );
      if (outside) return outside;
      if (until !== undefined && isOver(until, context['aws:currenttime']))
        return denied('condition', () => say('ended', { until }));
      if (sameAction(action, 'kms:Decrypt')) return { says: 'allowed' };
      if (owner === undefined) return overTls(context['aws:securetransport'], context['s3:tlsversion']);
      if (context['aws:resourceaccount'] !== owner)
        return denied('condition', () => say('ownersBucket', { account: owner }));
      if (context['aws:securetransport'] === 'true') return overAnyTls(context['s3:tlsversion']);
      return denied('condition', () => say('overTls'));
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

function listedActions({ listing, ofBucket, reading }: PromisedActions, withKey: boolean): string {
  const all = [...listing, ...ofBucket, ...reading, ...(withKey ? ['kms:Decrypt'] : [])];
  return listed(all);
}

/** Through S3 alone, and for this bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
function outsideDecrypting(
  key: NonNullable<PromisedResources['key']>,
  bucketArn: string,
  objects: readonly string[],
  resource: string,
  context: Context,
): Answer | undefined {
  if (resource !== key.arn) return denied('resource', () => say('onlyKey', { key: key.arn }));
  if (context['kms:viaservice'] !== key.service)
    return denied('condition', () => say('keyThroughService', { service: key.service }));
  const of = context[S3_CONTEXT];
  if (of === bucketArn) return undefined;
  if (typeof of === 'string' && objects.some((start) => of.startsWith(start))) return undefined;
  return denied('condition', () => say('keyForObjects', { objects: anyOf(objects) }));
}

function outsideListing(
  bucketArn: string,
  prefixes: Vendor['prefixes'],
  resource: string,
  asked: unknown,
): Answer | undefined {
  if (resource !== bucketArn) return denied('resource', () => say('onlyListing', { bucket: bucketArn }));
  const within = (prefix: string) => typeof asked === 'string' && asked.startsWith(prefix);
  if (!prefixes || prefixes.some(within)) return undefined;
  return denied('condition', () => say('prefix', { prefixes: listed(prefixes, 'or') }));
}

function outsideReading(objects: readonly string[], resource: string): Answer | undefined {
  if (objects.some((start) => resource.startsWith(start))) return undefined;
  return denied('resource', () => say('onlyObjects', { objects: anyOf(objects) }));
}

function anyOf(objects: readonly string[]): string {
  return listed(
    objects.map((start) => `${start}*`),
    'or',
  );
}

/** TLS versions below are denied: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html */
const MINIMUM_TLS = 1.2;

/** What S3 speaks with every client of today: https://docs.aws.amazon.com/AmazonS3/latest/userguide/network-isolation.html */
const NEWEST_TLS = 1.3;

const restoreDeny = (): string => say('restoreDeny');

function overTls(secure: unknown, version: unknown): Answer {
  if (secure === 'false') return denied('condition', () => say('overTls'), restoreDeny);
  if (typeof version === 'string' && Number(version) < MINIMUM_TLS) {
    return denied('condition', () => say('overTlsVersion', { version: MINIMUM_TLS }), restoreDeny);
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
