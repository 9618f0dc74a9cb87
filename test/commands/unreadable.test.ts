import { Command } from 'commander';
import { loadAndRun } from '../../bin/run-command-line';

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
      'nothing was tried, because a file could not be read (the last edit of parameters.ts?): ' +
      'parameters.ts:1:22: Expected identifier but found ";"\n',
    exitCode: 2,
  });
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
