// Of every page in Markdown: README, CONTRIBUTING and the like, docs/ and its decisions.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assumeRolePolicy, readPolicy, trustPolicy } from '../lib/policy-documents';
import { grantsOf } from '../lib/share/grant';
import { scripts } from '../package.json';
import { NEVER, WITHOUT_SPACE } from './japanese-style';
import { walkthroughShare } from './lib/walkthrough-share';

const root = join(__dirname, '..');
const pages = [...markdownIn('.', false), ...markdownIn('docs', true), ...markdownIn('test', true)];

function markdownIn(folder: string, recursive: boolean): string[] {
  const files = readdirSync(join(root, folder), { recursive }).map(String);
  return files.filter((file) => file.endsWith('.md')).map((file) => join(folder, file));
}

const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
const withoutCode = (text: string): string => text.replaceAll(/^ *```[^]*?^ *```/gm, '');

/** Every match of a pattern's first group. */
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, part = '']) => part);

/** Lines of the code blocks that are pasted into a shell. */
const commandsIn = (page: string): string[] =>
  all(textOf(page), /^ *```(?:sh|bash|zsh|console|powershell)\n([^]*?)^ *```/gm).flatMap((block) =>
    block.trim().split('\n'),
  );

/** The anchors of a page, as GitHub makes them. */
const anchorsOf = (page: string): string[] =>
  all(withoutCode(textOf(page)), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('there are pages to look at', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'README.ja.md', 'docs/walkthrough.md']));
  expect(commandsIn('README.md')).toEqual(['npm ci', 'npm run rehearse']);
});

describe.each(pages)('%s', (page) => {
  test('links to files and headings that are there', () => {
    const links = all(withoutCode(textOf(page)), /\]\(([^)\s]+)\)/g).filter((link) => !/^\w+:/.test(link));
    const broken = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : join(dirname(page), file);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('names files and folders that are there', () => {
    const named = all(
      withoutCode(textOf(page)),
      /`((?:\.ci|bench|bin|docs|lib|test|tools|words)\/[\w./-]*)`/g,
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('has commands that can be pasted into a shell', () => {
    const unfit = commandsIn(page).filter((line) => /(^|\s)#|[\\`]$|^\s*[$>] /.test(line));
    expect(unfit).toEqual([]);
  });

  test('names npm scripts that are there', () => {
    const named = all(textOf(page), /npm run (?:--\S+ )*([a-z][\w:-]*)/g);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

test('the page of the mutations names every file that is there', () => {
  const folder = 'test/proof/mutations';
  const text = textOf(`${folder}/README.md`);
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.ts'));
  expect(files.filter((file) => !text.includes(`\`${file}\``))).toEqual([]);
});

test('the page of the layout names every folder of the sandbox and of tools/', () => {
  const text = textOf('docs/development.md');
  const folders = ['tools', 'tools/sandbox'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map(({ name }) => name),
  );
  expect(folders.filter((name) => !text.includes(`${name}/`))).toEqual([]);
});

const WALKTHROUGHS = ['docs/walkthrough.md', 'docs/walkthrough.ja.md'];

test.each(WALKTHROUGHS)('%s shows the three documents that are deployed', (page) => {
  const documents = all(textOf(page), /^```json\n([^]*?)^```/gm);
  const [grant] = grantsOf(walkthroughShare);

  expect(documents.map((document): unknown => JSON.parse(document))).toEqual([
    trustPolicy(grant!),
    readPolicy(grant!),
    assumeRolePolicy(grant!),
  ]);
});

test('the walkthrough has the same commands and addresses in both languages', () => {
  const [en, ja] = WALKTHROUGHS.map((page) => [commandsIn(page), all(textOf(page), /<(https:[^>]+)>/g)]);
  expect(ja).toEqual(en);
});

test('README.ja.md says what README.md says: the same headings in number, and links to the same pages', () => {
  const [en, ja] = ['README.md', 'README.ja.md'].map((page) => {
    const links = all(textOf(page), /\]\(((?:docs\/)?[\w/-]+(?:\.ja)?\.md(?:#[\w-]+)?)\)/g);
    const same = links.map((link) => link.replace('.ja.md', '.md').replace('README.md', 'README'));
    return { headings: all(textOf(page), /^(#+) /gm), links: [...new Set(same)].toSorted() };
  });
  expect(ja).toEqual(en);
});

test.each(pages.filter((page) => page.endsWith('.ja.md')))(
  '%s is written in one style of Japanese',
  (page) => {
    const prose = withoutCode(textOf(page)).replaceAll(/`[^`]*`|<code>.*?<\/code>|\]\([^)]*\)|<[^>]*>/g, '');
    const patterns = [...NEVER.map(([, pattern]) => pattern), WITHOUT_SPACE];
    expect(prose.split('\n').filter((line) => patterns.some((pattern) => pattern.test(line)))).toEqual([]);
  },
);
