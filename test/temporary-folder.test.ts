import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryFolder } from '../tools/temporary-folder';

test('it is there until it is removed, with what is in it', () => {
  const { path, remove } = temporaryFolder('some-test-');
  writeFileSync(join(path, 'a'), 'x');
  expect(basename(path)).toMatch(/^some-test-\w+$/);
  remove();
  expect(existsSync(path)).toBe(false);
});

test('it does not outlive the process', () => {
  const before = process.listeners('exit');
  const folders = [temporaryFolder('some-test-'), temporaryFolder('some-test-')];
  const [atExit, ...others] = process.listeners('exit').filter((one) => !before.includes(one));
  expect(others).toEqual([]);
  atExit?.(0);
  expect(folders.filter(({ path }) => existsSync(path))).toEqual([]);
  for (const { remove } of folders) remove();
  expect(process.listeners('exit')).toEqual(before);
});
