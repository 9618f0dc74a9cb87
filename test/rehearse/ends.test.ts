// tools/rehearse/rehearse.ts
import { share } from '../../parameters';
import { rehearse } from '../../tools/rehearse/rehearse';
import type { VendorRehearsal } from '../../tools/rehearse/vendor';
import { memoryTerminal } from '../memory-terminal';

let mockDeployed: { succeeded: boolean; remarks: string };
jest.mock('../../tools/rehearse/cdk-deploy', () => ({
  cdkDeployCommand: () => 'npx cdk deploy',
  cdkDeploy: () => Promise.resolve({ resources: [], assets: 0, outputs: {}, ...mockDeployed }),
}));

let mockVendor: () => VendorRehearsal;
jest.mock('../../tools/rehearse/vendor', () => ({
  rehearseVendor: () => Promise.resolve().then(() => mockVendor()),
}));

async function rehearsed(vendor: () => VendorRehearsal, deployed = { succeeded: true, remarks: '' }) {
  mockVendor = vendor;
  mockDeployed = deployed;
  const terminal = memoryTerminal();
  const { exitCode, problems } = await rehearse({
    share,
    terminal,
    progress: { show: () => undefined, clear: () => undefined },
    signal: new AbortController().signal,
    clock: () => 0,
  });
  return { exitCode, problems, printed: terminal.printed() };
}

const refusal = (asPromised: boolean) => ({
  who: 'the vendor',
  what: 'write an object',
  outcome: asPromised ? 'AccessDenied' : 'allowed',
  asPromised,
  said: 'said',
});

function vendor(asPromised: boolean, exitCode: number, ...problems: string[]): VendorRehearsal {
  const verification = { vendor: 'Vendor', bucket: 'bucket', verifications: [], exitCode };
  return { refusals: [refusal(asPromised)], verification, problems };
}

test.each([
  ['all was as promised', vendor(true, 0), 0, /Everything went as promised, in 0\.0 s\./],
  ['one thing was not refused', vendor(false, 0, 'allowed'), 1, /Not as promised:\n {2}- allowed$/],
  ['what was verified is broken', vendor(true, 1, 'no bucket'), 1, /Not as promised:\n {2}- no bucket$/],
  ['a profile was wrong', vendor(true, 2, 'profile'), 2, /Not as promised:\n {2}- profile$/],
  ['something could not be told', vendor(true, 3, 'timeout'), 3, /Could not tell:\n {2}- timeout$/],
  ['not refused is worse than not told', vendor(false, 3, 'allowed'), 1, /Not as promised:/],
])('%s: it ends so, and says so', async (_, result, exitCode, said) => {
  const end = await rehearsed(() => result);
  expect(end.exitCode).toBe(exitCode);
  expect(end.printed).toMatch(said);
});

test('a deployment that fails ends it, with its reason', async () => {
  const end = await rehearsed(
    () => {
      throw new Error('nobody walks');
    },
    { succeeded: false, remarks: 'The promise is broken: everyone may read.' },
  );
  expect(end.exitCode).toBe(1);
  expect(end.problems).toEqual(['step 2, The company deploys: The promise is broken: everyone may read.']);
  expect(end.printed).toMatch(/Not as promised:\n {2}- step 2/);
});

test('an error that is none of a step is nobody’s broken promise', async () => {
  const walking = rehearsed(() => {
    throw new TypeError('x is undefined');
  });
  await expect(walking).rejects.toThrow('x is undefined');
});
