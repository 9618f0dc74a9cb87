import type { Vendor } from '../../../lib/share/share';
import type { Caller, Context } from '../../iam/request';
import type { PromisedLines } from '../classes/condition-classes';
import type { CompanyFacts } from '../classes/fixed-keys';
import { type Language, arnLanguage, language, literally, many, ANY, NO_SLASH } from '../classes/language';
import { accountLanguage, permissionSetRoleLanguage } from '../classes/principal-arns';
import type { Answer, Because, PromisedAccess } from '../classes/promised-access';
import { serviceActsFor } from './services';

/** Claim 1: who may enter the vendor's role. */
export function promisedEntrance(
  roleArn: string,
  permissionSetName: string,
  accounts: readonly string[],
  vendor: Vendor,
): PromisedAccess {
  const { externalId, until, borrowers = 'account' } = vendor;
  const arns = Array.isArray(borrowers) ? (borrowers as readonly string[]) : [];
  return {
    callers: [
      ...accounts.map(accountLanguage),
      ...accounts.map((account) => permissionSetRoleLanguage(account, permissionSetName)),
      ...arns.map(exactly),
    ],
    actions: ['sts:AssumeRole', CALLER_IDENTITY],
    resources: [exactly(roleArn)],
    lines: {
      ...(externalId !== undefined && { 'sts:externalid': linesAt([externalId], [externalId]) }),
      ...momentLine(until),
    },
    answer: ({ caller, action, resource, context }) => {
      if (sameAction(action, CALLER_IDENTITY)) return ALWAYS;
      if (!('account' in caller) || !accounts.includes(caller.account)) {
        const whose = accounts.length === 1 ? 'account' : 'the accounts';
        return denied('caller', `the role is lent to ${whose} ${accounts.join(', ')} alone`);
      }
      if (borrowers === 'permission-set' && !isSessionOf(caller, caller.account, permissionSetName)) {
        return denied(
          'caller',
          `the role is lent to sessions of the permission set ${permissionSetName} alone`,
        );
      }
      if (arns.length > 0 && !arns.includes(identityOf(caller)))
        return denied('caller', `the role is lent to ${arns.join(', ')} alone`);
      if (!sameAction(action, 'sts:AssumeRole')) return denied('action', 'only sts:AssumeRole is promised');
      if (resource !== roleArn) return denied('resource', `the promised role is ${roleArn}`);
      if (externalId !== undefined && context['sts:externalid'] !== externalId) {
        return denied('condition', `sts:ExternalId must be "${externalId}"`);
      }
      if (isOver(until, context['aws:currenttime']))
        return denied('condition', `nothing is allowed from ${until} on`);
      if (caller.kind === 'root') return { says: 'either', why: 'AWS lets no root user assume a role' };
      return { says: 'allowed' };
    },
  };
}

/** The role or user that somebody acts as. */
function identityOf(caller: Caller): string {
  if (caller.kind === 'role-session') return caller.roleArn;
  return caller.kind === 'user' ? caller.arn : '';
}

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

/** Claim 3: what a user of the permission set may do with it. */
export function promisedAsking(roleArn: string): PromisedAccess {
  return {
    callers: [],
    actions: ['sts:AssumeRole', CALLER_IDENTITY],
    resources: [exactly(roleArn)],
    lines: {},
    answer: ({ action, resource }) => {
      if (sameAction(action, CALLER_IDENTITY)) return ALWAYS;
      if (!sameAction(action, 'sts:AssumeRole')) return denied('action', 'only sts:AssumeRole is promised');
      if (resource !== roleArn) return denied('resource', `only ${roleArn} may be assumed`);
      return { says: 'allowed' };
    },
  };
}

/** Everything else, for people: nothing. */
export function promisedNothing(text: string): PromisedAccess {
  return {
    callers: [],
    actions: [CALLER_IDENTITY],
    resources: [],
    lines: {},
    answer: ({ action }) => (sameAction(action, CALLER_IDENTITY) ? ALWAYS : denied('caller', text)),
  };
}

/**
 * Everything else, also for AWS services: nothing, but for what a service does for the company itself.
 *
 * @param name of what is closed: `the bucket logs`
 * @param isSharedBucket no service reads what is shared, for whomever
 */
