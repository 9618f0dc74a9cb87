import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { transform } from 'sucrase';

/** The files on docs/shares.md: the heading, and what the file exports. Not validated. */
export function sharesOfThePage(): (readonly [title: string, share: unknown])[] {
  const page = readFileSync(join(__dirname, '..', 'docs', 'shares.md'), 'utf8');
  const files = page.matchAll(/^## ([^\n]+)\n(?:(?!^## )[^])*?^```ts\n([^]*?)^```/gm);
  return [...files].map(([, title = '', text = '']) => [title, shareIn(text)] as const);
}

function shareIn(text: string): unknown {
  const { code } = transform(text, { transforms: ['typescript', 'imports'] });
  const exports: { share?: unknown } = {};
  runInNewContext(code, { exports, require: () => ({}) });
  return JSON.parse(JSON.stringify(exports.share));
}
