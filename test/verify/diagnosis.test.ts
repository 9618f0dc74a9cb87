import { grantsOf } from '../../lib/share/grant';
import { diagnose } from '../../tools/verify/diagnosis';
import type { Failure } from '../../tools/verify/outcome';
import type { Expectation, Hop, Probe } from '../../tools/verify/probe';
import type { Situation, Trouble } from '../../tools/verify/situation';
import { walkthroughShare } from '../lib/walkthrough-share';

const [GRANT] = grantsOf(walkthroughShare);
const SITUATION: Situation = {
  grant: GRANT!,
  region: 'ap-northeast-1',
  profile: 'user',
  profiles: { profiles: { user: {} }, ssoSessions: [] },
  seedObjects: [],
  now: new Date('2026-11-26T00:00:00Z'),
};
const WORKS: Expectation = { outcome: 'success' };
const FORBIDDEN: Expectation = { outcome: 'error', codes: ['AccessDenied'], lateCodes: ['NoSuchKey'] };

function probe(id: string, more: Partial<Probe> = {}): Probe {
  return {
    id,
    hop: 'use S3',
    as: 'borrower',
    title: id,
    action: 's3:GetObject',
    expect: WORKS,
    why: '',
    harmless: '',
    run: () => Promise.resolve(''),
    ...more,
  };
}

const answered = (code: string, message: string): Failure => ({
  kind: 'failed',
  how: 'answered',
  code,
  message,
});
const failed = (id: string, outcome: Trouble['outcome'], more: Partial<Probe> = {}): Trouble => ({
  hop: more.hop ?? 'use S3',
  probe: probe(id, more),
  outcome,
});
const DONE: Trouble['outcome'] = { kind: 'done', saw: '3 objects' };
const DENIED = answered('AccessDenied', 'Access Denied');

/** What is found, in short: which cause, at which hop, by which probes. */
const found = (...troubles: Trouble[]) =>
  diagnose(troubles, SITUATION).map(({ id, hop, probes }) => [id, hop, ...probes].join(' '));

test('nothing failed, nothing is found', () => {
  expect(diagnose([], SITUATION)).toEqual([]);
});

test('what has one cause is one finding, with every probe in order', () => {
  expect(found(failed('list', DENIED), failed('get', DENIED), failed('head', DENIED))).toEqual([
    'denied use S3 list get head',
  ]);
});

test('two causes are two findings, and so is one at two hops', () => {
  const noSuchKey = answered('NoSuchKey', 'The specified key does not exist.');
  expect(found(failed('list', DENIED), failed('get', noSuchKey))).toEqual([
    'denied use S3 list',
    'no-object use S3 get',
  ]);
  const open = (id: string, hop: Hop) => failed(id, DONE, { expect: FORBIDDEN, hop });
  expect(found(open('put', 'use S3'), open('create-user', 'use IAM'))).toEqual([
    'role-too-wide use S3 put',
    'role-too-wide use IAM create-user',
  ]);
});

test('one cause that is said in two ways is two findings', () => {
  const pending = (id: string) =>
    answered(
      'KMS.KMSInvalidStateException',
      `arn:aws:kms:ap-northeast-1:111111111111:key/${id} is pending import.`,
    );
  expect(found(failed('list', pending('a')), failed('get', pending('b')))).toEqual([
    'key-pending-import use S3 list',
    'key-pending-import use S3 get',
  ]);
});

test('signing in has no probe', () => {
  const outcome: Failure = {
    kind: 'failed',
    how: 'not-signed-in',
    code: 'CredentialsProviderError',
    message: 'Token is expired',
  };
  expect(diagnose([{ hop: 'sign in', outcome }], SITUATION)).toEqual([
    {
      id: 'expired',
      hop: 'sign in',
      side: 'you',
      cause: 'the sign-in has expired',
      todo: 'aws configure --profile user',
      commands: [],
      said: 'CredentialsProviderError: Token is expired',
      probes: [],
      exitCode: 3,
    },
  ]);
});

