import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayCli as say } from '../../words/say';
import { startChild } from '../children';
import { ExitCode, PlainError } from '../exit-code';
import { childFault } from '../machine-fault';
import { stoppedByHand } from '../stoppable';
import { type CdkSettings, cdkSettings } from './cdk-settings';

/** An app that was run. */
export interface Synthesized {
  /** Where it wrote its assembly. */
  readonly directory: string;
  /** What it says is wrong; undefined if it ended well. */
  readonly complaint?: string;
}

/**
 * Runs a project's app as the CDK CLI does before it deploys: cdk.json's command, in a process of its own, with the same
 * context. Nothing of the app is loaded here.
 *
 * https://github.com/aws/aws-cdk-cli/blob/main/packages/aws-cdk/lib/cxapp/exec.ts
 *
 * @param folder an empty one, to write into
 * @param stop ends the app before it is done
 * @throws PlainError if there is no assembly afterwards
 */
export async function synthesize(project: string, folder: string, stop?: AbortSignal): Promise<Synthesized> {
  const settings = cdkSettings(project);
  if (isDirectory(join(project, settings.app))) return { directory: join(project, settings.app) };
  const env = environment(settings, folder);
  if (settings.build !== undefined) await succeed(settings.build, project, env, stop);
  const directory = join(folder, 'cdk.out');
  mkdirSync(directory);
  const { code, said } = await run(settings.app, project, { ...env, CDK_OUTDIR: directory }, stop);
  if (code === 0) return { directory };
  if (existsSync(join(directory, 'manifest.json'))) return { directory, complaint: said };
  const exitCode = code === ExitCode.CouldNotTell ? ExitCode.CouldNotTell : ExitCode.WrongUsage;
  throw new PlainError(say('noTemplates', { command: settings.app, said }), exitCode);
}

/** In one variable of the environment, Linux takes 128 KiB: what CDK cannot have by it, it reads from a file. */
const LONGEST_VARIABLE = 100_000;

function environment({ context }: CdkSettings, folder: string): NodeJS.ProcessEnv {
  const text = JSON.stringify(context);
  // It takes a second, and says nothing about access.
  const base = { ...process.env, CDK_VALIDATION: 'false' };
  if (text.length <= LONGEST_VARIABLE) return { ...base, CDK_CONTEXT_JSON: text };
  const file = join(folder, 'context-overflow.json');
  writeFileSync(file, text);
  return { ...base, CDK_CONTEXT_JSON: '{}', CONTEXT_OVERFLOW_LOCATION_ENV: file };
}

async function succeed(
  command: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
  stop?: AbortSignal,
): Promise<void> {
  const { code, said } = await run(command, cwd, env, stop);
  if (code !== 0) throw new PlainError(say('buildFailed', { command, said }));
}

/**
 * By the shell, as the CLI does; what it prints is kept for when it fails.
 *
 * @throws PlainError if it was stopped, or this computer failed
 */
async function run(command: string, cwd: string, env: NodeJS.ProcessEnv, stop?: AbortSignal) {
  const child = startChild(command, [], { cwd, env, shell: true, ...(stop && { stop }) });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
  const { code, signal } = await child.ended;
  const said = Buffer.concat(pieces).toString().trim();
  if (stop?.aborted) throw stoppedByHand();
  const fault = childFault({ command, code, signal, said });
  if (fault !== undefined) throw new PlainError(fault, ExitCode.CouldNotTell);
  return { code, said };
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
