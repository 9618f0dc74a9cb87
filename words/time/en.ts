import type { Messages } from '../speech';

/** A moment, for people: on the clock of who reads it and in UTC. `hour` and `minute` are of a day of 24 hours. */
export const en = {
  local: '{day} {month} {year}, {hour}:{minute} {timeZone}',
  localAndUtc: '{day} {month} {year}, {hour}:{minute} {timeZone} ({utc})',
  day: '{day} {month} {year}',
  moment: '{utc} ({day} {month} {year}, {hour}:{minute} {timeZone})',
  past: '{moment}, which is past: nothing is allowed any more',
  'month.1': 'January',
  'month.2': 'February',
  'month.3': 'March',
  'month.4': 'April',
  'month.5': 'May',
  'month.6': 'June',
  'month.7': 'July',
  'month.8': 'August',
  'month.9': 'September',
  'month.10': 'October',
  'month.11': 'November',
  'month.12': 'December',
  'zone.Asia/Tokyo': 'Asia/Tokyo',
  'zone.UTC': 'UTC',
} as const satisfies Messages;
