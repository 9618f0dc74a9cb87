// tools/rehearse/vendor.ts, tools/rehearse/steps.ts, tools/sandbox/clients/temporary-home.ts, tools/stoppable.ts
import { ServiceException } from '@smithy/core/client';
import { ExitCode, PlainError } from '../../tools/exit-code';
import { createTemporaryHome, withEnvironment } from '../../tools/sandbox/clients/temporary-home';
import { RehearsalSteps } from '../../tools/rehearse/steps';
import { stoppable, untilStopped } from '../../tools/stoppable';
import type { Share } from '../../lib/share/share';
import { share as shipped } from '../../parameters';
import { memoryTerminal } from '../memory-terminal';
import { rehearsed } from './rehearsed';

const silent = { show: () => undefined, clear: () => undefined };

describe('a vendor of whom nothing is seeded', () => {
  test.each<[string, string[] | undefined, string, string[]]>([
    ['in the whole bucket', undefined, 'rehearsal-0123456789abcdef.txt', []],
    [
      'below its prefix',
      ['reports/'],
      'reports/rehearsal-0123456789abcdef.txt',
      ['borrowed role: read outside the prefix'],
    ],
  ])('reads what the rehearsal put there, and nothing is left: %s', async (_, prefixes, key, refused) => {
    const [vendor] = shipped.vendors;
    const share: Share = {
      company: { ...shipped.company, seedObjects: [] },
      vendors: [{ ...vendor!, ...(prefixes && { prefixes }) }],
    };
    await rehearsed(share, async ({ result, printed, deployed }) => {
      const left = await deployed.sandbox.objects.get(share.company.bucketName, key);
      expect({ problems: result.problems, exitCode: result.verification.exitCode, left }).toEqual({
        problems: [],
        exitCode: 0,
        left: undefined,
      });
      expect(printed).toContain(`   cp  ${key}: "for the vendor\\n"`);
      const whats = result.refusals.map(({ who, what }) => `${who.replace('the ', '')}: ${what}`);
      expect(whats).toEqual(expect.arrayContaining(refused));
    });
  });
});

test('a step that fails is summed up in its first words that are not Node’s', async () => {
  const steps = new RehearsalSteps(memoryTerminal(), silent, () => 0);
  const problem = [
    'node:internal/process/promises:391',
    '      triggerUncaughtException(err);',
    '      ^',
    '',
    'ValidationError: no',
  ];
  const failing = { title: 'Deploy', run: () => Promise.reject(new Error(problem.join('\n'))) };
  await expect(steps.take(failing)).rejects.toThrow('step 1, Deploy: ValidationError: no');
});

test.each<[string, Error, boolean]>([
  ['a step that found something else than was promised', new Error('the session is not that'), true],
  ['what AWS answers', answered(403), true],
  ['a failure of AWS', answered(500), false],
  [
    'a sign-in that is refused',
    Object.assign(new Error('No access'), { name: 'CredentialsProviderError' }),
    true,
  ],
  ['a full disk', Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' }), false],
  ['no entry in the password file', Object.assign(new Error('x'), { syscall: 'uv_os_get_passwd' }), false],
  ['no connection', Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' }), false],
  ['a child that was killed', new PlainError('it was ended', ExitCode.CouldNotTell), false],
  ['a fault of this program', new TypeError('undefined is not a function'), false],
  ['a timeout', new DOMException('x', 'TimeoutError'), false],
])('%s: whether it says something about the share', async (_, thrown, tells) => {
  const steps = new RehearsalSteps(memoryTerminal(), silent, () => 0);
  await expect(steps.take({ title: 'A step', run: () => Promise.reject(thrown) })).rejects.toMatchObject({
    tells,
  });
});

function answered(httpStatusCode: number): Error {
  const $metadata = { httpStatusCode };
  return new ServiceException({ name: 'AccessDenied', $fault: 'client', $metadata, message: 'no' });
}

test('whoever lives in a temporary home has nothing of the user’s AWS, nor their proxies', async () => {
  const mine = {
    ...process.env,
    AWS_PROFILE: 'mine',
    CDK_NEW_BOOTSTRAP: '1',
    HTTP_PROXY: 'http://127.0.0.1:9',
    https_proxy: 'http://127.0.0.1:9',
    ALL_PROXY: 'http://127.0.0.1:9',
    OTHER: 'stays',
  } as Record<string, string>;
  const home = await withEnvironment(mine, () => createTemporaryHome({}, 'http://127.0.0.1:1'));
  home.remove();
  const { environment } = home;
  const mineAlone = ['AWS_PROFILE', 'CDK_NEW_BOOTSTRAP', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY', 'OTHER'];
  expect(mineAlone.filter((name) => name in environment)).toEqual(['OTHER']);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops what is under way', (name) => {
  const stop = stoppable();
  process.emit(name);
  process.emit(name); // npm passes its own on
  stop.release();
  expect(stop.signal.aborted).toBe(true);
});

test('what cannot be stopped is waited for no longer', async () => {
  const controller = new AbortController();
  const waiting = untilStopped(new Promise(() => {}), controller.signal);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining('Stopped by hand') as string,
  });
  await expect(untilStopped(Promise.resolve('done'), new AbortController().signal)).resolves.toBe('done');
});

test('so does a reader who has seen enough', () => {
  const stop = stoppable();
  process.stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  stop.release();
  expect(stop.signal.aborted).toBe(true);
});
