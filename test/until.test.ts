import { endInWords, withLocalTime } from '../tools/until';

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
