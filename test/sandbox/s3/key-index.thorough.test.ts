import fc from '../../properties';
import { compareKeys, KeyIndex } from '../../../tools/sandbox/s3/key-index';

const all = (index: KeyIndex) => [...index.from(() => true)];

describe('the keys of a bucket', () => {
  const unit = fc.constantFrom('a', 'b', '\ud7ff', '\ue000', '～', '\uffff', '𝒂', '🎉', '\u{10ffff}');
  const key = fc.string({ unit, maxLength: 4 });

  test('compare as their UTF-8 bytes do', () => {
    fc.assert(
      fc.property(key, key, (left, right) => {
        const bytes = Buffer.compare(Buffer.from(left), Buffer.from(right));
        expect(Math.sign(compareKeys(left, right))).toBe(bytes);
      }),
    );
  });

  test('are those that were added and not removed, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), key), { maxLength: 200 }), (changes) => {
        const index = new KeyIndex();
        const there = new Set<string>();
        for (const [isAdded, name] of changes) {
          if (isAdded && !there.has(name)) index.add(name);
          if (!isAdded && there.has(name)) index.remove(name);
          if (isAdded) there.add(name);
          else there.delete(name);
        }
        const sorted = [...there].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect(all(index)).toEqual(sorted);
      }),
    );
  });

  test('stay in order where there are thousands, come as they may, and half of them go again', () => {
    // 7,919 is a prime, so that the numbers come once each and far from their order.
    const names = Array.from({ length: 5000 }, (_, n) => String((n * 7919) % 5000).padStart(4, '0'));
    const index = new KeyIndex();
    for (const name of names) index.add(name);
    expect(all(index)).toEqual(Array.from({ length: 5000 }, (_, n) => String(n).padStart(4, '0')));
    for (const name of names) if (Number(name) % 2 === 1) index.remove(name);
    expect(all(index)).toEqual(Array.from({ length: 2500 }, (_, n) => String(2 * n).padStart(4, '0')));
    expect([...index.from((name) => name >= '4995')]).toEqual(['4996', '4998']);
  });
});
