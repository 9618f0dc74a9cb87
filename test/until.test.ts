import { endAt, endInWords, withLocalTime } from '../tools/until';
import { inLanguage } from '../words/speech';

const tokyo = (now: string) => ({ now: new Date(now), timeZone: 'Asia/Tokyo' });

test('a moment is said in UTC, and on the clock of who reads it', () => {
  expect(withLocalTime('2027-01-31T00:00:00Z', tokyo('2026-01-01T00:00:00Z'))).toBe(
    '2027-01-31T00:00:00Z (31 January 2027, 09:00 Asia/Tokyo)',
  );
});

test('a moment that is over is called past, from the moment itself on', () => {
  const past = /, which is past: nothing is allowed any more$/;
  expect(endInWords('2027-01-31T00:00:00Z', tokyo('2027-01-30T23:59:59Z'))).not.toMatch(past);
  expect(endInWords('2027-01-31T00:00:00Z', tokyo('2027-01-31T00:00:00Z'))).toMatch(past);
});

test('the end is said when it is asked for, and without UTC', () => {
  const end = endAt('2027-01-30T15:05:00Z', tokyo('2026-01-01T00:00:00Z'));
  expect([end.local, end.isPast]).toEqual(['31 January 2027, 00:05 Asia/Tokyo', false]);
});

test('the hour has one digit in Japanese, where that is enough', () => {
  expect(
    inLanguage('ja', () => withLocalTime('2027-01-31T00:05:00Z', tokyo('2026-01-01T00:00:00Z'))),
  ).toMatch(/\b9:05\b/);
});
