import { join } from 'node:path';
import { share as shipped } from '../../parameters';
import { makeClientHomes } from '../../tools/sandbox/clients/client-homes';
import { deployedSandbox } from '../deployed-sandbox';

export interface Reader {
  /** What the terminal of `npm run sandbox` says to export, and nothing else of AWS. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** A reader of the primer: the sandbox runs, both stacks are deployed, and nothing has been typed yet. */
export async function startReader(): Promise<Reader> {
  const deployed = await deployedSandbox(shipped);
  const { homes, remove } = await makeClientHomes(deployed.sandbox, shipped);
  const HOME = homes[0]?.directory ?? '';
  const environment = {
    ...deployed.home.environment,
    HOME,
    USERPROFILE: HOME,
    AWS_CONFIG_FILE: join(HOME, '.aws', 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(HOME, '.aws', 'credentials'),
    LC_ALL: 'C',
  };
  const stop = async (): Promise<void> => {
    remove();
    await deployed.stop();
  };
  return { environment, stop };
}
