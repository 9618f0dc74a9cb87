import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a report is about, so that somebody else can make it again. */
export interface Provenance {
  /** SHA-256 of the templates, 64 hex digits; undefined where there are none. */
  readonly fingerprint: string | undefined;
  /** Undefined outside a git repository. */
  readonly commit: { readonly id: string; readonly isChanged: boolean } | undefined;
  readonly now: Date;
}

/** As {@link COMPARE} prints it: of the lines `HASH  NAME`, in the order of the names. */
export function fingerprintOf(directory: string): string | undefined {
  const templates = readdirSync(directory).filter((name) => name.endsWith('.template.json'));
  if (templates.length === 0) return undefined;
  const lines = templates.sort().map((name) => `${sha256(readFileSync(join(directory, name)))}  ${name}\n`);
  return sha256(lines.join(''));
}

/** https://www.gnu.org/software/coreutils/manual/html_node/sha2-utilities.html */
export const COMPARE = 'LC_ALL=C; sha256sum *.template.json | sha256sum';

export function commitOf(project: string): Provenance['commit'] {
  const id = git(project, 'rev-parse', '--short=12', 'HEAD');
  return id === undefined ? undefined : { id, isChanged: git(project, 'status', '--porcelain') !== '' };
}

function git(project: string, ...argv: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', argv, { cwd: project, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
