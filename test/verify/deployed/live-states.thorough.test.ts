// All of tools/verify/deployed/, with the proof behind it: one deployed share in many states, and the verdict each must get.
import { grantsOf } from '../../../lib/share/grant';
import { printableData } from '../../../tools/printable';
import { prove } from '../../../tools/proof/prove';
import type { ProvedTemplates } from '../../../tools/verify/deployed/read-stacks';
import { printRun } from '../../../tools/verify/report';
import { runVerification } from '../../../tools/verify/verification-run';
import { memoryTerminal } from '../../memory-terminal';
import { AS_PROMISED, share, templates } from './deployed-share';
import { type Answers, fakeAws } from './fake-aws';
import { LIVE_STATES } from './live-states';

const aws = fakeAws();

async function verified(
  answers: Answers,
  profileNames: readonly string[],
  proved: ProvedTemplates = { stacks: templates },
) {
  const [grant] = grantsOf(share);
  if (grant === undefined) throw new Error('the share has no vendor');
  aws.become({ ...AS_PROMISED, ...answers });
  const run = await runVerification({
    grant,
    share,
    profileNames,
    profiles: { profiles: { company: {}, center: {} }, ssoSessions: [] },
    connection: aws.connection,
    timeout: 10_000,
    concurrency: 6,
    deployed: { prove, templates: () => Promise.resolve(proved) },
    signal: new AbortController().signal,
    now: () => new Date('2026-11-26T00:00:00Z'),
    nonce: 'a1b2c3d4e5f60718',
  });
  const terminal = memoryTerminal();
  printRun(terminal, printableData(run));
  return { run, text: terminal.printed().replaceAll(/\s+/g, ' ') };
}

test.each(LIVE_STATES)(
  '$exitCode: $is',
  async ({ answers, profiles = ['company'], exitCode, says, neverSays = [] }) => {
    const { run, text } = await verified(answers, profiles);

    for (const one of says) expect(text).toContain(one);
    for (const one of neverSays) expect(text).not.toContain(one);
    expect(run.exitCode).toBe(exitCode);
    // AND what is deployed is no template
    expect(text).not.toMatch(/Synthesize|in the templates|stands in the template/);
  },
);

test('there are forty states at least, and none is there twice', () => {
  const names = LIVE_STATES.map(({ is }) => is);
  expect(new Set(names).size).toBe(names.length);
  expect(LIVE_STATES.length).toBeGreaterThanOrEqual(40);
});

test('where the project’s own templates are not as promised, there is nothing to compare the stacks with', async () => {
  const problem = 'the templates that the app writes now break the promise; npm run prove says why';
  const { run, text } = await verified({}, ['company'], { stacks: [], problem });

  expect(run.exitCode).toBe(3);
  expect(text).toContain(
    'could not be read, so not proved: the templates of the stacks, because there is nothing to compare them with: ' +
      problem,
  );
});
