import { language } from '../words/speech';
import { sayTime as say } from '../words/say';
import { en } from '../words/time/en';

/** When and where the page is written. */
export interface Clock {
  readonly now: Date;
  /** As in `Asia/Tokyo`. */
  readonly timeZone: string;
}

/** The end of the access, for people. */
export interface End {
  /** ISO 8601, UTC, as in the policies. */
  readonly at: string;
  /** The same on a clock of the time zone, in the language that is spoken when it is asked for: `31 January 2027, 09:00 Asia/Tokyo`. */
  readonly local: string;
  /** As in `Asia/Tokyo`. */
  readonly timeZone: string;
  readonly isPast: boolean;
}

export function endAt(until: string, { now, timeZone }: Clock): End {
  return {
    at: until,
    get local() {
      return say('local', onClock(until, timeZone));
    },
    timeZone,
    isPast: Date.parse(until) <= now.getTime(),
  };
}

/**
 * `31 January 2027, 09:00 Asia/Tokyo (2027-01-31T00:00:00Z)`
 *
 * @param utc the moment as it is written there, with the marks of the page
 */
export function localAndUtc({ at, timeZone }: Pick<End, 'at' | 'timeZone'>, utc = at): string {
  return say('localAndUtc', { ...onClock(at, timeZone), utc });
}

/** `31 January 2027` */
export function dayInWords(at: string, timeZone: string): string {
  return say('day', onClock(at, timeZone));
}

/** This machine's. */
export function machineClock(): Clock {
  return { now: new Date(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** `2027-01-31T00:00:00Z (31 January 2027, 09:00 Asia/Tokyo)` */
export function withLocalTime(until: string, { timeZone } = machineClock()): string {
  return say('moment', { ...onClock(until, timeZone), utc: until });
}

/** The same, and that it is over where it is. */
export function endInWords(until: string, clock = machineClock()): string {
  const moment = withLocalTime(until, clock);
  return endAt(until, clock).isPast ? say('past', { moment }) : moment;
}

/** How many digits an hour has at least: `09:00`, and in Japanese `9:00`. */
const HOUR_DIGITS = { en: 2, ja: 1 } as const;

/**
 * The parts as numbers, of the Gregorian calendar; the words for them are the table's.
 *
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Intl/DateTimeFormat
 */
function onClock(until: string, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(until));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value ?? '');
  return {
    year: part('year'),
    month: named(`month.${part('month')}`) ?? part('month'),
    day: part('day'),
    hour: String(part('hour')).padStart(HOUR_DIGITS[language()], '0'),
    minute: String(part('minute')).padStart(2, '0'),
    timeZone: named(`zone.${timeZone}`) ?? timeZone,
  };
}

/** What the table calls a month or a time zone, if it has a name for it. */
function named(id: string): string | undefined {
  return isInTable(id) ? say(id) : undefined;
}

function isInTable(id: string): id is Extract<keyof typeof en, `month.${string}` | `zone.${string}`> {
  return /^(month|zone)\./.test(id) && Object.hasOwn(en, id);
}
