import { sayRehearse as say } from '../../words/say';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Grant } from '../../lib/share/grant';
import { type ChildOptions, startChild } from '../children';
import { ExitCode, PlainError } from '../exit-code';
import { childFault } from '../machine-fault';
import { stoppedByHand } from '../stoppable';
import type { Handoff } from '../handoff/handoff';
import type { Explained } from './explained';
import { assumeRoleTyped, SESSION_NAME } from './walk';
import type { TemporaryHome } from '../sandbox/clients/temporary-home';

/** Steps 7 to 9 literally, by the AWS CLI: first with exported credentials as in the walkthrough, then as on the handoff. */
export class AwsCliWalk {
  private constructor(
    private readonly home: TemporaryHome,
    readonly version: string,
  ) {}

  /** @returns undefined if there is no `aws` on PATH */
  static async find(home: TemporaryHome, stop: AbortSignal): Promise<AwsCliWalk | undefined> {
    try {
      const { code, stdout, stderr } = await run(['--version'], { env: home.environment, stop });
      return code === 0 ? new AwsCliWalk(home, (stdout || stderr).trim()) : undefined;
    } catch (error) {
      if (error instanceof PlainError) throw error;
      return undefined;
    }
  }

  typed(grant: Grant, handoff: Handoff): string[] {
    return [
      assumeRoleTyped(grant, handoff),
      `export AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… AWS_SESSION_TOKEN=… AWS_DEFAULT_REGION=${handoff.region}`,
      ...handoff.commands.slice(1).map((command) => command.replace(/ --profile \S+$/, '')),
      ...handoff.commands.slice(1),
    ];
  }

  /** @throws Error with what the CLI said */
  async walk(grant: Grant, handoff: Handoff, signal: AbortSignal): Promise<Explained[]> {
    const { externalId } = grant.vendor;
    const external = externalId === undefined ? [] : ['--external-id', externalId];
    const assume = ['sts', 'assume-role', '--role-arn', grant.roleArn, '--role-session-name', SESSION_NAME];
    const asUser = ['--profile', handoff.profiles.permissionSet];
    const answer: unknown = JSON.parse(
      await this.aws([...assume, ...external, ...asUser, '--output', 'json'], {}, signal),
    );
    const exported = { ...exportsOf(answer), AWS_DEFAULT_REGION: handoff.region };
    const folder = mkdtempSync(join(this.home.folder, 'cli-'));
    const prefix = handoff.prefixes[0] ?? '';
    const place = `s3://${handoff.bucket}/${prefix}`;
    const profile = ['--profile', handoff.profiles.borrowedRole];
    const ls = (environment: Record<string, string>, ...more: string[]) =>
      this.aws(['s3', 'ls', place, ...more], environment, signal);
    const [listing] = await Promise.all([ls(exported), ls({}, ...profile)]);
    const [, listed] = /^\S+ +\S+ +\d+ (.+)$/m.exec(listing) ?? [];
    const key = handoff.sampleKey ?? (listed === undefined ? undefined : `${prefix}${listed}`);
    if (key === undefined) return [['ls', listing.trim() || say('nothingThere')]];
    const cp = (to: string, environment: Record<string, string>, ...more: string[]) =>
      this.aws(
        ['s3', 'cp', `s3://${handoff.bucket}/${key}`, join(folder, to), '--quiet', ...more],
        environment,
        signal,
      );
    await Promise.all([cp('by-keys', exported), cp('by-profile', {}, ...profile)]);
    const text = readFileSync(join(folder, 'by-keys'), 'utf8');
    if (text !== readFileSync(join(folder, 'by-profile'), 'utf8')) throw new Error(say('copiesDiffer'));
    return [
      ['ls', listing.trim()],
      ['cp', `${key}: ${JSON.stringify(text.slice(0, 60))}`, say('twice')],
    ];
  }

  private async aws(
    args: string[],
    environment: Record<string, string>,
    signal: AbortSignal,
  ): Promise<string> {
    const env = { ...this.home.environment, ...environment };
    const { stdout, stderr, ...ended } = await run(args, { env, stop: signal, cwd: this.home.folder });
    if (signal.aborted) throw stoppedByHand();
    if (ended.code === 0) return stdout;
    const said = stderr.trim();
    const command = `aws ${args.slice(0, 2).join(' ')}`;
    const fault = childFault({ ...ended, command, said });
    if (fault !== undefined) throw new PlainError(fault, ExitCode.CouldNotTell);
    throw new Error(said === '' ? say('cliFailed', { command }) : say('cliSaid', { command, said }));
  }
}

async function run(args: readonly string[], options: ChildOptions) {
  const child = startChild('aws', args, options);
  const [ended, stdout, stderr] = await Promise.all([child.ended, text(child.stdout), text(child.stderr)]);
  return { ...ended, stdout, stderr };
}

function exportsOf(answer: unknown): Record<string, string> {
  const keys: unknown = isRecord(answer) ? answer['Credentials'] : undefined;
  if (!isRecord(keys)) throw new Error(say('noCredentialsOfCli'));
  return {
    AWS_ACCESS_KEY_ID: String(keys['AccessKeyId']),
    AWS_SECRET_ACCESS_KEY: String(keys['SecretAccessKey']),
    AWS_SESSION_TOKEN: String(keys['SessionToken']),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
