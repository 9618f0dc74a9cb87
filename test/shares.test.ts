// docs/shares.md: every file on it, and lib/ and tools/proof behind it
import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { validateShare } from '../lib/share/validate-share';
import { proveDirectory } from '../tools/proof/prove-directory';
import { synthesized } from './proof/templates';
import { sharesOfThePage } from './shares-page';

const files = sharesOfThePage();

test('the page has the shares that companies ask for', () => {
  expect(files.map(([title]) => title)).toEqual([
    'The account alone',
    'With an ExternalId',
    'A role of the vendor',
    'A user of the vendor',
    'An existing bucket',
    'An existing bucket with an existing key',
    'Parts of the bucket',
    'Several accounts of one vendor',
    'Both halves, with boundary, tags and logs',
  ]);
});

test.each(files)('%s: it is valid, and proved', (_title, candidate) => {
  const share = validateShare(candidate);
  const report = proveDirectory(synthesized(share), share);

  expect([report.verdict, report.failures, report.refusals]).toEqual(['holds', [], []]);
  expect(report.conditional !== undefined).toBe(share.company.permissionsBoundary !== undefined);
});
