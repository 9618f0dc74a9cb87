// docs/shares.md: every file on it, and lib/, tools/proof, tools/rehearse and tools/verify behind it
import { validateShare } from '../lib/share/validate-share';
import { ExitCode } from '../tools/exit-code';
import { proveDirectory } from '../tools/proof/prove-directory';
import { synthesized } from './proof/templates';
import { rehearsed } from './rehearse/rehearsed';
import { sharesOfThePage } from './shares-page';
import { verifyIn } from './verify/verify-in';
import 'aws-cdk-lib/testhelpers/jest-autoclean';

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

test.each(files)(
  '%s: it is rehearsed as promised, and read live',
  async (_title, candidate) => {
    await rehearsed(validateShare(candidate), async ({ result, deployed }) => {
      expect([result.problems, result.verification.exitCode]).toEqual([[], ExitCode.AsPromised]);
      const { run, text } = await verifyIn(deployed, { profiles: ['company'], deployed: true });
      if (run.exitCode !== ExitCode.AsPromised) throw new Error(text);
    });
  },
  60_000,
);