describe('AWS’s own words', () => {
  const saidOf = (outcome: Failure) => diagnose([failed('get', outcome)], SITUATION)[0]?.said;

  test('begin with the code, and not twice', () => {
    expect(saidOf(DENIED)).toBe('AccessDenied: Access Denied');
    expect(saidOf(answered('Teapot', 'Teapot: short and stout'))).toBe('Teapot: short and stout');
    expect(saidOf(answered('Teapot', 'no Teapot: short'))).toBe('Teapot: no Teapot: short');
  });

  test('are left out where nothing was said, and where the cause says it already', () => {
    expect(saidOf(answered('Teapot', ''))).toBeUndefined();
    const other = 'it is another object';
    const finding = diagnose(
      [
        failed('get', {
          kind: 'failed',
          how: 'unexpected-content',
          code: 'UnexpectedContent',
          message: other,
        }),
      ],
      SITUATION,
    )[0];
    expect(finding).toMatchObject({ cause: other });
    expect(finding).not.toHaveProperty('said');
  });

  test('name the policy, where it is a denial', () => {
    const policy = 'arn:aws:iam::111111111111:policy/Quarantine';
    const message = `User: x is not authorized to perform: s3:GetObject because no identity-based policy allows the s3:GetObject action: ${policy}`;
    const causeOf = (code: string) =>
      diagnose([failed('get', answered(code, `${message} (policy: ${policy})`))], SITUATION)[0]?.cause;
    expect(causeOf('AccessDenied')).toContain(`. AWS names the policy: ${policy}`);
    expect(causeOf('Teapot')).not.toContain('AWS names the policy');
  });
});

test('a denial that IAM’s delay can explain begins with running it again; others do not', () => {
  const boundary = answered('AccessDenied', 'no permissions boundary allows the s3:GetObject action');
  const todoOf = (outcome: Failure) => diagnose([failed('get', outcome)], SITUATION)[0]?.todo;
  expect(todoOf(boundary)).toMatch(/^if this was changed in the last minute, run it again; otherwise /);
  expect(todoOf(answered('NoSuchKey', 'gone'))).not.toContain('in the last minute');
});

describe('what says little', () => {
  const silent = { silent: true } as const;
  const gone = answered('NoSuchKey', 'gone');

  test('is explained by what says more at the same hop, whichever came first', () => {
    expect(found(failed('head', DENIED, silent), failed('get', gone))).toEqual(['no-object use S3 get head']);
    expect(found(failed('get', gone), failed('head', DENIED, silent))).toEqual(['no-object use S3 get head']);
  });

  test('is a finding of its own at another hop, and where nothing else failed', () => {
    const elsewhere = failed('head', DENIED, { ...silent, hop: 'use IAM' });
    expect(found(failed('get', gone), elsewhere)).toEqual(['no-object use S3 get', 'denied use IAM head']);
    expect(found(failed('head', DENIED, silent))).toEqual(['denied use S3 head']);
  });

  test('is a finding of its own where it was allowed', () => {
    const allowed = { ...silent, expect: FORBIDDEN };
    expect(found(failed('get', gone), failed('head', DONE, allowed))).toEqual([
      'no-object use S3 get',
      'role-too-wide use S3 head',
    ]);
  });

  test('a silent call joins the first finding of its hop, after those that speak', () => {
    expect(found(failed('head', DENIED, silent), failed('list', DENIED), failed('get', gone))).toEqual([
      'denied use S3 list head',
      'no-object use S3 get',
    ]);
  });
});

describe('an answer that proves nothing', () => {
  const malformed = answered('MalformedPolicy', 'Policy has invalid action');
  const proves = (hop: Hop = 'use S3') => failed('put-policy', malformed, { expect: FORBIDDEN, hop });
  const wide = failed('put', DONE, { expect: FORBIDDEN });

  test('is worth no words where the hop is known to be open, whichever came first', () => {
    expect(found(wide, proves())).toEqual(['role-too-wide use S3 put']);
    expect(found(proves(), wide)).toEqual(['role-too-wide use S3 put']);
  });

  test('is told where another hop is open, or another thing failed', () => {
    expect(found(wide, proves('use IAM'))).toEqual([
      'role-too-wide use S3 put',
      'proves-nothing use IAM put-policy',
    ]);
    expect(found(failed('get', answered('NoSuchKey', 'gone')), proves())).toEqual([
      'no-object use S3 get',
      'proves-nothing use S3 put-policy',
    ]);
  });
});

test('a forbidden call was allowed where it went through, or failed too late', () => {
  const late = answered('NoSuchKeyException', 'gone');
  expect(found(failed('delete', late, { expect: FORBIDDEN }))).toEqual(['role-too-wide use S3 delete']);
  expect(found(failed('get', late))).toEqual(['no-object use S3 get']);
});
