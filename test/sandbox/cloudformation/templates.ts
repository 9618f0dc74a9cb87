/** Small templates, spelt out. Each is what a person could have written by hand. */

export const LAMBDA_TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

export const READ_ALPHA = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::alpha/*' }],
};

export const READ_BETA = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::beta/*' }],
};

export function bucket(properties: object = {}, attributes: object = {}) {
  return { Type: 'AWS::S3::Bucket', Properties: properties, ...attributes };
}

export function role(properties: object = {}, attributes: object = {}) {
  return {
    Type: 'AWS::IAM::Role',
    Properties: { AssumeRolePolicyDocument: LAMBDA_TRUST, ...properties },
    ...attributes,
  };
}

export function managedPolicy(properties: object = {}, attributes: object = {}) {
  return {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: { PolicyDocument: READ_ALPHA, ...properties },
    ...attributes,
  };
}
