import { tmpdir } from 'node:os';
import { isNativeError } from 'node:util/types';
import { sayOfMachine as say } from '../words/say';

/** What a computer may run out of, by the code of the system. https://nodejs.org/api/errors.html#common-system-errors */
const KINDS = {
  diskFull: ['ENOSPC', 'EDQUOT'],
  tooManyFiles: ['EMFILE', 'ENFILE'],
  noMemory: ['ENOMEM', 'ERR_MEMORY_ALLOCATION_FAILED', 'ERR_WORKER_OUT_OF_MEMORY'],
  otherFault: ['EIO', 'EAGAIN', 'ENXIO', 'EBUSY'],
} as const;

type Kind = keyof typeof KINDS | 'noHome' | 'mayNotWrite';

/**
 * Why an error is the fault of this computer, whatever was being done; undefined where it may be anybody's. Nothing can be
 * told then of the share.
 */
export function machineFault(error: unknown): string | undefined {
  const causes = causesOf(error);
  for (const one of causes) {
    const kind = kindOf(one);
    if (kind !== undefined) return said(kind, one.message);
  }
  return undefined;
}

/** The same where nothing is known but that the system said no: to read, to write, to start something. */
export function systemFault(error: unknown): string | undefined {
  const certain = machineFault(error);
  if (certain !== undefined) return certain;
  const [asked] = causesOf(error).filter((one) => isOfSystem(one) && !isOfNetwork(one));
  if (asked === undefined) return undefined;
  const isNotAllowed = ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(asked));
  return said(isNotAllowed ? 'mayNotWrite' : 'otherFault', asked.message);
}

/** The same of what another program printed before it failed. */
export function faultInText(text: string): string | undefined {
  const line = text.split('\n').find((one) => FAULT.test(one));
  if (line === undefined) return undefined;
  const [code = ''] = FAULT.exec(line) ?? [];
  return said(kindOfCode(code) ?? 'noMemory', line.trim());
}

/** How a child ended. */
export interface EndedChild {
  /** As it is named to a person. */
  readonly command: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it printed. */
  readonly said: string;
}

/**
 * Why a child that failed says nothing about the share: this computer failed it, or somebody ended it. Undefined where it may
 * be the share.
 */
export function childFault({ command, code, signal, said: printed }: EndedChild): string | undefined {
  if (code === 0) return undefined;
  const fault = faultInText(printed);
  if (fault !== undefined) return fault;
  // A shell says of its child's signal 128 and the number; the CDK CLI says the code of the app that it ran.
  const [, ofApp] = /^Subprocess exited with error (null|\d+)$/m.exec(printed) ?? [];
  if (ofApp === 'null' || isSignal(Number(ofApp)))
    return say('childKilled', { command, signal: ofApp ?? '' });
  if (signal !== null || code === null || isSignal(code))
    return say('childKilled', { command, signal: signal ?? String(code) });
  return ofApp === '3' ? say('childCouldNotTell', { command, said: printed }) : undefined;
}

/** The last signal of Linux is 64, but nobody is ended with those of real time; the AWS CLI ends with 252 to 255. */
const isSignal = (code: number) => code > 128 && code < 160;

const FAULT = /\b(?:ENOSPC|EDQUOT|EMFILE|ENFILE|ENOMEM|EIO)\b|JavaScript heap out of memory/;

/** Whether the network said it: then it is not this computer that fails. */
export function isOfNetwork(error: Error): boolean {
  return /^(?:ECONN|EAI_|ENOTFOUND$|EHOST|ENET|ETIMEDOUT$|EPIPE$)/.test(codeOf(error));
}

function said(kind: Kind, reason: string): string {
  return kind === 'diskFull' ? say(kind, { reason, temporary: tmpdir() }) : say(kind, { reason });
}

function kindOf(error: Error): Kind | undefined {
  // Of a user id that has no entry in the password file: https://nodejs.org/api/os.html#osuserinfooptions
  if (/^uv_os_(?:get_passwd|homedir)$/.test(syscallOf(error))) return 'noHome';
  if (error instanceof RangeError && /allocation failed/i.test(error.message)) return 'noMemory';
  return kindOfCode(codeOf(error));
}

function kindOfCode(code: string): keyof typeof KINDS | undefined {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return kinds.find((kind) => KINDS[kind].some((one) => one === code));
}

function isOfSystem(error: Error): boolean {
  return syscallOf(error) !== '';
}

/** The error, what it came of, and what that came of. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let one = error; isNativeError(one) && !causes.includes(one); one = one.cause) causes.push(one);
  return causes;
}

const codeOf = (error: Error): string => textIn(error, 'code');
const syscallOf = (error: Error): string => textIn(error, 'syscall');

function textIn(error: Error, name: 'code' | 'syscall'): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}
