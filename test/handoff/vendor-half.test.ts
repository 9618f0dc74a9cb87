import type { Vendor } from '../../lib/share/share';
import { vendorHalfTemplate } from '../../tools/handoff/vendor-half';
import { grantOf, handoffTo, shareWith, VENDORS } from './kinds';

const templateFor = (vendor: Vendor) => vendorHalfTemplate(grantOf(shareWith(vendor)));

const description =
  'Lets its users assume arn:aws:iam::111111111111:role/VendorAccessRole, and nothing else.';
const policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'AllowAssumeCompanyRole',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: 'arn:aws:iam::111111111111:role/VendorAccessRole',
    },
  ],
};

test('the vendor’s half is a permission set and its assignment, whose instance and principal the vendor enters', () => {
  expect(templateFor(VENDORS['known by its account'])).toEqual({
    AWSTemplateFormatVersion: '2010-09-09',
    Description:
      'Lets people of 222222222222 assume arn:aws:iam::111111111111:role/VendorAccessRole, and nothing else.',
    Parameters: {
      InstanceArn: {
        Type: 'String',
        Description: 'Your Identity Center instance: aws sso-admin list-instances',
        AllowedPattern: 'arn:aws:sso:::instance/(sso)?ins-[A-Za-z0-9.-]{16}',
      },
      PrincipalType: { Type: 'String', Description: 'GROUP or USER', AllowedValues: ['GROUP', 'USER'] },
      PrincipalId: {
        Type: 'String',
        Description: 'The id of the group or user: aws identitystore list-groups',
        AllowedPattern: '([0-9a-f]{10}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    },
    Resources: {
      PermissionSet: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: {
          InstanceArn: { Ref: 'InstanceArn' },
          Name: 'AllowAssumeCompanyRole',
          Description: description,
          SessionDuration: 'PT1H',
          InlinePolicy: policy,
        },
      },
      Assignment222222222222: {
        Type: 'AWS::SSO::Assignment',
        Properties: {
          InstanceArn: { Ref: 'InstanceArn' },
          PermissionSetArn: { 'Fn::GetAtt': ['PermissionSet', 'PermissionSetArn'] },
          PrincipalType: { Ref: 'PrincipalType' },
          PrincipalId: { Ref: 'PrincipalId' },
          TargetType: 'AWS_ACCOUNT',
          TargetId: '222222222222',
        },
      },
    },
  });
});

test('every account of the vendor has its assignment', () => {
  expect(Object.keys(templateFor(VENDORS['with several accounts']).Resources)).toEqual([
    'PermissionSet',
    'Assignment222222222222',
    'Assignment333333333333',
  ]);
});

test('for borrowers by ARN it is one policy on them, by their names without path, and asks for nothing', () => {
  const borrowers = ['arn:aws:iam::222222222222:role/jobs/etl', 'arn:aws:iam::222222222222:user/reader'];
  expect(templateFor({ account: '222222222222', borrowers })).toEqual({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Lets etl and reader assume arn:aws:iam::111111111111:role/VendorAccessRole.',
    Resources: {
      AssumeRolePolicy: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          ManagedPolicyName: 'AllowAssumeCompanyRole',
          Description: description,
          PolicyDocument: policy,
          Roles: ['etl'],
          Users: ['reader'],
        },
      },
    },
  });
});

test('one template serves two accounts: each gets the policy of its own borrowers', () => {
  const { Conditions, Resources } = templateFor(VENDORS['whose roles and users in two accounts borrow']);
  expect(Conditions).toEqual({
    In222222222222: { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, '222222222222'] },
    In333333333333: { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, '333333333333'] },
  });
  expect(Resources).toMatchObject({
    AssumeRolePolicy222222222222: { Condition: 'In222222222222', Properties: { Roles: ['etl'] } },
    AssumeRolePolicy333333333333: { Condition: 'In333333333333', Properties: { Users: ['reader'] } },
  });
});

test.each(['with an Identity Center in the share', 'that is a product'] as const)(
  'a vendor %s gets no template',
  (vendor) => {
    expect(handoffTo(VENDORS[vendor]).admin.template).toBeUndefined();
  },
);

test('a description is no longer than CloudFormation takes, however many borrow', () => {
  const borrowers = Array.from(
    { length: 16 },
    (_, place) => `arn:aws:iam::222222222222:role/${String(place).padEnd(64, 'r')}`,
  );
  const { Description } = templateFor({ account: '222222222222', borrowers });
  expect(Buffer.byteLength(Description)).toBeLessThanOrEqual(1024);
  expect(Description).toMatch(/^Lets 0r+, 1r+, .*…$/);
});
