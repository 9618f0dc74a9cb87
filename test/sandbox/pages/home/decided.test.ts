import { policyText } from '../../../../tools/sandbox/pages/home/decided';

test('what fits on a line of a statement stands on it, and the whole stays JSON', () => {
  const statement = {
    Sid: 'X',
    Effect: 'Deny',
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: [
      'arn:aws:s3:::a-bucket-with-a-long-name-that-goes-on',
      'arn:aws:s3:::a-bucket-with-a-long-name-that-goes-on/*',
    ],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const text = policyText(statement);
  expect(text).toBe(`{
  "Sid": "X",
  "Effect": "Deny",
  "Action": [ "s3:GetObject", "s3:PutObject" ],
  "Resource": [
    "arn:aws:s3:::a-bucket-with-a-long-name-that-goes-on",
    "arn:aws:s3:::a-bucket-with-a-long-name-that-goes-on/*"
  ],
  "Condition": {
    "Bool": { "aws:SecureTransport": "false" }
  }
}`);
  expect(JSON.parse(text)).toEqual(statement);
});

test('brackets, quotes and line breaks within a text change nothing of it', () => {
  const hostile = {
    Sid: 'a]b\n}',
    Resource: ['${aws:username}', '{"\n  x"}', ''],
    Made: { Up: [1, true, null, {}] },
  };
  expect(JSON.parse(policyText(hostile))).toEqual(hostile);
});
