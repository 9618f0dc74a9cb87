import { execFileSync } from 'node:child_process';

/**
 * What lies in a folder and is neither tracked by git nor ignored by it: `out/`, `notes.json`. Empty where git is not
 * installed, or keeps something else than this folder.
 */
export function untrackedIn(folder: string): string[] {
  const git = (...args: string[]) =>
    execFileSync('git', ['ls-files', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    git('--error-unmatch', 'package.json'); // or else a copy of the project lies in somebody's other repository
    return git('--others', '--exclude-standard', '--directory', '-z').split('\0').filter(Boolean);
  } catch {
    return [];
  }
}

/** The pattern of a .gitignore that means this path alone. Whatever would mean something else there is any character. */
export function ignorePattern(path: string): string {
  return `/${path.replaceAll(/[*?[\]{}!\\]| $/g, '?')}`;
}
