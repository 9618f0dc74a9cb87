import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether the program of a `credential_process` is there and may be run. On Windows that is not known: it counts as yes. */
export function canRun(command: string): boolean {
  if (process.platform === 'win32') return true;
  const program = programOf(command);
  if (/[/\\]/.test(program)) return isProgram(program);
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isProgram(join(folder, program)));
}

/** The first word; the AWS CLI asks no shell, so `~` and `$HOME` stay as they are. */
export function programOf(command: string): string {
  const [, double, single, plain] = /^\s*(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(command) ?? [];
  return double ?? single ?? plain ?? '';
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
