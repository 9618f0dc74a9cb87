import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { run } from '../../../bin/actions/prove';
import { buildApp } from '../../../lib/share-app';
import { share as parameters } from '../../../parameters';
import { cdkSettings } from '../../../tools/synth/cdk-settings';
import { memoryTerminal } from '../../memory-terminal';

afterEach(() => {
  process.exitCode = 0;
});

test('what stands in parameters.ts is what the templates give, with the context of cdk.json', async () => {
  const terminal = memoryTerminal();
  const { context } = cdkSettings(process.cwd(), {});

  await run(parameters, terminal, {}, () =>
    Promise.resolve(buildApp(parameters, { context }).synth({ validateOnSynthesis: false })),
  );

  expect([terminal.printed(), process.exitCode]).toEqual([expect.stringContaining('The promise holds'), 0]);
});
