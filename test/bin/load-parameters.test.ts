import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadParameters, rejectOtherEncodings } from '../../bin/load-parameters';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'encodings-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['Shift_JIS', '8b40', /x\.ts, line 1: this file is not saved as UTF-8/],
  ['UTF-16', 'fffe4100', /x\.ts: this file is saved as UTF-16 and not as UTF-8/],
  ['ISO-2022-JP', '1b2442', /x\.ts, line 1: this file is saved as ISO-2022-JP/],
])('a file in %s is refused by name, with what to do, and ends with 2', (_, hex, says) => {
  const file = join(folder, 'x.ts');
  writeFileSync(file, Buffer.from(hex, 'hex'));
  expect(() => rejectOtherEncodings(file)).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringMatching(says) as string }) as Error,
  );
});

test('a file that is not there is for whoever loads it to say', () => {
  expect(() => rejectOtherEncodings(join(folder, 'none.ts'))).not.toThrow();
  expect(loadParameters(() => 'the parameters')).toBe('the parameters');
});
