import { load } from '../../bin/load';

test('what can be loaded is handed on', () => {
  expect(load(() => 'the file')).toBe('the file');
});

test('a file that cannot be read is one sentence and exit code 2, and what was thrown is its cause', () => {
  const thrown = new SyntaxError('prove.ts:1:22: Expected identifier but found ";"');
  const unreadable = () => {
    throw thrown;
  };
  expect(() => load(unreadable)).toThrow(
    expect.objectContaining({
      name: 'PlainError',
      exitCode: 2,
      message:
        'Nothing was tried, because a file could not be read (the last edit of parameters.ts?): ' +
        'prove.ts:1:22: Expected identifier but found ";"',
      cause: thrown,
    }) as Error,
  );
});
