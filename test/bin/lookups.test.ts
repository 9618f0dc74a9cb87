import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveLookupsToTheCli } from '../../bin/lookups';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'vendor-share-lookups-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const MANIFEST = { version: '48.0.0', artifacts: { CompanyStack: {} } };
const FAILED = { $providerError: 'Unable to resolve AWS account', $dontSaveContext: true };

/** What becomes of it, and of the manifest. */
function left(manifest: unknown, context: Readonly<Record<string, unknown>> = {}) {
  const file = join(directory, 'manifest.json');
  writeFileSync(file, JSON.stringify(manifest));
  const lookups = leaveLookupsToTheCli(directory, (key) => context[key]);
  return { lookups, after: JSON.parse(readFileSync(file, 'utf8')) as unknown };
}

const missing = (...keys: string[]) => ({
  ...MANIFEST,
  missing: keys.map((key) => ({ key, provider: 'vpc' })),
});

test.each([MANIFEST, { ...MANIFEST, missing: [] }, []])(
  'where nothing is missing, nothing is changed: %j',
  (manifest) => {
    expect(left(manifest)).toEqual({ lookups: { are: 'answered' }, after: manifest });
  },
);

test('what was not looked up yet is left to the CLI, and there is nothing to deploy', () => {
  const after = { ...missing('one', 'two'), artifacts: {} };

  expect(left(missing('one', 'two'))).toEqual({ lookups: { are: 'asked for' }, after });
  expect(left(missing('one', 'two'), { one: FAILED }).lookups).toEqual({ are: 'asked for' });
  expect(left(missing('one'), { one: 'a value' }).lookups).toEqual({ are: 'asked for' });
});

test('where the CLI has tried all of it, each is named with what AWS said, and can be judged', () => {
  expect(left(missing('one', 'two'), { one: FAILED, two: FAILED })).toEqual({
    lookups: {
      are: 'not to be had',
      why: [
        expect.stringMatching(/one.*Unable to resolve AWS account/),
        expect.stringMatching(/two.*Unable to resolve AWS account/),
      ],
    },
    after: missing('one', 'two'),
  });
});
