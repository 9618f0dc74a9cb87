// tools/verify/outcome.ts, tools/verify/run-probes.ts
import { ServiceException } from '@smithy/core/client';
import fc from '../properties';
import { NoAnswer } from '../../tools/verify/no-answer';
import {
  decidesNothing,
  failureOf,
  NothingToTry,
  type Outcome,
  provesNothing,
  sameCode,
  UnexpectedContent,
} from '../../tools/verify/outcome';
import type { Expectation, Probe } from '../../tools/verify/probe';
import { attempt, probeVerdict, runProbes } from '../../tools/verify/run-probes';

const SUCCESS: Expectation = { outcome: 'success' };
const REFUSED: Expectation = { outcome: 'error', codes: ['AccessDenied'], lateCodes: ['NoSuchKey'] };
const done: Outcome = { kind: 'done', saw: '' };
const answered = (code: string): Outcome => ({ kind: 'failed', how: 'answered', code, message: '' });
const failed = (
  how: 'network' | 'timeout' | 'throttled' | 'aws' | 'not-signed-in' | 'nothing-to-try',
): Outcome => ({
  kind: 'failed',
  how,
  code: 'AccessDenied', // even if somebody should say so: it was not AWS deciding
  message: '',
});

describe('three verdicts', () => {
  test.each([
    [SUCCESS, done, 'as expected'],
    [SUCCESS, answered('AccessDenied'), 'not as expected'],
    [SUCCESS, answered('NoSuchBucket'), 'could not tell'],
    [SUCCESS, answered('NoSuchKey'), 'could not tell'],
    [REFUSED, answered('AccessDenied'), 'as expected'],
    [REFUSED, done, 'not as expected'],
    [REFUSED, answered('NoSuchKey'), 'not as expected'],
    [REFUSED, answered('NoSuchBucket'), 'could not tell'],
    [REFUSED, answered('ValidationError'), 'could not tell'],
  ] as const)('%j, %j: %s', (expectation, outcome, verdict) => {
    expect(probeVerdict(expectation, outcome)).toBe(verdict);
  });

  test.each(['network', 'timeout', 'throttled', 'aws', 'not-signed-in', 'nothing-to-try'] as const)(
    'a %s failure is never "refused", and never "broken"',
    (how) => {
      expect(probeVerdict(REFUSED, failed(how))).toBe('could not tell');
      expect(probeVerdict(SUCCESS, failed(how))).toBe('could not tell');
    },
  );
});

