import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../exit-code';
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
 * @throws PlainError if there is no assembly afterwards
 */
export async function synthesize(project: string, folder: string): Promise<Synthesized> {
  const settings = cdkSettings(project);
  if (isDirectory(join(project, settings.app))) return { directory: join(project, settings.app) };
  const env = environment(settings, folder);
  if (settings.build !== undefined) await succeed(settings.build, project, env);
  const directory = join(folder, 'cdk.out');
  mkdirSync(directory);
  const { code, said } = await run(settings.app, project, { ...env, CDK_OUTDIR: directory });
  if (code === 0) return { directory };
  if (existsSync(join(directory, 'manifest.json'))) return { directory, complaint: said };
  throw new PlainError(`the app wrote no templates (${settings.app}):\n${said}`);
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

async function succeed(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { code, said } = await run(command, cwd, env);
  if (code !== 0) throw new PlainError(`cdk.json's build failed (${command}):\n${said}`);
}

/** By the shell, as the CLI does; what it prints is kept for when it fails. */
async function run(command: string, cwd: string, env: NodeJS.ProcessEnv) {
  const child = spawn(command, {
    cwd,
    env,
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece));
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed).once('close', done);
  });
  return { code, said: Buffer.concat(said).toString().trim() };
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
