import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { resolve } from 'node:path';
import { childFault, faultInText, machineFault, systemFault } from '../tools/machine-fault';

const failing = (code: string, syscall: string) =>
  Object.assign(new Error(`${code}: it says`), { errno: -1, code, syscall });

const passwd = failing('ERR_SYSTEM_ERROR', 'uv_os_get_passwd');

test.each<[string, unknown, string]>([
  [
    'a full disk',
    failing('ENOSPC', 'write'),
    'this computer has no space left to write to (ENOSPC: it says)',
  ],
  ['a quota', failing('EDQUOT', 'open'), 'this computer has no space left to write to (EDQUOT: it says)'],
  ['too many files', failing('EMFILE', 'open'), 'this computer lets a program open no more files (EMFILE'],
  [
    'too many files of all',
    failing('ENFILE', 'open'),
    'this computer lets a program open no more files (ENFILE',
  ],
  ['no memory', failing('ENOMEM', 'spawn'), 'this computer has no memory left (ENOMEM'],
  [
    'no memory for an array',
    new RangeError('Array buffer allocation failed'),
    'this computer has no memory left (Array',
  ],
  [
    'no more processes',
    failing('EAGAIN', 'spawn'),
    'this computer could not do something that is needed (EAGAIN',
  ],
  ['a disk that fails', failing('EIO', 'read'), 'this computer could not do something that is needed (EIO'],
  [
    'no entry in the password file',
    passwd,
    'this computer has no home folder for this user (ERR_SYSTEM_ERROR: it says): set HOME',
  ],
  [
    'what it came of',
    new Error('x', { cause: failing('ENOSPC', 'write') }),
    'this computer has no space left to write to (ENOSPC',
  ],
])('%s is the fault of this computer, whatever was being done', (_, error, says) => {
  expect(machineFault(error)).toContain(says);
  expect(systemFault(error)).toContain(says);
});

test.each<[string, unknown, string | undefined]>([
  [
    'a file that may not be read',
    failing('EACCES', 'open'),
    'this program may not read or write something on this computer (EACCES: it says)',
  ],
  [
    'a disk that may not be written',
    failing('EROFS', 'mkdir'),
    'this program may not read or write something on this computer (EROFS: it says)',
  ],
  [
    'a program that is not there',
    failing('ENOENT', 'spawn aws'),
    'this computer could not do something that is needed (ENOENT: it says)',
  ],
  ['the network', failing('ECONNREFUSED', 'connect'), undefined],
  ['a name that nobody knows', failing('ENOTFOUND', 'getaddrinfo'), undefined],
  ['an answer', new Error('AccessDenied'), undefined],
  ['no error', 'no', undefined],
])('%s may be anybody’s fault, and is told apart only where nothing else is known', (_, error, says) => {
  expect(machineFault(error)).toBeUndefined();
  expect(systemFault(error)?.slice(0, says?.length)).toBe(says);
});

test.each<[string, string | undefined]>([
  [
    '❌ deployment failed\nError: ENOSPC: no space left on device, write\n  at x',
    'this computer has no space left to write to (Error: ENOSPC: no space left on device, write)',
  ],
  [
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    'this computer has no memory left (FATAL ERROR',
  ],
  ['the role NOENOSPCS is there already', undefined],
])('what another program printed: %s', (text, says) => {
  expect(faultInText(text)?.slice(0, says?.length)).toBe(says);
});

test.each<[string, number | null, NodeJS.Signals | null, string, string | undefined]>([
  ['ended well', 0, null, 'ENOSPC', undefined],
  ['said no', 1, null, 'AccessDenied', undefined],
  ['was used wrongly', 255, null, 'no', undefined],
  ['was killed', null, 'SIGKILL', '', 'cdk deploy was ended by something else (SIGKILL)'],
  ['was killed below a shell', 137, null, '', 'cdk deploy was ended by something else (137)'],
  [
    'ran an app that was killed',
    1,
    null,
    'Subprocess exited with error null',
    'cdk deploy was ended by something else (null)',
  ],
  [
    'ran an app that was killed below a shell',
    1,
    null,
    'x\nSubprocess exited with error 143',
    'cdk deploy was ended by something else (143)',
  ],
  [
    'ran an app that could not tell',
    1,
    null,
    'Subprocess exited with error 3',
    'cdk deploy could not tell:\nSubprocess',
  ],
  ['ran an app that found the promise broken', 1, null, 'Subprocess exited with error 1', undefined],
  ['had no space', 1, null, 'Error: ENOSPC: no space left', 'this computer has no space left'],
])('a child that %s', (_, code, signal, said, fault) => {
  const found = childFault({ command: 'cdk deploy', code, signal, said });
  expect(found?.slice(0, fault?.length)).toBe(fault);
});

test('what the system really throws has these codes', () => {
  const thrown = (run: () => unknown): unknown => {
    try {
      return run();
    } catch (error) {
      return error;
    }
  };
  const folder = mkdtempSync(`${tmpdir()}/machine-fault-`);
  rmdirSync(folder);
  expect(systemFault(thrown(() => rmdirSync(folder)))).toContain('ENOENT: no such file or directory');
  expect(userInfo().homedir).not.toBe('');
});

test('it can be said, in both languages, when nothing can be opened any more', () => {
  const program = `
    const { machineFault } = require('./tools/machine-fault');
    const { inLanguage } = require('./words/speech');
    const error = Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE', syscall: 'open' });
    const fs = require('node:fs');
    const { readFileSync } = fs;
    fs.readFileSync = () => { throw error; };
    for (const one of ['en', 'ja']) process.stdout.write(inLanguage(one, () => machineFault(error)) + '\\n');
    fs.readFileSync = readFileSync;
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', program], {
    cwd: resolve(__dirname, '..'),
    encoding: 'utf8',
  });
  expect([stdout.split('\n'), stderr]).toEqual([
    [
      expect.stringMatching(/^this computer lets a program open no more files \(EMFILE/),
      expect.stringMatching(/\p{sc=Hiragana}.*EMFILE/u),
      '',
    ],
    '',
  ]);
});
