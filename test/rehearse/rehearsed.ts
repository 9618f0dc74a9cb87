import type { Share } from '../../lib/share/share';
import { RehearsalSteps } from '../../tools/rehearse/steps';
import { rehearseVendor, type VendorRehearsal } from '../../tools/rehearse/vendor';
import { Secrets } from '../../tools/verify/secrets';
import { withEnvironment } from '../../tools/sandbox/clients/temporary-home';
import { type DeployedSandbox, deployedSandbox } from '../deployed-sandbox';
import { memoryTerminal } from '../memory-terminal';

interface Rehearsed {
  /** Of the share's first vendor. */
  readonly result: VendorRehearsal;
  readonly printed: string;
  readonly deployed: DeployedSandbox;
}

const silent = { show: () => undefined, clear: () => undefined };

/** Deploys a share to a sandbox, walks it as its first vendor, and takes everything down after `look`. */
export async function rehearsed(share: Share, look: (rehearsed: Rehearsed) => Promise<void>): Promise<void> {
  const deployed = await deployedSandbox(share);
  try {
    const terminal = memoryTerminal();
    // No `aws` on PATH: the AWS CLI's part is for test/peers.
    const result = await withEnvironment({ ...process.env, PATH: '' }, () =>
      rehearseVendor({
        grant: deployed.grant,
        share,
        sandbox: deployed.sandbox,
        steps: new RehearsalSteps(terminal, silent, () => 0),
        terminal,
        signal: new AbortController().signal,
        secrets: new Secrets(),
        nonce: '0123456789abcdef',
      }),
    );
    await look({ result, printed: terminal.printed(), deployed });
  } finally {
    await deployed.stop();
  }
}