describe('what an SDK call throws is sorted', () => {
  const exception = (name: string, httpStatusCode: number) =>
    new ServiceException({ name, $fault: 'client', $metadata: { httpStatusCode }, message: 'm' });
  const coded = (code: string) => Object.assign(new Error('m'), { code });
  test.each([
    [exception('AccessDenied', 403), 'answered', 'AccessDenied'],
    [exception('403', 403), 'answered', 'AccessDenied'],
    [exception('ExpiredToken', 400), 'not-signed-in', 'ExpiredToken'],
    [exception('SlowDown', 503), 'throttled', 'SlowDown'],
    [exception('InternalError', 500), 'aws', 'InternalError'],
    [coded('ECONNREFUSED'), 'network', 'ECONNREFUSED'],
    [coded('ENOTFOUND'), 'network', 'ENOTFOUND'],
    [Object.assign(new Error('m'), { name: 'TimeoutError' }), 'timeout', 'TimeoutError'],
    [
      Object.assign(new Error('ForbiddenException: No access'), { name: 'CredentialsProviderError' }),
      'answered',
      'ForbiddenException',
    ],
    [
      Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { name: 'CredentialsProviderError' }),
      'network',
      'ECONNREFUSED',
    ],
    [
      Object.assign(new Error('Token is expired'), { name: 'CredentialsProviderError' }),
      'not-signed-in',
      'CredentialsProviderError',
    ],
  ])('%s is %s', (error, how, code) => {
    expect(failureOf(error)).toMatchObject({ how, code });
  });

  const provider = (message: string) =>
    Object.assign(new Error(message), { name: 'CredentialsProviderError' });
  const said = (how: string, code: string, message: string) => ({ kind: 'failed', how, code, message });

  test.each([
    [
      new UnexpectedContent('it is  another\n object '),
      said('unexpected-content', 'UnexpectedContent', 'it is another object'),
    ],
    [new NothingToTry('nothing is there'), said('nothing-to-try', 'NothingToTry', 'nothing is there')],
    [new NoAnswer('HtmlAnswer', '<html>'), said('network', 'HtmlAnswer', '<html>')],
    [
      Object.assign(new Error('no such file'), { code: 'ENOENT' }),
      said('not-signed-in', 'BadProfile', 'no such file'),
    ],
    [
      Object.assign(new Error('permission denied'), { code: 'EACCES' }),
      said('not-signed-in', 'BadProfile', 'permission denied'),
    ],
    [
      Object.assign(new Error('is a directory'), { code: 'EISDIR' }),
      said('not-signed-in', 'BadProfile', 'is a directory'),
    ],
    [
      Object.assign(new Error('char "&" is not expected'), { $metadata: {} }),
      said('network', 'UnreadableAnswer', 'char "&" is not expected'),
    ],
    [Object.assign(new Error('aborted'), { name: 'AbortError' }), said('timeout', 'AbortError', 'aborted')],
    [Object.assign(new Error('m'), { code: 'ETIMEDOUT' }), said('timeout', 'ETIMEDOUT', 'm')],
    [Object.assign(new Error('m'), { code: 7 }), said('network', 'Error', 'm')],
    ['a text', said('network', 'Error', 'a text')],
    [null, said('network', 'Error', 'null')],
    [{ a: 1 }, said('network', 'Error', '{ a: 1 }')],
    [
      Object.assign(new Error('Invalid URL'), { code: 'ERR_INVALID_URL', input: 'htp:/x' }),
      said('network', 'ERR_INVALID_URL', 'Invalid URL (htp:/x)'),
    ],
    [
      Object.assign(new AggregateError([new Error('IPv6'), new Error('IPv4')]), { code: 'ECONNREFUSED' }),
      said('network', 'ECONNREFUSED', 'IPv6; IPv4'),
    ],
    [new AggregateError([new Error('IPv6')], 'all failed'), said('network', 'AggregateError', 'all failed')],
    // In the words of the credential providers.
    [provider('Forbiddenexception: x'), said('answered', 'ForbiddenException', 'Forbiddenexception: x')],
    [provider('there is No Access'), said('answered', 'ForbiddenException', 'there is No Access')],
    [
      provider('there is no accessKeyId'),
      said('not-signed-in', 'CredentialsProviderError', 'there is no accessKeyId'),
    ],
    [provider('it Timed out'), said('timeout', 'TimeoutError', 'it Timed out')],
    [provider('TimeoutError: x'), said('timeout', 'TimeoutError', 'TimeoutError: x')],
    [provider('connect ETIMEDOUT 127.0.0.1'), said('timeout', 'TimeoutError', 'connect ETIMEDOUT 127.0.0.1')],
    [provider('getaddrinfo ENOTFOUND x'), said('network', 'ENOTFOUND', 'getaddrinfo ENOTFOUND x')],
    [provider('read ECONNRESET'), said('network', 'ECONNRESET', 'read ECONNRESET')],
    [provider('x socket hang up'), said('network', 'socket hang up', 'x socket hang up')],
    [provider('TypeError: Invalid URL'), said('network', 'ERR_INVALID_URL', 'TypeError: Invalid URL')],
    [provider('Invalid URLs'), said('not-signed-in', 'CredentialsProviderError', 'Invalid URLs')],
    [
      provider('SSO returns an invalid temporary credential.'),
      said('network', 'UnreadableAnswer', 'SSO returns an invalid temporary credential.'),
    ],
    [
      provider('The SSO returns an invalid x'),
      said('not-signed-in', 'CredentialsProviderError', 'The SSO returns an invalid x'),
    ],
    [
      Object.assign(new Error('Token is expired'), { name: 'TokenProviderError' }),
      said('not-signed-in', 'CredentialsProviderError', 'Token is expired'),
    ],
    [provider('Command failed: /opt/tool\nno'), said('program', 'ProgramFailed', '/opt/tool: no')],
    [
      provider('Command failed: aws --password hunter2\n\nToken has expired'),
      said('not-signed-in', 'CredentialsProviderError', 'Token has expired'),
    ],
  ])('%s is as AWS or the SDK said it', (error, failure) => {
    expect(failureOf(error)).toEqual(failure);
  });

  const answer = (name: string, $metadata: { httpStatusCode?: number; requestId?: string }, message = 'm') =>
    new ServiceException({ name, $fault: 'client', $metadata, message });

  test.each([
    ['AccessDenied', 403, 'answered', 'AccessDenied'],
    ['Forbidden', 403, 'answered', 'AccessDenied'],
    ['UnknownError', 403, 'answered', 'AccessDenied'],
    ['Unknown', 403, 'answered', 'AccessDenied'],
    ['UnknownError', 404, 'answered', 'UnknownError'],
    ['ThrottlingException', 400, 'throttled', 'ThrottlingException'],
    ['Anything', 429, 'throttled', 'Anything'],
    ['Anything', 503, 'throttled', 'Anything'],
    ['Anything', 500, 'aws', 'Anything'],
    ['Anything', 499, 'answered', 'Anything'],
    ['RequestTimeTooSkewed', 403, 'not-signed-in', 'RequestTimeTooSkewed'],
    [
      'com.amazonaws.sts#ExpiredTokenException',
      400,
      'not-signed-in',
      'com.amazonaws.sts#ExpiredTokenException',
    ],
    ['unauthorized', 401, 'not-signed-in', 'unauthorized'],
    ['UnauthorizedExceptionOrNot', 401, 'answered', 'UnauthorizedExceptionOrNot'],
  ])('an answer of AWS’s, %s with %i, is %s', (name, httpStatusCode, how, code) => {
    expect(failureOf(answer(name, { httpStatusCode }))).toEqual({ kind: 'failed', how, code, message: 'm' });
  });

  test('AWS’s request id is kept, and where there are no words there is the status', () => {
    expect(failureOf(answer('AccessDenied', { httpStatusCode: 403, requestId: 'A1' }, ''))).toEqual({
      kind: 'failed',
      how: 'answered',
      code: 'AccessDenied',
      message: 'HTTP 403',
      requestId: 'A1',
    });
    expect(failureOf(answer('AccessDenied', {}, ''))).toEqual({
      kind: 'failed',
      how: 'answered',
      code: 'AccessDenied',
      message: 'HTTP 0',
    });
  });

  test('what cannot be made a string becomes a failure', () => {
    expect(failureOf({ toString: 0, valueOf: 0 })).toMatchObject({ kind: 'failed', how: 'network' });
  });

  test('anything at all becomes a failure', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(failureOf(thrown).kind).toBe('failed');
      }),
    );
  });
});

