import { homedir } from 'node:os';

/** Of the user; undefined where there is none: no HOME, and no entry in the password file, as in containers. */
export function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
