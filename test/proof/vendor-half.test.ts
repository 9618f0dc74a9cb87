import { grantsOf } from '../../lib/share/grant';
import type { Share, Vendor } from '../../lib/share/share';
import { vendorHalfTemplate } from '../../tools/handoff/vendor-half';
import { cannotJudge } from '../../tools/proof/report/finding';
import { reportOf } from '../../tools/proof/report/report-of';
import { proveWithVendorHalves, withProvedHalves } from '../../tools/proof/vendor-half';
import { walkthroughShare, walkthroughVendor } from '../lib/walkthrough-share';
import { headlines, refusals, synthesized, writeAt } from './templates';

const alone = (vendor: Partial<Vendor> = {}): Share => ({
  ...walkthroughShare,
  vendors: [{ account: '222222222222', ...vendor }],
});

const folders = new Map<Share, string>();
function proved(
  share: Share,
  ...edits: readonly (readonly [path: readonly (string | number)[], value: unknown])[]
) {
  const folder = folders.get(share) ?? synthesized(share);
  folders.set(share, folder);
  const [grant] = grantsOf(share);
  const template: unknown = grant && JSON.parse(JSON.stringify(vendorHalfTemplate(grant)));
  for (const [path, value] of edits) writeAt(template, path, value);
  return proveWithVendorHalves(folder, share, [{ index: 0, template }]);
}

const account = alone();
const role = alone({ borrowers: ['arn:aws:iam::222222222222:role/batch/etl'] });
const set = ['Resources', 'PermissionSet', 'Properties'] as const;
const policy = ['Resources', 'AssumeRolePolicy', 'Properties'] as const;

test.each<[string, Share]>([
  ['an account', account],
  ['the permission set alone', alone({ borrowers: 'permission-set' })],
  ['a role', role],
  [
    'users and roles of two accounts',
    alone({
      account: ['222222222222', '333333333333'],
      borrowers: ['arn:aws:iam::222222222222:role/etl', 'arn:aws:iam::333333333333:user/loader'],
    }),
  ],
  ['several accounts', alone({ account: ['222222222222', '333333333333'] })],
])('the half that the handoff writes for %s holds', (_, share) => {
  const report = proved(share);
  expect([report.verdict, headlines(report), refusals(report)]).toEqual(['holds', [], []]);
});

test('it is said whom it is for', () => {
  expect(proved(account).promises[0]?.who).toContain('the group that the vendor’s administrator enters');
});

test.each<[string, Share, readonly (string | number)[], unknown, RegExp]>([
  ['another action', account, [...set, 'InlinePolicy', 'Statement', 0, 'Action'], 'sts:*', /assume|sts:/],
  ['another role', account, [...set, 'InlinePolicy', 'Statement', 0, 'Resource'], '*', /can assume/],
  [
    'more policies',
    account,
    [...set, 'ManagedPolicies'],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    /also carries/,
  ],
  ['a longer sign-in', account, [...set, 'SessionDuration'], 'PT12H', /lasts PT12H/],
  [
    'another account',
    account,
    ['Resources', 'Assignment222222222222', 'Properties', 'TargetId'],
    '333333333333',
    /in account 333333333333/,
  ],
  ['no assignment', account, ['Resources', 'Assignment222222222222'], undefined, /is not assigned to/],
  [
    'a role’s wider policy',
    role,
    [...policy, 'PolicyDocument', 'Statement', 0, 'Resource'],
    '*',
    /can assume/,
  ],
  ['a policy for somebody else', role, [...policy, 'Roles'], ['admin'], /for the borrowers and nothing else/],
  ['something else', role, ['Resources', 'User'], { Type: 'AWS::IAM::User', Properties: {} }, /nothing else/],
])('a half with %s does not', (_, share, path, value, says) => {
  const report = proved(share, [path, value]);
  expect(report.verdict).not.toBe('holds');
  expect([...headlines(report), ...refusals(report)].join('\n')).toMatch(says);
});

