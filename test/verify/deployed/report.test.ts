import type { ProofReport } from '../../../tools/proof/report/report';
import {
  asDeployed,
  deployedAsData,
  type DeployedResult,
  printDeployed,
} from '../../../tools/verify/deployed/report';
import type { DeployedReading } from '../../../tools/verify/deployed/read-deployed';
import { memoryTerminal } from '../../memory-terminal';

const NOTHING: Omit<DeployedReading, 'inventory'> = {
  sides: ['company'],
  readBy: { company: 'company' },
  vendorsOwn: false,
  read: [],
  notRead: [],
  notLookedAt: [],
  stacks: [],
  suspensions: [],
  otherReaders: [],
  unreadable: [],
  restsOn: [],
};
const HOLDS: ProofReport = {
  verdict: 'holds',
  promises: [],
  claims: [],
  failures: [],
  refusals: [],
  readBothWays: [],
  classes: 1234,
  milliseconds: 5,
  notCovered: [],
  notProved: [],
};

const ORIGIN = { stack: '111111111111', logicalId: 'VendorAccessRole', live: true };

function result(
  reading: Partial<DeployedReading>,
  proof: Partial<ProofReport> = {},
  repairs: DeployedResult['repairs'] = [],
): DeployedResult {
  // What is printed of a reading is not its inventory.
  return { reading: { ...NOTHING, ...reading } as DeployedReading, proof: { ...HOLDS, ...proof }, repairs };
}

function printed(it: DeployedResult, width = 100): string {
  const terminal = memoryTerminal(width);
  printDeployed(terminal, it);
  return terminal.printed();
}

const many = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => of(index + 1));

test('what was read, what was not, and what is only listed', () => {
  expect(
    printed(
      result({
        read: ['role VendorAccessRole', 'bucket data'],
        notRead: ['the key: AccessDenied'],
        notLookedAt: ['access points'],
        unreadable: ['secret.txt is encrypted with another key'],
        suspensions: [
          {
            policy: 'AWSRevokeOlderSessions (inline)',
            before: '2026-11-01T00:00:00Z',
            inWords: 'suspended for sessions before 2026-11-01T00:00:00Z',
          },
        ],
        otherReaders: ['user ann', 'account 333333333333'],
        restsOn: ['the administrators of account 111111111111'],
        stacks: [
          { name: 'CompanyStack', account: '111111111111', result: 'as proved', differences: [] },
          { name: 'VendorStack', account: '222222222222', result: 'no stack', differences: [] },
          { name: 'Other', account: '222222222222', result: 'not read', differences: [] },
        ],
        otherRoles: {
          roles: [],
          entrances: [
            {
              role: 'Audit',
              who: ['account 444444444444', 'everyone'],
              conditions: ['sts:ExternalId', 'aws:SourceIp'],
            },
            { role: 'Old', who: ['account 555555555555'], conditions: [] },
          ],
        },
      }),
    ),
  ).toBe(`What is deployed
  ✓ read: role VendorAccessRole
  ✓ read: bucket data
  ? could not be read, so not proved: the key: AccessDenied
  - not looked at, so not proved: access points
  ! secret.txt is encrypted with another key
  - the role is suspended for sessions before 2026-11-01T00:00:00Z (AWSRevokeOlderSessions
    (inline)). The company did this on purpose; sessions that begin after that moment are not
    affected.

Who else reads the bucket: not part of the promise, not judged
  - user ann
  - account 333333333333

  The proof covers 1234 classes of requests. Nothing is wrong in what was read. What could not be
  read was taken as promised, and is not proved. The role is suspended for sessions before
  2026-11-01T00:00:00Z.

  ✓ stack CompanyStack in account 111111111111 runs the template that was proved.

  - there is no stack VendorStack in account 222222222222: it was deployed in another way, so there
    is no template to compare.

2 other entrances to the company’s account: not part of the promise, not judged
  - role Audit: account 444444444444; everyone, under conditions on sts:ExternalId and aws:SourceIp
  - role Old: account 555555555555

It depends on
  - the administrators of account 111111111111
`);
});

