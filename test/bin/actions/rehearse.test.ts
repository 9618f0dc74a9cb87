import { run } from '../../../bin/actions/rehearse';
import { share } from '../../../parameters';
import { memoryTerminal } from '../../memory-terminal';

let mockExitCode: number;
jest.mock('../../../tools/rehearse/rehearse', () => ({
  rehearse: () =>
    Promise.resolve({
      steps: [],
      refusals: [],
      verifications: [],
      problems: ['it was not refused'],
      milliseconds: 1,
      exitCode: mockExitCode,
    }),
}));

afterEach(() => {
  process.exitCode = 0;
});

test.each([0, 1, 2, 3])('the command ends as its rehearsal: %i', async (exitCode) => {
  mockExitCode = exitCode;
  const terminal = memoryTerminal();
  for (const options of [{}, { json: true } as const]) {
    process.exitCode = undefined;
    await run(share, terminal, options);
    expect(process.exitCode).toBe(exitCode);
  }
  expect(JSON.parse(terminal.printed())).toMatchObject({ exitCode, problems: ['it was not refused'] });
});

test('a share that has ended is not rehearsed', async () => {
  const [vendor] = share.vendors;
  const ended = { ...share, vendors: [{ ...vendor!, until: '2020-01-01T00:00:00Z' }] };
  await expect(run(ended, memoryTerminal(), {})).rejects.toMatchObject({
    exitCode: 2,
    message:
      'vendors[0].until must be in the future for a rehearsal, got "2020-01-01T00:00:00Z": the share has ended',
  });
});
