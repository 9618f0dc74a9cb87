import { arnMatches, parseArn } from '../../tools/iam/arn';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
test.each([
  ['arn:aws:s3:::data/a.txt', ['aws', 's3', '', '', 'data/a.txt']],
  ['arn:aws:iam::111111111111:role/reader', ['aws', 'iam', '', '111111111111', 'role/reader']],
  [
    'arn:aws-cn:logs:cn-north-1:111111111111:log-group:/aws/lambda/f:*',
    ['aws-cn', 'logs', 'cn-north-1', '111111111111', 'log-group:/aws/lambda/f:*'],
  ],
  ['arn:aws:s3:::', ['aws', 's3', '', '', '']],
  ['arn:::::', ['', '', '', '', '']],
])('%s has its parts', (text, [partition, service, region, account, resource]) => {
  expect(parseArn(text)).toEqual({ partition, service, region, account, resource });
});

test.each([
  '',
  'arn',
  'arn:aws',
  'arn:aws:s3',
  'arn:aws:s3:',
  'arn:aws:s3::',
  'arn:aws:s3:data',
  'urn:aws:s3:::data',
  'ARN:aws:s3:::data',
  ' arn:aws:s3:::data',
])('"%s" is no ARN', (text) => {
  expect(parseArn(text)).toBeUndefined();
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
test.each([
  ['arn:aws:iam::111111111111:role/reader', 'arn:aws:iam::111111111111:role/reader', true],
  ['arn:aws:iam::111111111111:role/reader', 'arn:aws:iam::111111111111:role/Reader', false],
  ['arn:aws:iam::111111111111:role/*', 'arn:aws:iam::111111111111:role/a/reader', true],
  ['arn:aws:iam::*:role/reader', 'arn:aws:iam::111111111111:role/reader', true],
  ['arn:aws:iam::*:role/reader', 'arn:aws:iam::111111111111:role/writer', false],
  ['arn:aws:*:role/reader', 'arn:aws:iam::111111111111:role/reader', false],
  ['arn:aws:*:*:*:reader', 'arn:aws:sns:eu-west-1:111111111111:reader', true],
  ['arn:aw?:sns:eu-west-?:1111*:reader', 'arn:aws:sns:eu-west-1:111111111111:reader', true],
  ['arn:aw?:sns:eu-west-?:1111*:reader', 'arn:aws:sns:us-west-1:111111111111:reader', false],
  ['arn:?:sns:eu-west-1:111111111111:reader', 'arn:aws:sns:eu-west-1:111111111111:reader', false],
  ['arn:*:*s:*:*:*', 'arn:aws:s3:::data', false],
  ['reader', 'reader', false],
  ['*', 'arn:aws:s3:::data', false],
  ['*', 'reader', false],
  ['arn:aws:s3:::*', 'reader', false],
])('ArnLike %s on %s: %s', (pattern, text, matches) => {
  expect(arnMatches(pattern, text)).toBe(matches);
});
