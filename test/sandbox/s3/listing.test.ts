import fc from '../../properties';
import { paginate } from '../../../tools/sandbox/s3/listing';
import type { StoredObject } from '../../../tools/sandbox/s3/object-data';

describe('pages of a listing', () => {
  const keys = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'B', '/', 'é', '𝒂'), minLength: 1, maxLength: 5 }),
  );
  const stored = (names: readonly string[]): StoredObject[] =>
    [...names]
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      .map((key) => ({ key, size: '1', etag: '""', lastModified: '' }));

  test('put together they are the whole listing: every key, or its folder once', () => {
    fc.assert(
      fc.property(
        keys,
        fc.constantFrom('', '/'),
        fc.integer({ min: 1, max: 4 }),
        (names, delimiter, maxKeys) => {
          const found: string[] = [];
          for (let after = ''; ;) {
            const page = paginate(stored(names), { prefix: '', delimiter, after, maxKeys });
            found.push(...page.entries.map((entry) => ('object' in entry ? entry.object.key : entry.prefix)));
            if (!page.isTruncated) break;
            after = found.at(-1)!;
          }
          const folded = names.map((name) =>
            delimiter && name.includes('/') ? name.slice(0, name.indexOf('/') + 1) : name,
          );
          expect(new Set(found)).toEqual(new Set(folded));
          expect(found).toHaveLength(new Set(folded).size);
        },
      ),
    );
  });
});
