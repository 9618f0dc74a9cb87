import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { grantsOf } from '../../lib/share/grant';
import { validateShare } from '../../lib/share/validate-share';
import { PlainError } from '../../tools/exit-code';
import { type Handoff, writeHandoff } from '../../tools/handoff/handoff';
import { printableJson } from '../../tools/printable';
import type { Terminal } from '../../tools/terminal';
import { chooseGrant } from './choose-grant';

export interface Options {
  readonly vendor?: string;
  readonly out?: string;
  readonly config?: true;
  readonly json?: true;
}

export function run(candidate: unknown, terminal: Terminal, options: Options): void {
  const share = validateShare(candidate);
  const everyVendor = options.out !== undefined && options.vendor === undefined;
  const grants = everyVendor ? grantsOf(share) : [chooseGrant(share, options.vendor)];
  for (const grant of grants) {
    const handoff = writeHandoff(grant, share);
    const { text, extension } = render(handoff, options);
    if (options.out === undefined) {
      terminal.print(text.trimEnd());
    } else {
      const file = join(options.out, `handoff-${handoff.vendor.toLowerCase()}.${extension}`);
      write(file, text);
      terminal.note(`wrote ${file}`);
    }
  }
}

/** @throws PlainError if the folder or the file cannot be written */
function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(`--out must be a folder that can be written to: ${reason}`);
  }
}

function render(handoff: Handoff, { json, config }: Options): { text: string; extension: string } {
  if (json) return { text: `${printableJson(handoff, 2)}\n`, extension: 'json' };
  if (config) return { text: handoff.config, extension: 'config' };
  return { text: handoff.page, extension: 'md' };
}
