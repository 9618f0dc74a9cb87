import { allOf } from '../../lib/policy-documents';

describe('the conditions of one statement', () => {
  test('two of one operator and different keys are both kept', () => {
    expect(
      allOf(
        { StringEquals: { 'sts:ExternalId': 'x-1' } },
        { StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] } },
      ),
    ).toEqual({ StringEquals: { 'sts:ExternalId': 'x-1', 'aws:PrincipalOrgID': ['o-1', 'o-2'] } });
  });

  test('one key may be asked for by several operators', () => {
    expect(
      allOf(
        { DateLessThan: { 'aws:CurrentTime': '2027-01-31T00:00:00Z' } },
        { DateGreaterThan: { 'aws:CurrentTime': '2026-01-31T00:00:00Z' } },
      ),
    ).toEqual({
      DateLessThan: { 'aws:CurrentTime': '2027-01-31T00:00:00Z' },
      DateGreaterThan: { 'aws:CurrentTime': '2026-01-31T00:00:00Z' },
    });
  });

  test('two of one operator and one key are refused, with both of them', () => {
    expect(() =>
      allOf({ StringLike: { 's3:prefix': 'in/*' } }, { StringLike: { 's3:prefix': ['out/*', 'out'] } }),
    ).toThrow(
      'a statement must have one condition for each key of StringLike, got "s3:prefix": "in/*" and "s3:prefix": ["out/*","out"] ' +
        '(write one list where either may hold, and another operator where both must)',
    );
  });

  test('they are refused in other letters, too: IAM takes keys in any case', () => {
    expect(() =>
      allOf({ StringEquals: { 'sts:ExternalId': 'a' } }, { StringEquals: { 'STS:externalid': 'b' } }),
    ).toThrow('got "sts:ExternalId": "a" and "STS:externalid": "b"');
  });

  test('what is merged is left as it was', () => {
    const first = { StringEquals: { 'sts:ExternalId': 'x-1' } };

    allOf(first, { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } });

    expect(first).toEqual({ StringEquals: { 'sts:ExternalId': 'x-1' } });
  });
});
