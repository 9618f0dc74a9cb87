import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Share } from '../../lib/share/share';
import { proveDirectory } from '../../tools/proof/prove-directory';
import type { ProofReport } from '../../tools/proof/report/report';
import { readAt, writeAt } from './templates';

type Path = readonly (string | number)[];

/** A copy of what `cdk synth` wrote, to change by hand. */
export interface Folder {
  readonly path: string;
  /** Writes one place of a JSON file, and nothing of what vouches for it; undefined takes it out. */
  set(file: string, place: Path, value: unknown): void;
  /** The same in a template, as the app itself would have written it: with key, entry and address of its own. */
  setSealed(stack: string, place: Path, value: unknown): void;
  /** Gives a template the key, entry and address that it now must have. */
  seal(stack: string): void;
  write(file: string, content: string | Buffer): void;
  read(file: string): string;
}

/** Proves a copy of a synthesized folder after something was done to it; the folder itself stays as it is. */
export function proveTampered(share: Share, original: string, change: (folder: Folder) => void): ProofReport {
  const above = mkdtempSync(join(tmpdir(), 'tampered-'));
  try {
    const path = join(above, 'cdk.out');
    copy(original, path);
    change(folderAt(path));
    return proveDirectory(path, share);
  } finally {
    rmSync(above, { recursive: true });
  }
}

/** CDK's layer has 22 MB: it is not copied but called by a second name, and never written to. */
function copy(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name.endsWith('.zip')) linkSync(join(from, name), join(to, name));
    else cpSync(join(from, name), join(to, name), { recursive: true });
  }
}

function folderAt(path: string): Folder {
  const read = (file: string) => readFileSync(join(path, file), 'utf8');
  const write = (file: string, content: string | Buffer) => {
    rmSync(join(path, file), { force: true });
    writeFileSync(join(path, file), content);
  };
  const set = (file: string, place: Path, value: unknown) => {
    const json: unknown = JSON.parse(read(file));
    writeAt(json, place, value);
    write(file, JSON.stringify(json, null, 1));
  };
  const seal = (stack: string) => {
    const written = createHash('sha256')
      .update(read(`${stack}.template.json`))
      .digest('hex');
    const [sealed = ''] = /[0-9a-f]{64}(?=\.json")/.exec(read(`${stack}.assets.json`)) ?? [];
    for (const file of ['manifest.json', `${stack}.assets.json`])
      write(file, read(file).replaceAll(sealed, written));
  };
  const setSealed = (stack: string, place: Path, value: unknown) => {
    set(`${stack}.template.json`, place, value);
    seal(stack);
  };
  return { path, set, setSealed, seal, write, read };
}

/** Adds a stack to an assembly (which it begins, if there is none yet) as a synth would have written it. */
export function writeSealedStack(
  directory: string,
  name: string,
  {
    template,
    properties = {},
    environment = 'aws://111111111111/ap-northeast-1',
  }: { readonly template: string; readonly properties?: object; readonly environment?: string },
): void {
  const [account = '', region = ''] = environment.replace('aws://', '').split('/');
  const key = createHash('sha256').update(template).digest('hex');
  const bucketName = `cdk-hnb659fds-assets-${account}-${region}`;
  const entry = {
    source: { path: `${name}.template.json`, packaging: 'file' },
    destinations: { here: { bucketName, objectKey: `${key}.json`, region } },
  };
  const file = join(directory, 'manifest.json');
  const artifacts = existsSync(file) ? readAt(JSON.parse(readFileSync(file, 'utf8')), ['artifacts']) : {};
  const manifest = {
    artifacts: {
      ...(typeof artifacts === 'object' ? artifacts : {}),
      [`${name}.assets`]: { type: 'cdk:asset-manifest', properties: { file: `${name}.assets.json` } },
      [name]: {
        type: 'aws:cloudformation:stack',
        environment,
        dependencies: [`${name}.assets`],
        properties: {
          templateFile: `${name}.template.json`,
          stackTemplateAssetObjectUrl: `s3://${bucketName}/${key}.json`,
          ...properties,
        },
      },
    },
  };
  writeFileSync(join(directory, `${name}.template.json`), template);
  writeFileSync(join(directory, `${name}.assets.json`), JSON.stringify({ files: { [key]: entry } }));
  writeFileSync(file, JSON.stringify(manifest));
}
