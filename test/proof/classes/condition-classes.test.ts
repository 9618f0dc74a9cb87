// tools/proof/classes/condition-classes.ts, tools/proof/classes/ordered-classes.ts, tools/proof/classes/address-classes.ts
import fc, { cases } from '../../properties';
import { conditionOutcome } from '../../../tools/iam/conditions';
import type { Condition } from '../../../tools/iam/policy';
import type { ConditionOperator } from '../../../tools/iam/condition-operators';
import {
  keyClasses,
  type KeyValue,
  MixedComparisonsError,
} from '../../../tools/proof/classes/condition-classes';

function on(key: string, operator: ConditionOperator, ...values: string[]): Condition {
  return { key, operator, values, ifExists: false };
}

/** How all conditions answer one value; undefined for a request without the key. */
function answers(conditions: readonly Condition[], value: KeyValue | undefined): string {
  const context = value === undefined ? {} : Object.fromEntries(conditions.map(({ key }) => [key, value]));
  return conditions.map((condition) => Number(conditionOutcome(condition, context))).join('');
}

/** No value may be answered in a way in which no class is. */
function expectCovered(conditions: readonly Condition[], value: string): void {
  const classes = keyClasses(conditions[0]?.key ?? '', conditions, undefined);
  expect(classes.map((one) => answers(conditions, one))).toContain(answers(conditions, value));
}

const runs = { numRuns: cases(150) };

describe('classes of values of a condition key', () => {
  test('dates: the second itself, the ones next to it, and all the others', () => {
    const until = on('aws:currenttime', 'DateLessThan', '2027-01-31T00:00:00Z');

    expect(keyClasses('aws:currenttime', [until], undefined)).toEqual([
      '2027-01-30T23:59:59.000Z',
      '2027-01-31T00:00:00.000Z',
      '2027-01-31T00:00:01.000Z',
    ]);
  });

  test('dates: no moment is answered in a way in which no class is', () => {
    const moment = fc.integer({ min: 0, max: 6 }).map((second) => `2027-01-31T00:00:0${second}Z`);
    const operator = fc.constantFrom<ConditionOperator>(
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateGreaterThanEquals',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(operator, moment), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: -2, max: 16 }),
        (asked, half) => {
          const time = new Date(Date.parse('2027-01-31T00:00:00Z') + half * 500).toISOString();
          expectCovered(
            asked.map(([name, value]) => on('aws:currenttime', name, value)),
            time,
          );
        },
      ),
      runs,
    );
  });

  test('numbers: no number is answered in a way in which no class is', () => {
    const number = fc.constantFrom('1', '1.1', '1.2', '1.25', '-3', '1000000');
    const operator = fc.constantFrom<ConditionOperator>(
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericGreaterThan',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(operator, number), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(
          '-4',
          '-3',
          '0',
          '1',
          '1.05',
          '1.1',
          '1.15',
          '1.2',
          '1.22',
          '1.25',
          '1.3',
          '7',
          '1000000',
          '2000000',
        ),
        (asked, value) =>
          expectCovered(
            asked.map(([name, wanted]) => on('s3:tlsversion', name, wanted)),
            value,
          ),
      ),
      runs,
    );
  });

  test('addresses: no address is answered in a way in which no class is', () => {
    const range = fc.constantFrom(
      '10.0.0.0/8',
      '10.1.0.0/16',
      '10.1.2.3',
      '255.255.255.255',
      '0.0.0.0/0',
      '2001:db8::/32',
      '::/0',
    );
    const address = fc.constantFrom(
      '9.9.9.9',
      '10.0.0.1',
      '10.1.0.1',
      '10.1.2.3',
      '10.1.2.4',
      '11.0.0.0',
      '255.255.255.255',
      '2001:db8::1',
      '::1',
    );
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 3 }), address, (ranges, value) => {
        expectCovered(
          ranges.map((one) => on('aws:sourceip', 'IpAddress', one)),
          value,
        );
      }),
      runs,
    );
  });

  test('text: exact, like and without regard to case, together', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '*', '?'), minLength: 1, maxLength: 3 });
    const operator = fc.constantFrom<ConditionOperator>(
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringEqualsIgnoreCase',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(operator, text), { minLength: 1, maxLength: 3 }),
        fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'c', '*'), maxLength: 4 }),
        (asked, value) =>
          expectCovered(
            asked.map(([name, wanted]) => on('sts:externalid', name, wanted)),
            value,
          ),
      ),
      runs,
    );
  });

  test('two values are few enough to try, whatever the operator', () => {
    expect(
      keyClasses('aws:securetransport', [on('aws:securetransport', 'Bool', 'false')], undefined),
    ).toEqual(['true', 'false']);
  });

  test('a key that may hold anything may hold what the operator cannot read', () => {
    expect(keyClasses('sts:externalid', [on('sts:externalid', 'NumericLessThan', '5')], undefined)).toEqual([
      '4.9',
      '5',
      '5.1',
      'not-a-number',
    ]);
  });

  test('one key compared in two ways is refused by name', () => {
    const both = [on('s3:max-keys', 'NumericLessThan', '5'), on('s3:max-keys', 'StringLike', '5*')];

    expect(() => keyClasses('s3:max-keys', both, undefined)).toThrow(MixedComparisonsError);
    expect(() => keyClasses('s3:max-keys', both, undefined)).toThrow(
      's3:max-keys is compared as number and string',
    );
  });
});
