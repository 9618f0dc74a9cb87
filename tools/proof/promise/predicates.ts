import { sayProofPromise as say } from '../../../words/say';
import type { CompanyFacts } from '../classes/fixed-keys';
import { ANY, arnLanguage, type Language, language, literally, many } from '../classes/language';
import type { PromisedAccess } from '../classes/promised-access';
import { ALWAYS, CALLER_IDENTITY, denied, exactly, linesAt, sameAction } from './answers';
import { serviceActsFor } from './services';

/** Claim 3: what a user of the permission set may do with it. */
export function promisedAsking(roleArn: string): PromisedAccess {
  return {
    callers: [],
    actions: ['sts:AssumeRole', CALLER_IDENTITY],
    resources: [exactly(roleArn)],
    lines: {},
    answer: ({ action, resource }) => {
      if (sameAction(action, CALLER_IDENTITY)) return ALWAYS;
      if (!sameAction(action, 'sts:AssumeRole')) return denied('action', () => say('onlyAssumeRole'));
      if (resource !== roleArn) return denied('resource', () => say('onlyRole', { role: roleArn }));
      return { says: 'allowed' };
    },
  };
}

/** Everything else, for people: nothing. */
export function promisedNothing(promised: () => string): PromisedAccess {
  return {
    callers: [],
    actions: [CALLER_IDENTITY],
    resources: [],
    lines: {},
    answer: ({ action }) => (sameAction(action, CALLER_IDENTITY) ? ALWAYS : denied('caller', promised)),
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
  const closed = promisedNothing(() => say('companyOnly', { what: name }));
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
        return denied('caller', () => say('noServiceReads'));
      }
      switch (serviceActsFor(caller.service, request, account)) {
        case 'the company':
          return { says: 'either', why: `${caller.service} calls for the company` };
        case 'any account':
          return denied('condition', () => say('sourceAccount', { account, service: caller.service }));
        case 'strangers':
          return denied('caller', () => say('relays', { service: caller.service }));
        case 'nobody knows':
          return {
            says: 'unknown',
            what: say('unknownService', { service: caller.service, action }),
          };
      }
    },
  };
}

/** Keys under which services deliver the logs of an account, in any bucket, whatever prefix they are told. */
function logsOf(account: string): Language {
  const key = literally(`/AWSLogs/${account}/`);
  return language(`…/AWSLogs/${account}/…`, [...literally('arn:aws:s3:::'), many(ANY), ...key, many(ANY)]);
}