test('what is broken, by what, why, and what repairs it', () => {
  expect(
    printed(
      result(
        { read: ['role VendorAccessRole'], otherRoles: { entrances: [], roles: [] } },
        {
          verdict: 'broken',
          classes: 1,
          failures: [
            {
              claim: 'borrowers',
              kind: 'extra',
              headline: 'Borrowers can delete objects.',
              blame: [
                { policy: 'VendorS3AccessPolicy', statement: 'statement 2', matches: 's3:*', origin: ORIGIN },
                { policy: 'setting', statement: 'versioning', matches: 'off', origin: ORIGIN },
              ],
              why: 'the share promises reading',
              change: 'take s3:* out',
              classes: 3,
            },
          ],
          refusals: [{ what: 'Condition.BinaryEquals is not modelled' }],
        },
        [{ what: 'Deploy CompanyStack again:', command: 'npx cdk deploy CompanyStack --profile company' }],
      ),
    ),
  ).toBe(`What is deployed
  ✓ read: role VendorAccessRole

Borrowers can delete objects.
  decided by    VendorS3AccessPolicy, statement 2: s3:*
  decided by    versioning: off
  reason        the share promises reading
  action        take s3:* out

  ? not decided: Condition.BinaryEquals is not modelled
  The proof covers 1 class of requests. The promise is broken.

What repairs it
  Deploy CompanyStack again:
    npx cdk deploy CompanyStack --profile company

  - The trust policies of the account’s other roles allow nobody from outside.
`);
});

test('a stack that runs another template is named with its differences, twenty at most', () => {
  const differences = [
    { what: 'Rules', place: '', deployed: '{}' },
    { what: 'Role (AWS::IAM::Role)', place: '', proved: '{}' },
    {
      what: 'Role (AWS::IAM::Role)',
      place: 'Properties.MaxSessionDuration',
      deployed: '7200',
      proved: '3600',
    },
    ...many(20, (index) => `Bucket${index}`).map((what) => ({ what, place: '', deployed: '{}' })),
  ];

  expect(
    printed(
      result({
        read: ['x'],
        stacks: [{ name: 'CompanyStack', account: '111111111111', result: 'differs', differences }],
        otherReaders: many(22, (index) => `user u${index}`),
        otherRoles: {
          roles: [],
          entrances: many(21, (index) => `Role${index}`).map((role) => ({
            role,
            who: ['everyone'],
            conditions: [],
          })),
        },
      }),
      78,
    ),
  ).toBe(`What is deployed
  ✓ read: x

Who else reads the bucket: not part of the promise, not judged
  - user u1
  - user u2
  - user u3
  - user u4
  - user u5
  - user u6
  - user u7
  - user u8
  - user u9
  - user u10
  - user u11
  - user u12
  - user u13
  - user u14
  - user u15
  - user u16
  - user u17
  - user u18
  - user u19
  - user u20
  - and 2 more; --json lists all of them.

  The proof covers 1234 classes of requests. What was read gives exactly what
  was promised.

Stack CompanyStack in account 111111111111 runs another template than the one
that was proved.
  ? Rules: deployed is {}, and it was not proved.
  ? Role (AWS::IAM::Role): proved was {}, and it is not deployed.
  ? Role (AWS::IAM::Role), Properties.MaxSessionDuration: deployed is 7200,
    proved was 3600.
  ? Bucket1: deployed is {}, and it was not proved.
  ? Bucket2: deployed is {}, and it was not proved.
  ? Bucket3: deployed is {}, and it was not proved.
  ? Bucket4: deployed is {}, and it was not proved.
  ? Bucket5: deployed is {}, and it was not proved.
  ? Bucket6: deployed is {}, and it was not proved.
  ? Bucket7: deployed is {}, and it was not proved.
  ? Bucket8: deployed is {}, and it was not proved.
  ? Bucket9: deployed is {}, and it was not proved.
  ? Bucket10: deployed is {}, and it was not proved.
  ? Bucket11: deployed is {}, and it was not proved.
  ? Bucket12: deployed is {}, and it was not proved.
  ? Bucket13: deployed is {}, and it was not proved.
  ? Bucket14: deployed is {}, and it was not proved.
  ? Bucket15: deployed is {}, and it was not proved.
  ? Bucket16: deployed is {}, and it was not proved.
  ? Bucket17: deployed is {}, and it was not proved.
  ? and 3 more; --json lists all of them.
  reason        What these resources give was not proved. Somebody deployed a
                changed template, or parameters.ts, lib/ or the version of
                aws-cdk-lib has changed since.
  action        Prove what you have (npm run prove), then deploy it: npx cdk
                deploy CompanyStack. If the change is wanted, write it into
                parameters.ts or lib/.

21 other entrances to the company’s account: not part of the promise, not
judged
  - role Role1: everyone
  - role Role2: everyone
  - role Role3: everyone
  - role Role4: everyone
  - role Role5: everyone
  - role Role6: everyone
  - role Role7: everyone
  - role Role8: everyone
  - role Role9: everyone
  - role Role10: everyone
  - role Role11: everyone
  - role Role12: everyone
  - role Role13: everyone
  - role Role14: everyone
  - role Role15: everyone
  - role Role16: everyone
  - role Role17: everyone
  - role Role18: everyone
  - role Role19: everyone
  - role Role20: everyone
  - and 1 more; --json lists all of them.
`);
});

