import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

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

/**
 * The prover and the page's script, or what another file does, in one text without imports.
 *
 * https://esbuild.github.io/api/
 */
export async function browserScript(entry = join(__dirname, 'browser', 'main.ts')): Promise<string> {
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
    plugins: [WORDS],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return file.text;
}

/** What is loaded in Node when it is said is there from the beginning. */
const WORDS: Plugin = {
  name: 'words',
  setup: (bundle) => {
    bundle.onLoad({ filter: /[/\\]words[/\\]say\.ts$/ }, ({ path }) => {
      const parts = readFileSync(path, 'utf8').matchAll(/^export const (\w+) =\s+part<.*>\('([\w-]+)'\);$/gm);
      const lines = [...parts].map(([, name = '', part = '']) => {
        const tables = ['en', 'ja'].map((language) => require(join(dirname(path), part, language)) as object);
        return `export const ${name} = /* @__PURE__ */ speaker((one) => (${JSON.stringify(Object.assign({}, ...tables))})[one]);`;
      });
      const contents = ["import { speaker } from './speech';", ...lines].join('\n');
      return { contents, resolveDir: dirname(path) };
    });
  },
};
