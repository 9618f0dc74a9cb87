// tools/verify/outcome.ts, tools/verify/run-probes.ts, tools/verify/sign-in.ts, tools/verify/secrets.ts
import { ServiceException } from '@smithy/core/client';
import fc from '../properties';
import { failureOf, type Outcome } from '../../tools/verify/outcome';
import type { Expectation, Probe } from '../../tools/verify/probe';
import { attempt, probeVerdict, runProbes } from '../../tools/verify/run-probes';
import { roleOf } from '../../tools/verify/sign-in';
import { grantsOf } from '../../lib/share/grant';
import { share } from '../../parameters';

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

describe('who a profile is', () => {
  const [grant] = grantsOf(share);
  const hex = '0123456789abcdef';
  test.each([
    [
      '222222222222',
      `arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_${hex}/alice`,
      'vendor user',
    ],
    // The permission set's name must be the whole of it.
    [
      '222222222222',
      `arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_X_${hex}/alice`,
      'vendor principal',
    ],
    ['222222222222', 'arn:aws:iam::222222222222:user/alice', 'vendor principal'],
    ['111111111111', 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/s', 'borrower'],
    ['111111111111', 'arn:aws:iam::111111111111:user/VendorAccessRole', 'company principal'],
    ['444444444444', 'arn:aws:iam::444444444444:root', 'stranger'],
  ])('%s %s is a %s', (account, arn, role) => {
    expect(roleOf({ account, arn }, grant!)).toBe(role);
  });
});
