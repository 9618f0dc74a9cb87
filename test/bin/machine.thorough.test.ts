// bin/app.ts, bin/vendor-share.ts, bin/load-parameters.ts, bin/report-error.ts and tools/closed-pipe.ts, as processes
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '..', '..');
const COMMANDS = ['prove', 'rehearse', 'sandbox', 'handoff', 'lookup --profile p', 'verify --profile p'];
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'machine-'));
  for (const name of ['bin', 'lib', 'tools', 'words', 'package.json', 'cdk.json', 'tsconfig.json'])
    cpSync(join(PROJECT, name), join(copy, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
});
beforeEach(() => cpSync(join(PROJECT, 'parameters.ts'), join(copy, 'parameters.ts')));
afterAll(() => rmSync(copy, { recursive: true, maxRetries: 5 }));

const node = (...args: string[]) =>
  spawnSync(process.execPath, ['--require', 'tsx/cjs', ...args], { cwd: copy, encoding: 'utf8' });
const run = (command: string) => node('bin/vendor-share.ts', ...command.split(' '));
/** With what becomes of its output. */
const shell = (line: string): SpawnSyncReturns<string> =>
  spawnSync('bash', ['-c', `set -o pipefail; ${line}`], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, VENDOR_SHARE: `${process.execPath} --require tsx/cjs bin/vendor-share.ts` },
  });

/** The seed object's content becomes `機密` in Shift_JIS. */
function inShiftJis(file: string, write: (text: string) => string): void {
  const [before = '', after = ''] = write('MARK').split('MARK');
  writeFileSync(
    join(copy, file),
    Buffer.concat([Buffer.from(before), Buffer.from('8b4096a7', 'hex'), Buffer.from(after)]),
  );
}

const parameters = () => readFileSync(join(PROJECT, 'parameters.ts'), 'utf8');

test.each(COMMANDS)('parameters.ts in Shift_JIS: %s names it, and ends with 2', (command) => {
  inShiftJis('parameters.ts', (mark) => parameters().replace('confidential data', mark));
  const { status, stdout, stderr } = run(command);
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^parameters\.ts, line 12: this file is not saved as UTF-8/) as string,
  });
});

test('so does cdk synth, before it writes anything', () => {
  inShiftJis('parameters.ts', (mark) => parameters().replace('confidential data', mark));
  const { status, stderr } = node('bin/app.ts');
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^parameters\.ts, line 12: this file is not saved as UTF-8/) as string,
  });
});

test('so does a file that parameters.ts imports', () => {
  writeFileSync(
    join(copy, 'parameters.ts'),
    `import { text } from './seed';\n${parameters().replace("'confidential data\\n'", 'text')}`,
  );
  inShiftJis('seed.ts', (mark) => `export const text = '${mark}';\n`);
  const { status, stderr } = run('handoff');
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^seed\.ts, line 1: this file is not saved as UTF-8/) as string,
  });
});

test('a byte order mark of UTF-8 is no fault', () => {
  writeFileSync(join(copy, 'parameters.ts'), `\ufeff${parameters()}`);
  expect(run('handoff').status).toBe(0);
});

test.each<[string, string, number]>([
  ['the result is not read', '$VENDOR_SHARE prove --json | true', 0],
  ['one line of it is read', '$VENDOR_SHARE prove | head -n 1', 0],
  ['what is wrong is not read', '$VENDOR_SHARE lookup --profile none 2>&1 >/dev/null | true', 2],
  ['there is nowhere to print to', '$VENDOR_SHARE prove >&- 2>&-', 0],
])('%s: a quiet end, with the code of what was found', (_, line, code) => {
  const { status, stderr } = shell(line);
  expect({ status, stderr }).toEqual({ status: code, stderr: '' });
});

test('a result that cannot be written, because the disk is full, ends with 3', () => {
  const { status, stderr } = shell('$VENDOR_SHARE prove > /dev/full');
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr:
      'what was to be printed could not be written (ENOSPC: no space left on device, write), so the output is not complete\n',
  });
});