export function promisedToTheCompany(
  name: string,
  { account }: CompanyFacts,
  isSharedBucket: boolean,
): PromisedAccess {
  const closed = promisedNothing(`${name} is for nobody outside the company`);
  return {
    ...closed,
    resources: [logsOf(account)],
    lines: {
      'aws:sourceaccount': linesAt([account], [account]),
      'aws:sourcearn': {
        kind: 'string',
        languages: [arnLanguage(`arn:*:*:*:${account}:*`)],
        readable: [`arn:aws:events:us-east-1:${account}:rule/anything`],
      },
      'kms:encryptioncontext:aws:logs:arn': {
        kind: 'string',
        languages: [arnLanguage(`arn:*:*:*:${account}:*`)],
        readable: [`arn:aws:logs:us-east-1:${account}:log-group:anything`],
      },
    },
    answer: (request) => {
      const { caller, action } = request;
      if (caller.kind !== 'service' || sameAction(action, CALLER_IDENTITY)) return closed.answer(request);
      if (isSharedBucket && /^s3:(get|list)/i.test(action)) {
        return denied('caller', 'no AWS service was promised to read the shared bucket');
      }
      switch (serviceActsFor(caller.service, request, account)) {
        case 'the company':
          return { says: 'either', why: `${caller.service} calls for the company` };
        case 'any account':
          return denied(
            'condition',
            `aws:SourceAccount must be "${account}", so that ${caller.service} calls for the company alone`,
          );
        case 'strangers':
          return denied('caller', `${caller.service} carries requests of people outside the company`);
        case 'nobody knows':
          return {
            says: 'unknown',
            what: `${caller.service} calls for the company alone when it does ${action}`,
          };
      }
    },
  };
}

/** Keys under which services deliver the logs of an account, in any bucket. */
function logsOf(account: string): Language {
  const key = literally(`/AWSLogs/${account}/`);
  return language(`…/AWSLogs/${account}/…`, [
    ...literally('arn:aws:s3:::'),
    many(NO_SLASH),
    ...key,
    many(ANY),
  ]);
}

/** TLS versions below are refused: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html */
const MINIMUM_TLS = 1.2;

/** What S3 speaks with every client of today: https://docs.aws.amazon.com/AmazonS3/latest/userguide/network-isolation.html */
const NEWEST_TLS = 1.3;

/** AWS lets everyone call it, whatever the policies say. */
const CALLER_IDENTITY = 'sts:GetCallerIdentity';
const ALWAYS: Answer = { says: 'either', why: 'sts:GetCallerIdentity needs no permission and gives none' };

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

/** A request that does not say when it is, is not before the end. */
function isOver(until: string | undefined, now: unknown): boolean {
  if (until === undefined) return false;
  return typeof now !== 'string' || Date.parse(now) >= Date.parse(until);
}

function momentLine(until: string | undefined): Readonly<Record<string, PromisedLines>> {
  return until === undefined ? {} : { 'aws:currenttime': { kind: 'date', moments: [Date.parse(until)] } };
}

function isSessionOf(caller: Caller, account: string, permissionSetName: string): boolean {
  if (caller.kind !== 'role-session') return false;
  const start = `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/`;
  if (!caller.roleArn.startsWith(start)) return false;
  const [name = '', region, ...more] = caller.roleArn.slice(start.length).split('/').reverse();
  const inRegion = region === undefined || /^[a-z0-9-]+$/.test(region);
  const suffix = name.slice(-17);
  return (
    more.length === 0 &&
    inRegion &&
    name.slice(0, -17) === 'AWSReservedSSO_' + permissionSetName &&
    /^_[0-9a-f]{16}$/.test(suffix)
  );
}

function sameAction(action: string, promised: string): boolean {
  return action.toLowerCase() === promised.toLowerCase();
}

function denied(part: Because['part'], text: string, change?: string): Answer {
  return { says: 'denied', because: { part, text, ...(change !== undefined && { change }) } };
}

function exactly(text: string): Language {
  return language(text, literally(text));
}

function startingWith(text: string): Language {
  return language(`${text}*`, [...literally(text), many(ANY)]);
}

function linesAt(values: readonly string[], readable: readonly string[]): PromisedLines {
  return { kind: 'string', languages: values.map(exactly), readable };
}
