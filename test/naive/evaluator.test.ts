import { conditionTruth } from './conditions';
import { NaiveEvaluator } from './evaluator';
import { glob } from './statements';

const ROLE = 'arn:aws:iam::111111111111:role/Lent';
const OBJECT = 'arn:aws:s3:::data/a.txt';

const policy = (...Statement: readonly unknown[]) => ({ Version: '2012-10-17', Statement });
const TRUST = {
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { AWS: 'arn:aws:iam::222222222222:root' },
};

describe('the naive evaluator', () => {
  test.each<[string, string, boolean]>([
    ['s3:Get*', 's3:GetObject', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a.c', 'abc', false],
    ['*', '', true],
  ])('%s and %s: %s', (pattern, text, expected) => {
    expect(glob(pattern).test(text)).toBe(expected);
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
  test.each<[string, string[], string | undefined, boolean]>([
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', ['a'], undefined, false],
    ['StringEqualsIfExists', ['a'], undefined, true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', ['a'], undefined, true],
    ['StringEquals', ['a*'], 'ab', false],
    ['StringLike', ['a*'], 'ab', true],
    ['ArnLike', ['arn:aws:iam::1:role/*'], 'arn:aws:iam::1:role/a/b', true],
    ['ArnLike', ['arn:aws:iam::*'], 'arn:aws:iam::1:role/a', false],
    ['Bool', ['false'], 'false', true],
    ['Bool', ['false'], undefined, false],
    ['DateLessThan', ['2027-01-31T00:00:00Z'], '2027-01-30T23:59:59Z', true],
    ['DateLessThan', ['2027-01-31T00:00:00Z'], '2027-01-31T00:00:00Z', false],
    ['NumericLessThan', ['1.2'], '1.2', false],
    ['NumericLessThan', ['1.2'], '1.1', true],
    ['IpAddress', ['192.0.2.0/24'], '192.0.2.77', true],
    ['NotIpAddress', ['192.0.2.0/24'], '192.0.2.77', false],
    ['Null', ['true'], undefined, true],
    ['Null', ['false'], undefined, false],
  ])('%s %j on %s: %s', (operator, values, actual, expected) => {
    expect(conditionTruth({ operator, key: 'k', values }, actual)).toBe(expected);
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
  test.each<[string, string, 'everything' | unknown[], unknown[], 'trust' | 'resource', boolean]>([
    [
      'another account, which the trust names, and which lets its people',
      '222222222222',
      'everything',
      [TRUST],
      'trust',
      true,
    ],
    [
      'another account, which the trust names, but which does not let its people',
      '222222222222',
      [],
      [TRUST],
      'trust',
      false,
    ],
    ['another account that the trust does not name', '333333333333', 'everything', [TRUST], 'trust', false],
    [
      'the own account, which lets its people and is not in the trust',
      '111111111111',
      'everything',
      [TRUST],
      'trust',
      false,
    ],
    ['the own account, where no bucket policy is needed', '111111111111', 'everything', [], 'resource', true],
    [
      'the own account, named by the bucket policy, which does not let its people',
      '111111111111',
      [],
      [{ ...TRUST, Action: 's3:GetObject', Resource: '*', Principal: { AWS: '111111111111' } }],
      'resource',
      false,
    ],
    [
      'a caller of the own account whom the bucket policy names',
      '111111111111',
      [],
      [
        {
          ...TRUST,
          Action: 's3:GetObject',
          Resource: '*',
          Principal: { AWS: 'arn:aws:iam::111111111111:user/ann' },
        },
      ],
      'resource',
      true,
    ],
  ])('%s', (_, account, identity, statements, resourceKind, expected) => {
    const owner = '111111111111';
    const evaluator = new NaiveEvaluator({
      identity,
      resource: [policy(...statements)],
      resourceKind,
      owner,
    });
    const [action, resource] = resourceKind === 'trust' ? ['sts:AssumeRole', ROLE] : ['s3:GetObject', OBJECT];

    expect(
      evaluator.isAllowed(
        evaluator.caller({ kind: 'user', account, arn: `arn:aws:iam::${account}:user/ann` }),
        evaluator.action(action),
        evaluator.resource(resource),
        evaluator.context({}),
      ),
    ).toBe(expected);
  });
});
