import type { Judge } from '../../bin/judge';

/** Loads bin/app.ts, which `cdk` runs, with another end, and says how its process would end. */
async function ran(
  defineApp: () => number,
  unreadable?: Error,
): Promise<{ exitCode: unknown; said: string; calls: unknown[][] }> {
  const calls: unknown[][] = [];
  let said = '';
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  process.exitCode = undefined;
  jest.resetModules();
  jest.doMock('../../bin/judge', () => ({ judgeOf: () => theJudge }));
  jest.doMock('../../bin/define-app', () => {
    if (unreadable !== undefined) throw unreadable;
    return {
      defineApp: (...given: unknown[]) => {
        calls.push(given);
        return defineApp();
      },
    };
  });
  require('../../bin/app');
  await new Promise((resolve) => setImmediate(resolve));
  stderr.mockRestore();
  const { exitCode } = process;
  process.exitCode = 0;
  return { exitCode, said, calls };
}

const theJudge: Judge = () => undefined;

// The CDK CLI deploys nothing after any exit code but 0.
test.each([0, 1, 2, 3])('the process of the CDK ends as the app is judged: %i', async (code) => {
  const { exitCode, calls } = await ran(() => code);
  expect(exitCode).toBe(code);
  // AND the judge of the parameters is the one that is asked
  expect(calls.map(([, judge]) => judge)).toEqual([theJudge]);
});

test('an app that cannot even be loaded is deployed by nobody', async () => {
  const { exitCode, said, calls } = await ran(() => 0, new SyntaxError('Unexpected token'));
  expect([exitCode, calls]).toEqual([2, []]);
  expect(said).toMatch(/^Nothing was tried, .*: Unexpected token\n$/);
});

test('nor is one that throws while it is made', async () => {
  const { exitCode, said } = await ran(() => {
    throw new TypeError('x is undefined');
  });
  expect(exitCode).toBe(3);
  expect(said).toContain('x is undefined');
});
