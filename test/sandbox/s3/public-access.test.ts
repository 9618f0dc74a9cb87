import { isPublicPolicy } from '../../../tools/sandbox/s3/public-access';

const allow = (statement: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...statement }],
});

test.each([
  [allow({ Principal: '*', Action: 's3:GetObject', Resource: '*' }), true],
  [allow({ Principal: { AWS: ['111111111111', '*'] }, Action: 's3:GetObject', Resource: '*' }), true],
  [allow({ Principal: { AWS: '111111111111' }, Action: 's3:GetObject', Resource: '*' }), false],
  [{ Statement: { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' } }, false],
  [
    allow({
      Principal: '*',
      Action: 's3:GetObject',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    }),
    false,
  ],
  [
    allow({
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringLike: { 'aws:PrincipalArn': '*' } },
    }),
    true,
  ],
  [
    allow({
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    }),
    true,
  ],
])('policy %# is public: %j → %j', (document, expected) => {
  // The examples of https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
  expect(isPublicPolicy(document)).toBe(expected);
});
