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
  /** The same on a clock of the time zone: `31 January 2027, 09:00 Asia/Tokyo`. */
  readonly local: string;
  readonly isPast: boolean;
}

/** https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Intl/DateTimeFormat */
export function endAt(until: string, { now, timeZone }: Clock): End {
  const moment = new Date(until);
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const local = `${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')} ${timeZone}`;
  return { at: until, local, isPast: moment.getTime() <= now.getTime() };
}

/** This machine's. */
export function machineClock(): Clock {
  return { now: new Date(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** `2027-01-31T00:00:00Z (31 January 2027, 09:00 Asia/Tokyo)` */
export function withLocalTime(until: string, clock = machineClock()): string {
  const { at, local } = endAt(until, clock);
  return `${at} (${local})`;
}

/** The same, and that it is over where it is. */
export function endInWords(until: string, clock = machineClock()): string {
  const past = endAt(until, clock).isPast ? ', which is past: nothing is allowed any more' : '';
  return withLocalTime(until, clock) + past;
}