// words/verify-deployed/en.ts, by what was read and how the proof ended
const READ = { read: ['x'] };
const SUSPENDED = [{ policy: 'p', before: '2026-11-01', inWords: 'suspended' }];
test.each<[string, Partial<DeployedReading>, Partial<ProofReport>, string]>([
  ['all holds', READ, {}, 'What was read gives exactly what was promised.'],
  [
    'in part',
    { ...READ, notRead: ['the key'] },
    {},
    'Nothing is wrong in what was read. What could not be read was taken as promised, and is not proved.',
  ],
  ['broken', READ, { verdict: 'broken' }, 'The promise is broken.'],
  ['not decided', READ, { verdict: 'not decided' }, 'Not decided.'],
  [
    'suspended, and all else holds',
    { ...READ, suspensions: SUSPENDED },
    {},
    'What was read gives exactly what was promised. The role is suspended.',
  ],
  [
    'suspended, and broken',
    { ...READ, suspensions: SUSPENDED },
    { verdict: 'broken' },
    'The promise is broken.',
  ],
  ['nothing', {}, {}, 'Nothing could be read, so nothing was proved.'],
])('the conclusion of the proof: %s', (_, reading, proof, says) => {
  const lines = printed(result(reading, proof), 300).split('\n');

  expect(lines.at(-2)).toMatch(new RegExp(`^  (?:The proof covers 1234 classes of requests\\. )?${says}$`));
  expect(lines.at(-1)).toBe('');
});

test('entrances that could not be listed are not taken for none', () => {
  const text = printed(
    result({ ...READ, otherRoles: { entrances: [], roles: [], notRead: 'AccessDenied' } }),
  );

  expect(text).toContain('\n  - not listed: AccessDenied\n');
  expect(text).not.toContain('nobody from outside');
});

test.each<[DeployedReading['sides'], boolean, RegExp]>([
  [
    ['company', 'vendor'],
    false,
    /^What is deployed allows exactly what was promised, and nothing is missing\.$/,
  ],
  [[], false, /^What is deployed allows exactly what was promised, and nothing is missing\.$/],
  [['company'], false, /^What is deployed on the company’s side .* The vendor’s side was not looked at\.$/],
  [['company'], true, /^What is deployed on the company’s side .* The vendor’s side is the vendor’s own/],
  [['vendor'], false, /^What is deployed on the vendor’s side .* The company’s side was not looked at\.$/],
])('as promised, where the sides are %j', (sides, vendorsOwn, says) => {
  expect(asDeployed({ sides, vendorsOwn })).toMatch(says);
});

test('for programs it is data, without the inventory', () => {
  const reading = { ...READ, notRead: ['y'], notLookedAt: ['z'], unreadable: ['u'], restsOn: ['r'] };
  const repairs = [{ what: 'Deploy again:', command: 'npx cdk deploy' }];

  expect(deployedAsData(result(reading, {}, repairs))).toEqual({
    sides: ['company'],
    ...reading,
    stacks: [],
    suspensions: [],
    otherReaders: [],
    proof: HOLDS,
    repairs,
  });
  expect(deployedAsData(result({ otherRoles: { entrances: [], roles: [] } }))).toMatchObject({
    otherEntrances: { listed: [] },
  });
  expect(
    deployedAsData(result({ otherRoles: { entrances: [], roles: [], notRead: 'AccessDenied' } }))
      .otherEntrances,
  ).toEqual({ listed: [], notRead: 'AccessDenied' });
});
