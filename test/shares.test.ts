// docs/shares.md: every file on it, and lib/, tools/proof and the rehearsal behind it
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { transform } from 'sucrase';
import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { validateShare } from '../lib/share/validate-share';
import { proveDirectory } from '../tools/proof/prove';
import { synthesized } from './proof/templates';

/** What stands in each file, by the heading above it. */
const files = [
  ...readFileSync(join(__dirname, '..', 'docs', 'shares.md'), 'utf8').matchAll(
    /^## ([^\n]+)\n(?:(?!^## )[^])*?^```ts\n([^]*?)^```/gm,
  ),
].map(([, title = '', text = '']) => [title, shareIn(text)] as const);

function shareIn(text: string): unknown {
  const { code } = transform(text, { transforms: ['typescript', 'imports'] });
  const exports: { share?: unknown } = {};
  runInNewContext(code, { exports, require: () => ({}) });
  return JSON.parse(JSON.stringify(exports.share));
}

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
