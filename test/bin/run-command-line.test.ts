import { Command } from 'commander';
import { loadAndRun, runCommandLine } from '../../bin/run-command-line';
import { InvalidShareError } from '../../lib/share/invalid-share-error';
import { ExitCode, PlainError } from '../../tools/exit-code';

let written: string[];
beforeEach(() => {
  written = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  process.exitCode = undefined;
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = 0;
});

/** A program with one command, which does this. */
function program(action: () => unknown): Command {
  const quiet = { writeErr: () => undefined, writeOut: () => undefined };
  const command = new Command('try').option('--verbose').action(async () => {
    await action();
  });
  return new Command('p').configureOutput(quiet).addCommand(command.configureOutput(quiet));
}

const ADVICE = 'This was not expected: run it again with --verbose.\n';

test.each<[string, unknown, number, string[]]>([
  ['an error that nobody expected', new TypeError('x is undefined'), 3, ['x is undefined\n', ADVICE]],
  ['what is no error', 'just text', 3, ['just text\n', ADVICE]],
  [
    'wrong parameters',
    new InvalidShareError([{ field: 'vendors', message: 'vendors must be a list' }]),
    2,
    ['parameters.ts:\n  - vendors must be a list\n'],
  ],
  ['an error for a person', new PlainError('--region must be given'), 2, ['--region must be given\n']],
  ['one with an end of its own', new PlainError('no network', ExitCode.CouldNotTell), 3, ['no network\n']],
  ['one that says broken', new PlainError('broken', ExitCode.Broken), 1, ['broken\n']],
])('%s ends a command in its own way', async (_, error, exitCode, said) => {
  const failing = program(() => {
    throw error;
  });
  await runCommandLine(failing, ['node', 'p', 'try']);
  expect(process.exitCode).toBe(exitCode);
  expect(written).toEqual(said);
});

test.each([
  ['an unknown command', ['fly'], 2],
  ['an unknown option', ['try', '--fly'], 2],
  ['one argument too many', ['try', 'fly'], 2],
  ['--help', ['--help'], 0],
  ['--help of a command', ['try', '--help'], 0],
])('%s', async (_, argv, exitCode) => {
  await runCommandLine(
    program(() => undefined),
    ['node', 'p', ...argv],
  );
  expect(process.exitCode).toBe(exitCode);
});

test('with --verbose, the stack of the error and of what it came of, and no advice', async () => {
  const error = new Error('it fell', { cause: new Error('it was pushed') });
  const failing = program(() => {
    throw error;
  });
  await runCommandLine(failing, ['node', 'p', 'try', '--verbose']);
  const text = written.join('');
  expect(process.exitCode).toBe(3);
  expect(text).toMatch(/^Error: it fell\n +at /);
  expect(text).toMatch(/\nCaused by: Error: it was pushed\n +at /);
  expect(text).not.toContain(ADVICE);
});

test('what an error quotes cannot write on the terminal', async () => {
  const failing = program(() => {
    throw new PlainError('got \u001b[2J\nand more');
  });
  await runCommandLine(failing, ['node', 'p', 'try']);
  expect(written).toEqual(['got \\u{1b}[2J\nand more\n']);
});

test('a command sets its own end, and it stays', async () => {
  await runCommandLine(
    program(() => {
      process.exitCode = 1;
    }),
    ['node', 'p', 'try'],
  );
  expect([process.exitCode, written]).toEqual([1, []]);
});

test.each([
  [[], /^Nothing was tried, because a file could not be read .*: Unexpected token\n$/],
  [['--verbose'], /Caused by: SyntaxError: Unexpected token\n +at /],
])('a file that cannot be loaded ends with 2: %j', async (argv, said) => {
  await loadAndRun(() => {
    throw new SyntaxError('Unexpected token');
  }, argv);
  expect(process.exitCode).toBe(2);
  expect(written.join('')).toMatch(said);
});
