import type { Vendor } from '../../../lib/share/share';
import type { Caller } from '../../iam/request';
import type { PromisedLines } from '../classes/condition-classes';
import type { CompanyFacts } from '../classes/fixed-keys';
import { type Language, arnLanguage, language, literally, many, ANY, NO_SLASH } from '../classes/language';
import { accountLanguage, permissionSetRoleLanguage } from '../classes/principal-arns';
import type { Answer, Because, PromisedAccess } from '../classes/promised-access';
import { serviceActsFor } from './services';

/** Claim 1: who may enter the vendor's role. */
export function promisedEntrance(roleArn: string, permissionSetName: string, vendor: Vendor): PromisedAccess {
  const { account, externalId, until } = vendor;
  const onlyTheSet = vendor.borrowers === 'permission-set';
  return {
    callers: [accountLanguage(account), permissionSetRoleLanguage(account, permissionSetName)],
    actions: ['sts:AssumeRole', CALLER_IDENTITY],
    resources: [exactly(roleArn)],
    lines: {
      ...(externalId !== undefined && { 'sts:externalid': linesAt([externalId], [externalId]) }),
      ...momentLine(until),
    },
    answer: ({ caller, action, resource, context }) => {
      if (sameAction(action, CALLER_IDENTITY)) return ALWAYS;
      if (!('account' in caller) || caller.account !== account) {
        return denied('caller', `the role is lent to account ${account} alone`);
      }
      if (onlyTheSet && !isSessionOf(caller, account, permissionSetName)) {
        return denied(
          'caller',
          `the role is lent to sessions of the permission set ${permissionSetName} alone`,
        );
      }
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

/** Claim 2: what a session of the vendor's role may do. */
export function promisedUse(bucketArn: string, { until, prefixes }: Vendor): PromisedAccess {
  const objects = (prefixes ?? ['']).map((prefix) => `${bucketArn}/${prefix}`);
  return {
    callers: [],
    actions: ['s3:ListBucket', 's3:GetObject', CALLER_IDENTITY],
    resources: [exactly(bucketArn), ...objects.map(startingWith)],
    lines: {
      'aws:securetransport': { kind: 'boolean' },
      's3:tlsversion': { kind: 'number', cutPoints: [MINIMUM_TLS] },
      ...(prefixes && {
        's3:prefix': {
          kind: 'string',
          languages: prefixes.map(startingWith),
          readable: [...prefixes, 'another-part/'],
        },
      }),
      ...momentLine(until),
    },
    answer: ({ action, resource, context }) => {
      if (sameAction(action, CALLER_IDENTITY)) return ALWAYS;
      const outside = sameAction(action, 's3:ListBucket')
        ? outsideListing(bucketArn, prefixes, resource, context['s3:prefix'])
        : sameAction(action, 's3:GetObject')
          ? outsideReading(objects, resource)
          : denied('action', 'only s3:ListBucket and s3:GetObject are promised');
      if (outside) return outside;
      if (isOver(until, context['aws:currenttime']))
        return denied('condition', `nothing is allowed from ${until} on`);
      return overTls(context['aws:securetransport'], context['s3:tlsversion']);
    },
  };
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