describe('what is said of the vendors’ halves', () => {
  const known: Vendor = { name: 'Known', ...walkthroughVendor };
  const people: Vendor = { name: 'People', account: '444444444444' };
  const group: Vendor = { name: 'Group', account: '555555555555', borrowers: 'permission-set' };
  const batch: Vendor = {
    name: 'Batch',
    account: '666666666666',
    borrowers: ['arn:aws:iam::666666666666:role/etl'],
  };
  const product: Vendor = { name: 'Product', account: '777777777777', externalId: 'a-1234' };
  const text = (...vendors: Vendor[]) => {
    const alike = reportOf([], [], { notProved: [] }, 0);
    const together = reportOf([{ kind: 'examined', claim: 'permission-set', classes: 7 }], [], alike, 0);
    const { claims } = withProvedHalves(alike, together, { ...walkthroughShare, vendors });
    const [outsiders, , permissionSet] = claims;
    expect([outsiders, permissionSet?.classes]).toEqual([alike.claims[0], 7]);
    return permissionSet?.text;
  };

  const ofHandoff = (start: string) =>
    `${start}, as \`npm run handoff -- --out DIR\` writes it, allows its users exactly one thing, to assume exactly that role; it is assigned to the principal that the vendor’s administrator enters, and nothing is claimed about whether the vendor deploys it so.`;
  const policyOf = (vendors: string) =>
    `In its place ${vendors} has a policy. As \`npm run handoff -- --out DIR\` writes it, it allows the roles and users that the share names exactly one thing, to assume exactly that role; nothing is claimed about whether the vendor deploys it so.`;
  const ofStack = (vendors: string) =>
    `That of ${vendors} allows its users exactly one thing, to assume exactly that role, and it is assigned to exactly the promised people.`;
  const ofProduct = (vendors: string) =>
    `The half of ${vendors} is the vendor’s own, and nothing is claimed about it.`;
  const several = 'Permission set: it is not the same for every vendor.';

  test.each<[readonly Vendor[], string]>([
    [
      [people, group],
      'Permission set: the vendor’s half as `npm run handoff -- --out DIR` writes it allows its users exactly one thing, to assume exactly that role; it is assigned to the principal that the vendor’s administrator enters. Nothing is claimed about whether the vendor deploys it so.',
    ],
    [
      [batch],
      'Permission set: none is in this share. The policy that `npm run handoff -- --out DIR` writes allows the roles and users that the share names exactly one thing, to assume exactly that role. Nothing is claimed about whether the vendor deploys it so.',
    ],
    [[known, people], `${several} ${ofStack('Known')} ${ofHandoff('That of People')}`],
    [[people, batch], `${several} ${ofHandoff('That of People')} ${policyOf('Batch')}`],
    [[known, product], `${several} ${ofStack('Known')} ${ofProduct('Product')}`],
    [
      [product, batch, group, people, known],
      `${several} ${ofStack('Known')} ${ofHandoff('That of Group and People')} ${policyOf('Batch')} ${ofProduct('Product')}`,
    ],
  ])('vendors of several kinds, %#', (vendors, expected) => {
    expect(text(...vendors)).toBe(expected);
  });

  test('the first report that does not hold is the one that is told', () => {
    const holds = reportOf([], [], { notProved: [] }, 0);
    const undecided = reportOf([cannotJudge('this', undefined, ['borrowers'])], [], { notProved: [] }, 0);
    const other = reportOf([cannotJudge('that', undefined, ['borrowers'])], [], { notProved: [] }, 0);
    expect(withProvedHalves(undecided, holds, account)).toBe(undecided);
    expect(withProvedHalves(undecided, other, account)).toBe(undecided);
    expect(withProvedHalves(holds, other, account)).toBe(other);
  });
});

describe('a half that cannot be read', () => {
  const folder = () => folders.get(role) ?? synthesized(role);
  const ofRole = (Resources: unknown) => ({ index: 0, template: { Resources } });
  const assume = { Statement: [] };
  const holder = (properties: object) => ({ Type: 'AWS::IAM::ManagedPolicy', Properties: properties });
  const onlyPolicies =
    'The vendor’s half of vendors[0] must hold managed policies for the borrowers and nothing else.';
  test.each<[string, { index: number; template: unknown }, string]>([
    ['of no vendor', { index: 1, template: { Resources: {} } }, 'vendors[1] is not in the share.'],
    ['text', { index: 0, template: 'Resources: {}' }, 'The vendor’s half of vendors[0] has no Resources.'],
    ['without resources', { index: 0, template: {} }, 'The vendor’s half of vendors[0] has no Resources.'],
    ['with none', ofRole({}), onlyPolicies],
    ['with no resource', ofRole({ P: 1 }), onlyPolicies],
    [
      'of another type',
      ofRole({ P: { ...holder({ PolicyDocument: assume }), Type: 'AWS::IAM::Policy' } }),
      onlyPolicies,
    ],
    ['without properties', ofRole({ P: { Type: 'AWS::IAM::ManagedPolicy' } }), onlyPolicies],
    [
      'for a group',
      ofRole({ P: holder({ PolicyDocument: assume, Roles: ['etl'], Groups: ['g'] }) }),
      onlyPolicies,
    ],
    ['for another user', ofRole({ P: holder({ PolicyDocument: assume, Users: ['bob'] }) }), onlyPolicies],
    [
      'with two that differ',
      ofRole({
        P: holder({ PolicyDocument: assume, Roles: ['etl'] }),
        Q: holder({ PolicyDocument: { Statement: [1] }, Roles: ['etl'] }),
      }),
      onlyPolicies,
    ],
  ])('%s is not judged', (_, half, what) => {
    const { verdict, refusals: unread, claims } = proveWithVendorHalves(folder(), role, [half]);
    expect([verdict, unread.map((one) => one.what)]).toEqual(['not decided', [what]]);
    expect(claims.map(({ result }) => result)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });
});
