import { dayInWords, endAt, endInWords, localAndUtc, withLocalTime } from '../tools/until';
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

test('in Japanese the clock of who reads it comes first, and Japan has its name', () => {
  const until = '2027-01-31T00:00:00Z';
  const clock = tokyo('2026-01-01T00:00:00Z');
  const said = inLanguage('ja', () => [
    withLocalTime(until, clock),
    localAndUtc(endAt(until, clock), '`2027-01-31T00:00:00Z`'),
    localAndUtc({ at: until, timeZone: 'America/New_York' }),
    localAndUtc({ at: until, timeZone: 'UTC' }),
  ]);
  expect(said).toEqual([
    '2027 年 1 月 31 日 9:00 (日本時間、UTC では 2027-01-31T00:00:00Z)',
    '2027 年 1 月 31 日 9:00 (日本時間、UTC では `2027-01-31T00:00:00Z`)',
    '2027 年 1 月 30 日 19:00 (America/New_York、UTC では 2027-01-31T00:00:00Z)',
    '2027 年 1 月 31 日 0:00 (協定世界時、UTC では 2027-01-31T00:00:00Z)',
  ]);
});

test('a day is the one of the time zone', () => {
  const evening = '2026-05-31T15:00:00Z';
  expect(dayInWords(evening, 'Asia/Tokyo')).toBe('1 June 2026');
  expect(dayInWords(evening, 'UTC')).toBe('31 May 2026');
  expect(inLanguage('ja', () => dayInWords(evening, 'Asia/Tokyo'))).toBe('2026 年 6 月 1 日');
});
