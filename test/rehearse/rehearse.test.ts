// tools/rehearse/vendor.ts, tools/rehearse/steps.ts, tools/sandbox/clients/temporary-home.ts, tools/stoppable.ts
import { createTemporaryHome, withEnvironment } from '../../tools/sandbox/clients/temporary-home';
import { RehearsalSteps } from '../../tools/rehearse/steps';
import { stoppable } from '../../tools/stoppable';
import type { Share } from '../../lib/share/share';
import { share as shipped } from '../../parameters';
import { memoryTerminal } from '../memory-terminal';
import { THOROUGH } from '../properties';
import { rehearsed } from './rehearsed';

const silent = { show: () => undefined, clear: () => undefined };

const WHOLE_BUCKET: [string, undefined, string, string[]] = [
  'in the whole bucket',
  undefined,
  'rehearsal-0123456789abcdef.txt',
  [],
];

describe('a vendor of whom nothing is seeded', () => {
  test.each<[string, string[] | undefined, string, string[]]>([
    ...(THOROUGH ? [WHOLE_BUCKET] : []),
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
  stop.release();
  expect(stop.signal.aborted).toBe(true);
});

test('so does a reader who has seen enough', () => {
  const stop = stoppable();
  process.stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  stop.release();
  expect(stop.signal.aborted).toBe(true);
});
