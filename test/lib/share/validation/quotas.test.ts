import { type Grant, grantsOf } from '../../../../lib/share/grant';
import { checkPolicySizes } from '../../../../lib/share/validation/quotas';
import { shareWith } from '../../walkthrough-share';

/** What is said about the size of the one grant's documents, with names that the formats would not let through. */
function problems(changes: Partial<Grant>, vendor: Parameters<typeof shareWith>[0] = {}): string[] {
  const found: string[] = [];
  for (const grant of grantsOf(shareWith(vendor)))
    checkPolicySizes({ ...grant, ...changes }, 'vendors[0]', (_, message) => found.push(message));
  return found;
}

test('a trust policy has 2,048 characters at most', () => {
  expect(problems({}, { externalId: 'x'.repeat(1824) })).toEqual([]);
  expect(problems({}, { externalId: 'x'.repeat(1825) })).toEqual([
    'vendors[0].externalId must leave the trust policy at 2048 characters or fewer, got 2049 (shorten it)',
  ]);
  expect(problems({ permissionSetName: 'p'.repeat(2000) }, { borrowers: 'permission-set' })).toEqual([
    expect.stringMatching(/^vendors\[0\]\.permissionSetName must leave the trust policy at 2048 characters/),
  ]);
});

test('a managed policy has 6,144 characters at most', () => {
  expect(problems({}, { prefixes: ['x'.repeat(2895)] })).toEqual([]);
  expect(problems({}, { prefixes: ['x'.repeat(2896)] })).toEqual([
    'vendors[0].prefixes must leave the policy VendorS3AccessPolicy at 6144 characters or fewer, got 6146 (share fewer or shorter prefixes)',
  ]);
});

test('the inline policy of a permission set has 10,240 characters at most', () => {
  expect(problems({ roleArn: 'r'.repeat(10_112) })).toEqual([]);
  expect(problems({ roleArn: 'r'.repeat(10_113) })).toEqual([
    "vendors[0].roleName must leave the permission set's inline policy at 10240 characters or fewer, got 10241 (shorten it)",
  ]);
});
