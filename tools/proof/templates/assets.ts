import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sayProofTemplates as say } from '../../../words/say';
import { UnresolvableError } from './unresolvable-error';

/** What is uploaded for a stack before it is deployed, into buckets and repositories of its own account. */
export interface StackAssets {
  /** By `BUCKET/KEY`. */
  readonly files: ReadonlyMap<string, FileAsset>;
  /** `REPOSITORY:TAG` */
  readonly images: ReadonlySet<string>;
}

export interface FileAsset {
  /** `zip`: a folder, of which an archive is uploaded. */
  readonly packaging: 'file' | 'zip';
  /** Of the file or folder on this machine. */
  readonly path: string;
}

export const NO_ASSETS: StackAssets = { files: new Map(), images: new Set() };

/** What one asset holds: files of a folder by their path in it, `/` between names; or one file, by the name `''`. */
export type AssetContent = ReadonlyMap<string, Buffer>;

/** @throws UnresolvableError if it cannot be read, or holds what is no file */
export function contentOf({ path, packaging }: FileAsset): AssetContent {
  try {
    if (packaging === 'file') return new Map([['', readFileSync(path)]]);
    return new Map(filesIn(path, ''));
  } catch (error) {
    if (error instanceof UnresolvableError) throw error;
    throw new UnresolvableError(say('assetUnreadable', { path }));
  }
}

/** In CDK's order: name by name, folder by folder. */
function filesIn(folder: string, before: string): [name: string, content: Buffer][] {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry): [string, Buffer][] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path, `${before}${entry.name}/`);
    if (entry.isFile()) return [[`${before}${entry.name}`, readFileSync(path)]];
    throw new UnresolvableError(say('neitherFileNorFolder', { path }));
  });
}

/** Pairs of files that were found the same; whatever is written to one of them makes it another one here. */
const knownSame = new Set<string>();

/** Whether a file is the same as another, byte for byte. What cannot be read is not. */
export function isSameFile(path: string, other: string): boolean {
  try {
    const [one, two] = [path, other].map((file) => {
      const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
      return { size, version: [dev, ino, size, mtimeNs, ctimeNs].join() };
    });
    if (one?.size !== two?.size) return false;
    const pair = `${one?.version} ${two?.version}`;
    if (!knownSame.has(pair) && !isSameToTheEnd(path, other)) return false;
    knownSame.add(pair);
    return true;
  } catch {
    return false;
  }
}

/** Piece by piece: CDK's layer has 22 MB, and as a whole takes four times as long. */
function isSameToTheEnd(...paths: readonly [string, string]): boolean {
  const [one, other] = paths.map((path) => ({
    file: openSync(path, 'r'),
    piece: Buffer.alloc(2 ** 16),
    length: 0,
  }));
  if (!one || !other) return false;
  try {
    do {
      for (const reading of [one, other]) {
        const { file, piece } = reading;
        reading.length = readSync(file, piece, 0, piece.length, null);
      }
      if (one.length !== other.length || one.piece.compare(other.piece, 0, other.length, 0, one.length) !== 0)
        return false;
    } while (one.length > 0);
    return true;
  } finally {
    closeSync(one.file);
    closeSync(other.file);
  }
}

/**
 * Whether the name of an asset comes from what it holds: if it does not, an object of that name may be there already, with
 * other content, and then nothing is uploaded. There are two ways: CDK's own, and that of the seed objects.
 *
 * @param hash 64 hex digits
 */
export function isNamedByContent(hash: string, content: AssetContent): boolean {
  const [only, ...more] = content;
  const ofOne =
    only && more.length === 0 ? sha256(sha256(JSON.stringify([only[0], only[1].toString()]))) : '';
  return hash === ofOne || hash === fingerprint(content);
}

/** As `FileSystem.fingerprint` of aws-cdk-lib has it for a folder of files, without options. */
function fingerprint(content: AssetContent): string {
  const hash = createHash('sha256');
  const field = (header: string, value: string) => hash.update(`\u0001${header}\u0002${value}\u0003`);
  field('options.extra', '');
  field('options.follow', 'external');
  for (const [name, bytes] of content) field(`file:${name}`, fingerprintOfFile(bytes));
  return hash.digest('hex');
}

/** Read piece by piece as CDK does, for a piece may end in the middle of a character. */
function fingerprintOfFile(bytes: Buffer): string {
  const PIECE = 8192;
  const hash = createHash('sha256');
  let [size, left, isBinary] = [0, '', false];
  for (let start = 0; start < bytes.length; start += PIECE) {
    const piece = bytes.subarray(start, start + PIECE);
    if (size === 0) isBinary = piece.includes(0);
    const text = left + piece.toString();
    left = !isBinary && text.endsWith('\r') ? text : '';
    if (left !== '') continue;
    const hashed = isBinary ? piece : Buffer.from(text.replaceAll('\r\n', '\n'));
    size += hashed.length;
    hash.update(hashed);
  }
  return `${size}:${hash.update(left).digest('hex')}`;
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
