import { once } from 'node:events';
import { endTree, startChild } from '../tools/children';

test('on Windows, which takes a negative id for an error, the tree is ended by taskkill', () => {
  const ran: unknown[] = [];
  endTree({ pid: 4711 }, 'SIGTERM', 'win32', (...command) => ran.push(command));
  expect(ran).toEqual([['taskkill', ['/pid', '4711', '/T', '/F']]]);
});

test('what could not be started, or has ended, is not ended', () => {
  expect(() => endTree({}, 'SIGTERM')).not.toThrow();
  expect(() => endTree({ pid: 2 ** 30 }, 'SIGTERM', 'linux')).not.toThrow();
});

// The grandchild holds the pipe: only when it has ended, too, has all of it.
test.each([
  ['a child and its child', 'sleep 60 & echo $!; wait'],
  ['one that takes no notice of being asked', 'trap "" TERM; sleep 60 & echo $!; wait; sleep 60'],
])('%s are ended when it is to stop', async (_, script) => {
  const stop = new AbortController();
  const child = startChild('sh', ['-c', script], { stop: stop.signal });
  await once(child.stdout, 'data');
  stop.abort();
  expect((await child.ended).signal).toMatch(/^SIG(TERM|KILL)$/);
});

test('what is to stop before it began is not started', () => {
  expect(() => startChild('sh', ['-c', 'true'], { stop: AbortSignal.abort() })).toThrow('Stopped by hand');
});

test('what is not there cannot be started', async () => {
  await expect(startChild('no-such-program', []).ended).rejects.toThrow('ENOENT');
});

test('how it ended, and by the shell', async () => {
  expect(await startChild('exit 4', [], { shell: true }).ended).toEqual({ code: 4, signal: null });
});
