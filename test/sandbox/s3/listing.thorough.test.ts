import fc from '../../properties';
import { KeyIndex } from '../../../tools/sandbox/s3/key-index';
import { paginate, type PageRequest } from '../../../tools/sandbox/s3/listing';

/** Letters on both sides of the surrogates, and characters that an order by UTF-16 units would put elsewhere. */
const unit = fc.constantFrom('a', 'B', '/', '-', 'é', '\ud7ff', '～', '\uffff', '𝒂', '🎉');
const text = (minLength: number, maxLength: number) => fc.string({ unit, minLength, maxLength });
const inBytes = (left: string, right: string) => Buffer.compare(Buffer.from(left), Buffer.from(right));

function indexOf(names: readonly string[]): KeyIndex {
  const index = new KeyIndex();
  for (const name of names) index.add(name);
  return index;
}

/** All names after a place, folded and sorted, of which a page is the beginning. */
function naivePage(names: readonly string[], { prefix, delimiter, after, maxKeys }: PageRequest) {
  const folded = names
    .filter((name) => name.startsWith(prefix))
    .map((name) => {
      const [first = '', ...more] = delimiter === '' ? [name] : name.slice(prefix.length).split(delimiter);
      return delimiter !== '' && more.length > 0 ? `${prefix}${first}${delimiter}` : name;
    });
  const wanted = [...new Set(folded)]
    .sort(inBytes)
    .filter((name) => after === '' || inBytes(name, after) > 0);
  return { names: wanted.slice(0, maxKeys), isTruncated: maxKeys > 0 && wanted.length > maxKeys };
}

describe('a page of a listing', () => {
  const keys = fc.uniqueArray(text(1, 5), { maxLength: 40 });

  test('is what a filter, a fold and a sort of all keys begin with', () => {
    fc.assert(
      fc.property(
        keys,
        fc.record({
          prefix: text(0, 2),
          delimiter: fc.constantFrom('', '/', '-', '𝒂', 'a/'),
          after: text(0, 3),
          maxKeys: fc.integer({ min: 0, max: 8 }),
        }),
        (names, request) => {
          const { entries, isTruncated } = paginate(indexOf(names), request);
          expect({ names: entries.map(({ name }) => name), isTruncated }).toEqual(naivePage(names, request));
        },
      ),
    );
  });

  test('and the next together are the whole listing: every key, or its folder once', () => {
    fc.assert(
      fc.property(
        keys,
        fc.constantFrom('', '/'),
        fc.integer({ min: 1, max: 4 }),
        (names, delimiter, maxKeys) => {
          const index = indexOf(names);
          const found: string[] = [];
          for (let after = ''; ;) {
            const page = paginate(index, { prefix: '', delimiter, after, maxKeys });
            found.push(...page.entries.map(({ name }) => name));
            if (!page.isTruncated) break;
            after = found.at(-1)!;
          }
          const all = { prefix: '', delimiter, after: '', maxKeys: 1000 };
          expect(found).toEqual(naivePage(names, all).names);
        },
      ),
    );
  });

  test('tells keys from common prefixes', () => {
    const page = paginate(indexOf(['a/2', 'b', 'a/1', 'a']), {
      prefix: '',
      delimiter: '/',
      after: '',
      maxKeys: 10,
    });
    expect(page.entries).toEqual([
      { name: 'a', isPrefix: false },
      { name: 'a/', isPrefix: true },
      { name: 'b', isPrefix: false },
    ]);
  });
});

describe('what a page costs', () => {
  /** How often a question about a key is asked, of 20,000 in 20 folders. */
  function questions(request: Partial<PageRequest>): number {
    const index = indexOf(
      Array.from({ length: 20_000 }, (_, n) => `${n % 20}/${String(n).padStart(6, '0')}`),
    );
    let asked = 0;
    const counting = Object.create(index) as KeyIndex;
    counting.from = (holds) =>
      index.from((key) => {
        asked += 1;
        return holds(key);
      });
    paginate(counting, { prefix: '', delimiter: '', after: '', maxKeys: 10, ...request });
    return asked;
  }

  test('to find its place, a few questions', () => {
    expect(questions({ after: '7/010007' })).toBeLessThan(30);
  });

  test('to step over a folder of a thousand keys, a few more for each folder', () => {
    expect(questions({ delimiter: '/', maxKeys: 20 })).toBeLessThan(21 * 30);
  });
});
