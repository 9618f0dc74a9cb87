import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import type { Language, Messages } from '../../words/speech';

/**
 * Unpacks what the page holds: the data into the element that it was packed in, and the script into the page. That runs because
 * the page's policy has its hash: whatever else came out would not. A browser that cannot unpack it shows the page as it was made.
 *
 * https://www.w3.org/TR/CSP3/#match-element-to-source-list
 * https://developer.mozilla.org/docs/Web/API/DecompressionStream
 */
export const UNPACK = `
(async () => {
  const sealed = document.getElementById('sealed');
  const packed = Uint8Array.from(atob(JSON.parse(sealed.textContent)), (one) => one.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const { data, script } = await new Response(stream).json();
  sealed.textContent = JSON.stringify(data);
  const element = document.createElement('script');
  element.textContent = script;
  document.body.append(element);
})();
`;

/** Compressed, in base64: a third as long. */
export function packed(data: unknown, script: string): string {
  return gzipSync(JSON.stringify({ data, script }), { level: 9 }).toString('base64');
}

/** The prover and the page's script, in one text without imports. */
export function browserScript(): Promise<string> {
  return bundled(join(__dirname, 'browser', 'main.ts'));
}

/**
 * What a file does, for a browser. Of the tables of words it has what its code names: half of them is about reading templates.
 *
 * https://esbuild.github.io/api/
 */
export async function bundled(entry: string): Promise<string> {
  const code = await built(entry, () => false);
  return built(entry, (id) => isNamed(code, id));
}

async function built(entry: string, isWanted: (id: string) => boolean): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'error',
    plugins: [words(isWanted)],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return file.text;
}

/** What is loaded in Node when it is said is there from the beginning. */
function words(isWanted: (id: string) => boolean): Plugin {
  const tableOf = (file: string, language: Language): Messages => {
    const { [language]: table } = require(file) as Readonly<Record<Language, Messages>>;
    return Object.fromEntries(Object.entries(table).filter(([id]) => isWanted(id)));
  };
  return {
    name: 'words',
    setup: (bundle) => {
      bundle.onLoad({ filter: /[/\\]words[/\\]say\.ts$/ }, ({ path }) => {
        const parts = readFileSync(path, 'utf8').matchAll(
          /^export const (\w+) =\s+part<.*>\('([\w-]+)'\);$/gm,
        );
        const lines = [...parts].map(([, name = '', part = '']) => {
          const [en, ja] = (['en', 'ja'] as const).map((one) => tableOf(join(dirname(path), part, one), one));
          return `export const ${name} = /* @__PURE__ */ speaker((one) => (${JSON.stringify({ en, ja })})[one]);`;
        });
        return {
          contents: ["import { speaker } from './speech';", ...lines].join('\n'),
          resolveDir: dirname(path),
        };
      });
    },
  };
}

/** As a text of its own; of an id in two parts, also by its first part: the second may be put behind it. */
function isNamed(code: string, id: string): boolean {
  const [first = ''] = id.split('.');
  return ['"', "'", '`'].some((quote) =>
    [id + quote, first + quote, `${first}.`].some((text) => code.includes(quote + text)),
  );
}
