import { prove } from '../../tools/proof/prove';
import type { Sandbox } from '../../tools/sandbox/sandbox';
import { connect } from '../../tools/verify/aws-clients';
import { readAwsProfiles } from '../../tools/verify/aws-profiles';
import { printRun, runAsData } from '../../tools/verify/report';
import { withEnvironment } from '../../tools/sandbox/clients/temporary-home';
import { runVerification, type VerificationRun } from '../../tools/verify/verification-run';
import type { DeployedSandbox } from '../deployed-sandbox';
import { memoryTerminal } from '../memory-terminal';

export interface VerifyOptions {
  /** @default - the handoff's permission-set profile */
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly deployed?: boolean;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
}

export interface Verified {
  readonly run: VerificationRun;
  /** As a person and as a program would see it. */
  readonly text: string;
  readonly json: string;
}

/** `npm run verify` against a deployed sandbox, as somebody who lives in `environment`. */
export async function verifyIn(deployed: DeployedSandbox, options: VerifyOptions = {}): Promise<Verified> {
  const { grant, share, handoff, home } = deployed;
  const timeout = options.timeout ?? 10_000;
  // Before it tries again the SDK waits for some part of a second, by chance: here for none of it.
  const chance = jest.spyOn(Math, 'random').mockReturnValue(0);
  return withEnvironment({ ...home.environment, ...options.environment }, async () => {
    const connection = connect({
      region: share.company.region,
      identityCenterRegion: grant.identityCenter?.region ?? share.company.region,
      timeout,
    });
    const run = await runVerification({
      grant,
      share,
      profileNames: options.profiles ?? [handoff.profiles.permissionSet],
      profiles: await readAwsProfiles(),
      connection,
      timeout,
      concurrency: 8,
      signal: options.signal ?? new AbortController().signal,
      now: options.now ?? (() => new Date()),
      nonce: 'a1b2c3d4e5f60718',
      ...(options.deployed
        ? { deployed: { prove, templates: () => Promise.resolve({ stacks: deployed.templates }) } }
        : {}),
    });
    connection.close();
    const terminal = memoryTerminal();
    printRun(terminal, run);
    return { run, text: terminal.printed(), json: JSON.stringify(runAsData(run)) };
  }).finally(() => chance.mockRestore());
}

/** Every key, secret and token that exists in the sandbox at this moment. */
export function secretsIn({ world }: Sandbox): string[] {
  const keys = [...world.credentials.values()].flatMap((credential) => [
    credential.accessKeyId,
    credential.secretAccessKey,
    ...(credential.kind === 'session' ? [credential.sessionToken] : []),
  ]);
  return [
    ...keys,
    ...[...world.identityCenters.values()].flatMap(({ portalTokens }) => [...portalTokens.keys()]),
  ];
}
