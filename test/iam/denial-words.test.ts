import { differenceIn, statementLabel } from '../../tools/iam/denial-words';
import { parsePolicy } from '../../tools/iam/parse-policy';
import { inLanguage } from '../../words/speech';

const policy = parsePolicy(
  {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: '222222222222' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': ['one', 'two'] } },
    },
  },
  'trust',
  'trust policy of R',
);
const [statement] = policy.statements;
if (statement === undefined) throw new Error('one statement expected');
const missedBy = (because: string) => ({ policy, statement, because });
const BY_ID = missedBy('condition StringEquals sts:externalid: wanted "one" or "two", got nothing');

test.each([
  [missedBy('principal'), {}, 'principal', 'Principal'],
  [missedBy('resource'), {}, 'resource', 'Resource'],
  [
    BY_ID,
    {},
    'condition StringEquals sts:externalid: wanted "one" or "two", got nothing',
    '条件 StringEquals sts:externalid (必要な値: "one" または "two"、実際の値: なし)',
  ],
  [
    BY_ID,
    { 'sts:externalid': 'three' },
    'condition StringEquals sts:externalid: wanted "one" or "two", got "three"',
    '条件 StringEquals sts:externalid (必要な値: "one" または "two"、実際の値: "three")',
  ],
])('what differs is said in the language that is spoken: %j, %j', (miss, context, english, japanese) => {
  expect(differenceIn(miss, context)).toBe(english);
  expect(inLanguage('ja', () => differenceIn(miss, context))).toBe(japanese);
});

test('a statement without a Sid has its number', () => {
  expect(statementLabel(statement)).toBe('statement 1');
  expect(inLanguage('ja', () => statementLabel(statement))).toBe('1 番目のステートメント');
});
