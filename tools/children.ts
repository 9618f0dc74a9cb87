import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';
import { stoppedByHand } from './stoppable';

export interface ChildOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The command is a line for the system's shell. */
  readonly shell?: boolean;
  /** Ends it before it is done. */
  readonly stop?: AbortSignal;
}

/** A program that was started, with what it prints. */
export interface Child extends ChildProcessByStdio<null, Readable, Readable> {
  /** When it and its children have ended. Rejects if it could not be started. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** So long it may take to end by itself. */
const GRACE = 1000;

const running = new Set<ChildProcess>();
const endAll = () => running.forEach((child) => endTree(child, 'SIGKILL'));

/**
 * Starts a program that is ended with its own children: when it is to stop, and at the latest when this process ends.
 *
 * @throws PlainError if it was stopped before
 */
export function startChild(command: string, args: readonly string[], options: ChildOptions = {}): Child {
  const { cwd, env, shell = false, stop } = options;
  if (stop?.aborted) throw stoppedByHand();
  const child = spawn(command, args, {
    ...(cwd !== undefined && { cwd }),
    ...(env !== undefined && { env }),
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that its children can be ended with it. On Windows it would be a window.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  running.add(child);
  if (running.size === 1) process.on('exit', endAll);
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    endTree(child, 'SIGTERM');
    timer = setTimeout(() => endTree(child, 'SIGKILL'), GRACE);
  };
  stop?.addEventListener('abort', end);
  const ended = new Promise<Awaited<Child['ended']>>((done, failed) => {
    child.once('error', failed).once('close', (code, signal) => done({ code, signal }));
  }).finally(() => {
    clearTimeout(timer);
    stop?.removeEventListener('abort', end);
    running.delete(child);
    if (running.size === 0) process.off('exit', endAll);
  });
  ended.catch(() => undefined); // whoever waits for it is told
  return Object.assign(child, { ended });
}

/**
 * Ends a process and all that it has started. Windows has no process groups, and takes a negative id for an error.
 *
 * https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/taskkill
 *
 * @param platform @default - this computer's
 */
export function endTree(
  { pid }: Pick<ChildProcess, 'pid'>,
  signal: NodeJS.Signals,
  platform: NodeJS.Platform = process.platform,
  run: (command: string, args: string[]) => unknown = (command, args) =>
    spawnSync(command, args, { stdio: 'ignore', windowsHide: true }),
): void {
  if (pid === undefined) return;
  if (platform === 'win32') {
    run('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // it has ended by itself
  }
}