test.each([
  ['AccessDenied', 'AccessDeniedException', true],
  ['AccessDenied', 'accessdeniederror', true],
  ['com.amazonaws.s3#AccessDenied', 'ACCESSDENIED', true],
  ['a#b#AccessDenied', 'AccessDenied', true],
  ['AccessDenied', 'AccessDeniedExceptionally', false],
  ['AccessDenied', 'AccessDeniedExceptionError', false],
  ['ErrorAccess', 'Access', false],
  ['', 'AccessDenied', false],
])('%s and %s are one code: %j', (one, other, same) => {
  expect(sameCode(one, other)).toBe(same);
  expect(sameCode(other, one)).toBe(same);
});

test.each([
  [undefined, 500, false],
  ['AccessDenied', 403, false],
  ['AccessDenied', 499, false],
  ['AccessDenied', 500, true],
  ['TooManyRequests', 429, true],
  ['SlowDown', 400, true],
  ['RequestTimeTooSkewed', 403, true],
  ['RequestExpired', 400, true],
])('%s with %i says nothing about access: %j', (code, status, nothing) => {
  expect(decidesNothing(code, status)).toBe(nothing);
});

test.each([
  ['answered', 'AccessControlListNotSupported', true],
  ['answered', 'MalformedPolicy', true],
  ['answered', 'AccessDenied', false],
  ['network', 'MalformedPolicy', false],
])('%s %s proves nothing: %j', (how, code, nothing) => {
  expect(provesNothing({ how, code })).toBe(nothing);
});

describe('an attempt', () => {
  const never = new AbortController().signal;

  test('ends in time even if the call does not listen', async () => {
    const outcome = await attempt(() => new Promise(() => {}), 20, never);
    expect(outcome).toMatchObject({ how: 'timeout', message: 'no answer within 0.02 s' });
  });

  test('does not begin to matter once it was stopped by hand', async () => {
    const outcome = await attempt(() => new Promise(() => {}), 60_000, AbortSignal.abort());
    expect(outcome).toMatchObject({ code: 'Interrupted' });
  });

  test('turns what a call throws at once into an outcome', async () => {
    const outcome = await attempt(
      () => {
        throw new Error('at once');
      },
      1000,
      never,
    );
    expect(outcome).toMatchObject({ kind: 'failed', message: 'at once' });
  });
});

test('probes run a few at a time, and come back in the order of the list', async () => {
  let running = 0;
  let most = 0;
  const probes = Array.from({ length: 9 }, (_, place): Probe => ({
    id: `p${place}`,
    hop: 'use S3',
    as: 'user',
    title: '',
    action: '',
    expect: SUCCESS,
    why: '',
    harmless: '',
    run: async () => {
      most = Math.max(most, ++running);
      for (let turn = 9 - place; turn > 0; turn--) await Promise.resolve();
      running--;
      return String(place);
    },
  }));
  const options = { timeout: 1000, concurrency: 3, signal: new AbortController().signal };
  const results = await runProbes(probes, () => ({}) as never, options);
  expect(results.map(({ probe }) => probe.id)).toEqual(probes.map(({ id }) => id));
  expect(most).toBe(3);
});
