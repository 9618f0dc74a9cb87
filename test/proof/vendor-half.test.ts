import { grantsOf } from '../../lib/share/grant';
import type { Share, Vendor } from '../../lib/share/share';
import { vendorHalfTemplate } from '../../tools/handoff/vendor-half';
import { proveWithVendorHalves } from '../../tools/proof/vendor-half';
import { walkthroughShare } from '../lib/walkthrough-share';
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
