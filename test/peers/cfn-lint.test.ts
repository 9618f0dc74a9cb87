// lib/company-stack.ts and lib/vendor-stack.ts: their templates, read by cfn-lint
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../lib/share-app';
import type { Share } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import { share as parameters } from '../../parameters';
import { acme, companyWith, shareWith, walkthroughShare, walkthroughVendor } from '../lib/walkthrough-share';
import { describeWith } from './installed';

/** https://github.com/aws-cloudformation/cfn-lint (in Python; the npm package of that name is another). */
describeWith(['cfn-lint'], 'cfn-lint', () => {
  let outdir: string;

  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'vendor-share-cfn-lint-'));
  });

  afterEach(() => {
    rmSync(outdir, { recursive: true, force: true });
  });

  test.each<[string, Share]>([
    ['what stands in parameters.ts', parameters],
    ['two vendors', { ...walkthroughShare, vendors: [walkthroughVendor, acme] }],
    ['all data deleted with the stack', companyWith({ whenStackIsDeleted: 'delete-with-all-data' })],
    [
      'every option',
      shareWith({
        prefixes: ['in/'],
        borrowers: 'permission-set',
        externalId: 'x-1',
        until: '2027-01-31T00:00:00Z',
      }),
    ],
  ])('finds nothing in the templates of: %s', async (_, share) => {
    const { stacks } = buildApp(validateShare(share), { outdir }).synth();

    expect(await cfnLint(stacks.map(({ templateFullPath }) => templateFullPath))).toBe('');
  });
});

/** What cfn-lint says; nothing if there is nothing to say. */
function cfnLint(files: string[]): Promise<string> {
  return new Promise((resolve) => {
    // With findings it ends with another code than 0, which is an error to execFile.
    execFile('cfn-lint', files, (error, stdout, stderr) =>
      resolve(stdout || stderr || (error?.message ?? '')),
    );
  });
}
