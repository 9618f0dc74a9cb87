import fc from '../properties';
import { cidrContains, parseCidr } from '../../tools/iam/cidr';
import { parseBoolean, parseDate, parseNumber } from '../../tools/iam/condition-values';

describe('parseDate', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2026-11-23T10:00:00Z', 1_795_428_000_000],
    ['2026-11-23T10:00Z', 1_795_428_000_000],
    ['2026-11-23T19:00:00+09:00', 1_795_428_000_000],
    ['2026-11-23T02:30:00-07:30', 1_795_428_000_000],
    ['2026-11-23T10:00:00.5Z', 1_795_428_000_500],
    ['2026-11-23', 1_795_392_000_000],
    ['2026-11', 1_793_491_200_000],
    ['1795428000', 1_795_428_000_000],
    ['2024-02-29T00:00:00Z', 1_709_164_800_000],
  ])('%s is a moment', (text, milliseconds) => {
    expect(parseDate(text)).toBe(milliseconds);
  });

  test.each([
    '',
    'tomorrow',
    '2026', // a year, or early 1970?
    '20261123', // a date, or 1970?
    '1795428000000', // milliseconds
    '-1795428000',
    '2026-13-01',
    '2026-02-30',
    '2025-02-29T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T10:00:60Z',
    '2026-11-23T10:00:00', // where?
    '2026-11-23T10:00:00+24:00',
    '2026-11-23T10:00:00.1234567890Z',
    '2026-11-23 10:00:00Z',
    '2026-11-23T10:00:00z',
    ' 2026-11-23',
    '2026-11-23\n',
  ])('%j is none that is understood', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test('what toISOString writes is read back', () => {
    const year1 = new Date('0001-01-01T00:00:00Z');
    const year9999 = new Date('9999-12-31T23:59:59Z');
    fc.assert(
      fc.property(
        fc.date({ min: year1, max: year9999, noInvalidDate: true }),
        (date) => parseDate(date.toISOString()) === date.getTime(),
      ),
    );
  });
});

describe('parseNumber', () => {
  test.each([
    ['0', 0],
    ['-5', -5],
    ['1.2', 1.2],
    ['007', 7],
    ['123456789012345', 123_456_789_012_345],
  ])('%s is a number', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  test.each(['', ' 1', '1e3', '+1', '.5', '5.', '0x10', 'Infinity', 'NaN', '1,5', '1234567890123456', '٣'])(
    '%j is none that is understood',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );
});

test.each([
  ['True', true],
  ['FALSE', false],
] as const)('parseBoolean reads %j, as policies have it', (text, value) => {
  expect(parseBoolean(text)).toBe(value);
});

test.each(['1', 'yes', ''])('parseBoolean does not understand %j', (text) => {
  expect(parseBoolean(text)).toBeUndefined();
});

describe('parseCidr', () => {
  test.each([
    ['203.0.113.7', 32, 0xcb007107n, 32],
    ['203.0.113.0/24', 32, 0xcb007100n, 24],
    ['0.0.0.0/0', 32, 0n, 0],
    ['::', 128, 0n, 128],
    ['2001:DB8::/32', 128, 0x20010db8000000000000000000000000n, 32],
    ['1:2:3:4:5:6:7:8', 128, 0x00010002000300040005000600070008n, 128],
    ['::ffff:203.0.113.7', 128, 0xffffcb007107n, 128],
    ['fe80::1/10', 128, 0xfe800000000000000000000000000001n, 10],
  ])('%s', (text, bits, address, prefix) => {
    expect(parseCidr(text)).toEqual({ bits, address, prefix });
  });

  test.each([
    '',
    '203.0.113',
    '203.0.113.256',
    '203.0.113.07',
    '203.0.113.0/33',
    '203.0.113.0/',
    '203.0.113.0/08',
    '203.0.113.0/24/1',
    '::/129',
    ':::',
    '1::2::3',
    'fe80::1%eth0',
    'localhost',
    '203.0.113.*',
  ])('%j is none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  test('a range contains an address exactly when their first bits are the same', () => {
    const octets = fc.array(fc.nat(255), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(octets, octets, fc.nat(32), fc.nat(32), (one, other, prefix, shared) => {
        // GIVEN two addresses that share their first bits
        const bits = binary(one);
        const near = bits.slice(0, shared) + binary(other).slice(shared);
        const range = parseCidr(`${one.join('.')}/${prefix}`);
        const address = parseCidr(dotted(near));

        expect(range && address && cidrContains(range, address)).toBe(near.startsWith(bits.slice(0, prefix)));
      }),
    );
  });

  test.each([
    ['10.0.0.0/8', '10.1.0.0/16', true],
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.0.0.0/16', '10.0.0.0/8', false],
    ['0.0.0.0/0', '::/0', false],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    const [range, within] = [parseCidr(outer), parseCidr(inner)];

    expect(range && within && cidrContains(range, within)).toBe(expected);
  });

  function binary(octets: readonly number[]): string {
    return octets.map((octet) => octet.toString(2).padStart(8, '0')).join('');
  }

  function dotted(bits: string): string {
    return [0, 8, 16, 24].map((start) => parseInt(bits.slice(start, start + 8), 2)).join('.');
  }
});
