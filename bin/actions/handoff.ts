import { sayCli as say } from '../../words/say';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grantsOf } from '../../lib/share/grant';
import { validateShare } from '../../lib/share/validate-share';
import { fileNames } from '../../tools/handoff/file-names';
import type * as Html from '../../tools/handoff/html';
import { type Handoff, sessionNameOf, writeHandoff } from '../../tools/handoff/handoff';
import { printableJson } from '../../tools/printable';
import type { Terminal } from '../../tools/terminal';
import { type Language, language } from '../../words/speech';
import { load } from '../load';
import { writeOrRefuse } from '../write-or-refuse';
import { chooseGrant } from './choose-grant';

export interface Options {
  readonly vendor?: string;
  readonly user?: string;
  readonly out?: string;
  readonly config?: true;
  readonly html?: true;
  readonly lang?: Language | 'both';
  readonly json?: true;
}

export function run(candidate: unknown, terminal: Terminal, options: Options): void {
  const share = validateShare(candidate);
  // A person is of one vendor.
  const everyVendor = options.out !== undefined && options.vendor === undefined && options.user === undefined;
  const sessionName = options.user === undefined ? {} : { sessionName: sessionNameOf(options.user) };
  const languages = options.json ? (['en'] as const) : languagesOf(options);
  const grants = everyVendor ? grantsOf(share) : [chooseGrant(share, options.vendor)];
  for (const grant of grants) {
    const handoff = writeHandoff(grant, share, { ...sessionName, languages });
    if (options.out === undefined) {
      terminal.print(asked(handoff, options, languages).trimEnd());
      continue;
    }
    const { out: folder } = options;
    for (const [name, text] of filesOf(handoff, options, languages)) {
      const file = join(folder, name);
      const write = () => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, text);
      };
      writeOrRefuse(write, (reason) => say('outNotWritable', { reason }));
      terminal.note(say('wrote', { file }));
    }
  }
}

/** Of the page: what is spoken; of both languages that one comes first. */
function languagesOf({ lang = language() }: Options): readonly Language[] {
  if (lang !== 'both') return [lang];
  return language() === 'ja' ? ['ja', 'en'] : ['en', 'ja'];
}

function asked(handoff: Handoff, { json, config, html }: Options, languages: readonly Language[]): string {
  if (json) return `${printableJson(handoff, 2)}\n`;
  if (html) return asHtml(handoff, languages);
  return config ? toAppend(handoff) : handoff.page;
}

/** What only a browser needs is loaded for it alone. */
function asHtml(handoff: Handoff, languages: readonly Language[]): string {
  const { handoffHtml } = load(() => require('../../tools/handoff/html') as typeof Html);
  return handoffHtml(handoff, languages);
}

/** For `>> ~/.aws/config`: its last line may have no end, and the first section would become a part of it. */
function toAppend({ config }: Handoff): string {
  return `\n${config}`;
}

/** All that the vendor gets, or what was asked for alone. */
function filesOf(
  handoff: Handoff,
  options: Options,
  languages: readonly Language[],
): [name: string, text: string][] {
  const names = fileNames(handoff);
  if (options.json) return [[`${handoff.fileName}.json`, asked(handoff, options, languages)]];
  if (options.config) return [[names.config, toAppend(handoff)]];
  const { template } = handoff.admin;
  return [
    [names.page, handoff.page],
    ...(options.html ? [[names.html, asked(handoff, options, languages)] as [string, string]] : []),
    [names.config, toAppend(handoff)],
    ...(template === undefined ? [] : [[names.template, asJson(template)] as [string, string]]),
    [names.grant, asJson(handoff.grant)],
  ];
}

function asJson(data: unknown): string {
  return `${printableJson(data, 2)}\n`;
}
