import { lowerAscii } from './glob';

/**
 * A moment, in milliseconds since 1970. Undefined if the text is none of: `2026-11`, `2026-11-23`,
 * `2026-11-23T10:00Z`, `2026-11-23T10:00:00.123+09:00`, or whole epoch seconds of nine to eleven digits: shorter ones could be
 * a year or a date (`2026`, `20261123`), longer ones milliseconds.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 * https://www.w3.org/TR/NOTE-datetime
 */
export function parseDate(text: string): number | undefined {
  if (EPOCH_SECONDS.test(text)) return Number(text) * 1000;
  const found = W3C_DATE.exec(text)?.groups;
  if (!found) return undefined;
  const {
    year,
    month,
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    fraction = '',
    zone = 'Z',
  } = found;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  const asUtc = Date.parse(`${local}Z`);
  // Date.parse moves 30 February into March; what does not come back unchanged was no date.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString() !== `${local}Z`) return undefined;
  return asUtc - offset(zone);
}

const EPOCH_SECONDS = /^\d{9,11}$/;
const W3C_DATE =
  /^(?<year>\d{4})-(?<month>\d\d)(-(?<day>\d\d)(T(?<hour>\d\d):(?<minute>\d\d)(:(?<second>\d\d)(\.(?<fraction>\d{1,9}))?)?(?<zone>Z|[+-](0\d|1[0-4]):[0-5]\d))?)?$/;

function offset(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/**
 * An integer or decimal of at most fifteen digits, so that comparing doubles compares exactly what was written.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
 */
export function parseNumber(text: string): number | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text) || text.replace(/[-.]/g, '').length > 15) return undefined;
  return Number(text);
}

/** In any case: policies hold `True`, too. */
export function parseBoolean(text: string): boolean | undefined {
  const lower = lowerAscii(text);
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}
