import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from '../../tools/temporary-folder';
import { canRun, programOf } from '../../tools/verify/runnable';

test.each([
  ['/opt/tool --user alice', '/opt/tool'],
  ['  /opt/tool', '/opt/tool'],
  ['"/opt/my tool" x', '/opt/my tool'],
  [`'/opt/my tool' x`, '/opt/my tool'],
  [`"/opt/it's" x`, `/opt/it's`],
  [`'say "x"' x`, 'say "x"'],
  ['x "/opt/my tool"', 'x'],
  [`x '/opt/my tool'`, 'x'],
  ['"" x', ''],
  ['', ''],
  ['   ', ''],
])('the program of %j is %j', (command, program) => {
  expect(programOf(command)).toBe(program);
});

describe('whether it is there and may be run', () => {
  const { path: folder, remove } = temporaryFolder('runnable-test-');
  const { PATH } = process.env;
  const { platform } = process;
  beforeAll(() => {
    writeFileSync(join(folder, 'may'), '');
    chmodSync(join(folder, 'may'), 0o755);
    writeFileSync(join(folder, 'may-not'), '');
    chmodSync(join(folder, 'may-not'), 0o644);
    mkdirSync(join(folder, 'folder'));
  });
  afterEach(() => {
    process.env['PATH'] = PATH;
    Object.defineProperty(process, 'platform', { value: platform });
  });
  afterAll(remove);

  test.each([
    ['may', true],
    ['may-not', false],
    ['folder', false],
    ['gone', false],
  ])('%s, by its path and by PATH: %j', (name, can) => {
    expect(canRun(`${join(folder, name)} x`)).toBe(can);
    process.env['PATH'] = ['/nowhere', folder].join(delimiter);
    expect(canRun(`${name} x`)).toBe(can);
  });

  test('not by PATH where that is elsewhere, or is not set', () => {
    process.env['PATH'] = '/nowhere';
    expect(canRun('may x')).toBe(false);
    delete process.env['PATH'];
    expect(canRun('may x')).toBe(false);
  });

  test('a path with a backslash is no name for PATH', () => {
    process.env['PATH'] = folder;
    writeFileSync(join(folder, 'a\\may'), '');
    chmodSync(join(folder, 'a\\may'), 0o755);
    expect(canRun('a\\may x')).toBe(false);
  });

  test('on Windows that is not known, and counts as yes', () => {
    Object.defineProperty(process, 'platform', { value: 'win32' });
    expect(canRun('gone')).toBe(true);
  });
});
