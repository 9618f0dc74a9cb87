// The tests of tools/, lib/ and bin/ stand where their sources do.
import { existsSync, readFileSync, readdirSync } from 'node:fs';

test('every test has the path and name of its source, or says in its first line what it tests', () => {
  const lost = testFiles().flatMap((path) => {
    const [firstLine = ''] = readFileSync(path, 'utf8').split('\n');
    const why = whyLost(path, firstLine, existsSync);
    return why === undefined ? [] : [`${path}: ${why}`];
  });
  expect(lost).toEqual([]);
});

test('a test that stands elsewhere, or names what is not there, is told', () => {
  const sources = ['tools/iam', 'tools/iam/glob.ts', 'lib/vendor-stack.ts', 'test/naive/evaluator.ts'];
  const why = (path: string, firstLine: string) => whyLost(path, firstLine, (one) => sources.includes(one));
  const code = "import { glob } from '../../tools/iam/glob';";

  expect(why('test/iam/glob.test.ts', code)).toBeUndefined();
  expect(why('test/lib/vendor-stack.test.ts', code)).toBeUndefined();
  expect(why('test/naive/evaluator.test.ts', code)).toBeUndefined();
  expect(why('test/iam/agreement.test.ts', '// tools/iam, and test/naive/evaluator.ts.')).toBeUndefined();

  expect(why('test/iam/patterns.test.ts', code)).toMatch(/no tools\/iam\/patterns\.ts/);
  expect(why('test/glob.test.ts', '// All about patterns')).toMatch(/no tools\/glob\.ts/);
  expect(why('test/iam/glob.test.ts', '// tools/iam/globs.ts')).toMatch(/names tools\/iam\/globs\.ts, which/);
});

function testFiles(): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `test/${path.replaceAll('\\', '/')}`);
}

/** Why somebody who knows a source would not find this test of it, or nothing. */
function whyLost(path: string, firstLine: string, exists: (path: string) => boolean): string | undefined {
  const named = firstLine.startsWith('//') ? (firstLine.match(SOURCES) ?? []) : [];
  const gone = named.find((name) => !exists(name));
  if (gone !== undefined) return `its first line names ${gone}, which is not there`;
  const helper = path.replace(/(\.thorough)?\.test\.ts$/, '.ts'); // what serves tests has its test beside it
  const source = helper.replace(/^test\//, /^test\/(lib|bin|words)\//.test(path) ? '' : 'tools/');
  if (named.length > 0 || exists(source) || exists(helper)) return undefined;
  return `there is no ${source}; move it to its source, or name what it tests in its first line: // tools/…`;
}

/** Files and folders of the repository, as a sentence names them. */
const SOURCES =
  /(?<![\w./])(?:(?:tools|lib|bin|words|bench|docs|test)\/(?:[\w-]+(?:[./][\w-]+)*)?|\.oxlintrc\.json|\.ci\/\w+)/g;
