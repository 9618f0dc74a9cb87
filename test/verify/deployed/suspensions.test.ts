import type { RoleEntry } from '../../../tools/proof/templates/inventory';
import { setSuspensionsApart } from '../../../tools/verify/deployed/suspensions';

const ORIGIN = { stack: '111111111111', logicalId: 'R', live: true };
const NOW = new Date('2026-11-26T00:00:00Z');
const found = (name: string, document: unknown) => ({ name, document, origin: ORIGIN });
const role = (...policies: RoleEntry['policies']): RoleEntry => ({
  arn: 'arn:aws:iam::111111111111:role/R',
  account: '111111111111',
  name: 'R',
  trust: found('trust', {}),
  policies,
  unknownPolicies: [],
  maxSessionDuration: 3600,
  origin: ORIGIN,
});

/** As the console's "Revoke sessions" writes it. */
const revoking = (
  before: unknown,
  more: object = {},
  operator = 'DateLessThan',
  key = 'aws:TokenIssueTime',
) => ({
  Effect: 'Deny',
  Action: ['*'],
  Resource: ['*'],
  Condition: { [operator]: { [key]: before } },
  ...more,
});
const PAST = '2026-11-01T00:00:00.000Z';

function suspended(...Statement: object[]) {
  const policy = found('AWSRevokeOlderSessions (inline)', { Version: '2012-10-17', Statement });
  const { role: left, suspensions } = setSuspensionsApart(role(policy), NOW);
  expect(left).toEqual(suspensions.length === 0 ? role(policy) : role());
  return suspensions;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
test('older sessions that were cut off are set apart, and it is said before when', () => {
  expect(suspended(revoking(PAST))).toEqual([
    {
      policy: 'AWSRevokeOlderSessions (inline)',
      before: PAST,
      inWords: `suspended for sessions before ${PAST}`,
    },
  ]);
  expect(suspended(revoking([PAST]))).toHaveLength(1);
});

test('of several moments, the latest counts', () => {
  const [early, late] = ['2026-10-01T00:00:00Z', '2026-11-02T00:00:00+09:00'];

  expect(suspended(revoking(early), revoking(late), revoking(PAST))).toMatchObject([{ before: late }]);
});

test('a moment that is still to come suspends everybody until then', () => {
  const before = '2026-11-26T00:00:01Z';

  expect(suspended(revoking(before))).toMatchObject([
    { inWords: `suspended for sessions before ${before}, which is every session until then` },
  ]);
  expect(suspended(revoking('2026-11-26T00:00:00Z'))[0]?.inWords).not.toContain('until then');
});

test.each<[string, object[]]>([
  ['an Allow', [revoking(PAST, { Effect: 'Allow' })]],
  ['no condition', [revoking(PAST, { Condition: {} })]],
  [
    'another condition beside it',
    [
      revoking(PAST, {
        Condition: { DateLessThan: { 'aws:TokenIssueTime': PAST }, Bool: { 'aws:SecureTransport': 'true' } },
      }),
    ],
  ],
  [
    'one that is not known beside it',
    [
      revoking(PAST, {
        Condition: { DateLessThan: { 'aws:TokenIssueTime': PAST }, BinaryEquals: { 'aws:x': 'eA==' } },
      }),
    ],
  ],
  ['another operator', [revoking(PAST, {}, 'DateGreaterThan')]],
  ['one that holds also without the key', [revoking(PAST, {}, 'DateLessThanIfExists')]],
  ['one for several values', [revoking(PAST, {}, 'ForAnyValue:DateLessThan')]],
  ['another key', [revoking(PAST, {}, 'DateLessThan', 'aws:CurrentTime')]],
  ['two moments in one condition', [revoking([PAST, '2026-10-01T00:00:00Z'])]],
  ['something else beside it', [revoking(PAST), { Effect: 'Deny', Action: 's3:*', Resource: '*' }]],
  ['nothing', []],
  ['what cannot be read', [{ Effect: 'Maybe' }]],
])('is left for the proof: %s', (_, statements) => {
  expect(suspended(...statements)).toEqual([]);
});

test('the other policies of the role stay', () => {
  const other = found('VendorS3AccessPolicy', {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
  });
  const revoke = found('r', { Version: '2012-10-17', Statement: [revoking(PAST)] });

  expect(setSuspensionsApart(role(revoke, other), NOW).role.policies).toEqual([other]);
});
