// bin/unreadable.ts and bin/run-command-line.ts
import { Command } from 'commander';
import { loadAndRun } from '../../bin/run-command-line';
import { unreadable } from '../../bin/unreadable';

/** What is printed to standard error, and the exit code, when loading the commands goes so. */
async function run(load: () => Promise<Command>, ...argv: string[]) {
  let printed = '';
  const complaint = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  process.exitCode = 0;
  await loadAndRun(load, ['node', 'vendor-share', ...argv]);
  complaint.mockRestore();
  const exitCode = process.exitCode;
  process.exitCode = 0;
  return { printed, exitCode };
}

const slip = () => Promise.reject(new SyntaxError('parameters.ts:1:22: Expected identifier but found ";"'));

test('parameters.ts that cannot be read is one line and exit code 2, and not "the promise is broken"', async () => {
  expect(await run(slip, 'prove')).toEqual({
    printed:
      'Nothing was tried, because a file could not be read (the last edit of parameters.ts?): ' +
      'parameters.ts:1:22: Expected identifier but found ";"\n',
    exitCode: 2,
  });
});

test.each<[string, unknown, string]>([
  ['null', null, 'it threw null'],
  ['nothing', undefined, 'it threw undefined'],
  ['a text', 'no', "it threw 'no'"],
  ['a symbol', Symbol('no'), 'it threw Symbol(no)'],
  ['an object that cannot be written as text', Object.create(null), 'it threw [Object: null prototype] {}'],
])('whatever is thrown, it is one line: %s', (_, thrown, message) => {
  expect(unreadable(thrown)).toBe(
    `Nothing was tried, because a file could not be read (the last edit of parameters.ts?): ${message}`,
  );
});

test('the stack trace is for --verbose', async () => {
  expect((await run(slip, 'prove', '--verbose')).printed).toMatch(/\n    at /);
});

test('what can be read is run', async () => {
  const ran = jest.fn();
  const load = () =>
    Promise.resolve(new Command('vendor-share').addCommand(new Command('prove').action(ran)));
  expect(await run(load, 'prove')).toEqual({ printed: '', exitCode: 0 });
  expect(ran).toHaveBeenCalledTimes(1);
});
