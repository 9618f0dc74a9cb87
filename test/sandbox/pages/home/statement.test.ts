import { statementText } from '../../../../tools/sandbox/pages/home/statement';

test('a statement is written in the order of AWS’s pages, and stays JSON', () => {
  const statement = {
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    Resource: [
      'arn:aws:s3:::a-bucket-with-a-long-name-that-goes-on',
      'arn:aws:s3:::a-bucket-with-a-long-name-that-goes-on/*',
    ],
    Action: 's3:*',
    Effect: 'Deny',
    Made: { Up: [1, true, null] },
    Sid: 'X',
  };
  const text = statementText(statement);
  expect(text).toBe(`{ "Sid": "X",
  "Effect": "Deny",
  "Action": "s3:*",
  "Resource": [
    "arn:aws:s3:::a-bucket-with-a-long-name-that-goes-on",
    "arn:aws:s3:::a-bucket-with-a-long-name-that-goes-on/*"
  ],
  "Condition":
    { "Bool": { "aws:SecureTransport": "false" } },
  "Made": { "Up": [1, true, null] } }`);
  expect(JSON.parse(text)).toEqual(statement);
});

test('what is no statement is written as it is', () => {
  expect(statementText('x')).toBe('"x"');
  expect(statementText(null)).toBe('null');
});
