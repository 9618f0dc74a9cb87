import { DOCUMENTS, lentRoleArn, policy } from './added-documents';
import type { JsonObject } from '../../naive/json';
import type { Assembly } from './cloudformation';
import { type Mutant, added } from './mutant';

const enteredBy = (assembly: Assembly): Readonly<Record<string, JsonObject>> => ({
  'the vendor': { AWS: 'arn:aws:iam::222222222222:root' },
  'a stranger': { AWS: 'arn:aws:iam::333333333333:root' },
  everybody: { AWS: '*' },
  'the company': { AWS: 'arn:aws:iam::111111111111:root' },
  'the borrower': { AWS: lentRoleArn(assembly) },
  "the borrower's session": {
    AWS: 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession',
  },
  'a function': { Service: 'lambda.amazonaws.com' },
  'an identity provider': { Federated: 'arn:aws:iam::111111111111:saml-provider/Corp' },
});

/** A second role, for everyone whom it could be for, with and without permissions. */
export function secondRoles(assembly: Assembly, stackName: string): Mutant[] {
  return Object.entries(enteredBy(assembly)).flatMap(([who, principal]) =>
    [undefined, 'that writes', 'that enters any role'].map((what) => {
      const federated = principal['Federated'] !== undefined;
      const trust = policy({
        Effect: 'Allow',
        Principal: principal,
        Action: federated ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRole',
      });
      const policies =
        what === undefined
          ? {}
          : { Policies: [{ PolicyName: 'Added', PolicyDocument: DOCUMENTS[what] ?? {} }] };
      const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust, ...policies } };
      return {
        name: `${stackName}: a second role for ${who}${what === undefined ? '' : ` with a policy ${what}`}`,
        assembly: added(assembly, stackName, { SecondRole: role }),
      };
    }),
  );
}

/** Users, groups and the keys and passwords that open them. */
export function users(assembly: Assembly, stackName: string): Mutant[] {
  const user = (properties: JsonObject): JsonObject => ({
    Second: { Type: 'AWS::IAM::User', Properties: { UserName: 'second', ...properties } },
  });
  const withPolicy = Object.entries(DOCUMENTS)
    .filter(([what]) => !what.includes('denie'))
    .map(([what, document]): readonly [string, JsonObject] => [
      `a user with a policy ${what}`,
      user({ Policies: [{ PolicyName: 'Added', PolicyDocument: document }] }),
    ]);
  const made: readonly (readonly [string, JsonObject])[] = [
    ['a user who may nothing', user({})],
    ...withPolicy,
    ['a user with a password', user({ LoginProfile: { Password: 'change-me-now-1A' } })],
    [
      'a user with an access key',
      { ...user({}), Key: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: { Ref: 'Second' } } } },
    ],
    [
      'an access key for a user made elsewhere',
      { Key: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: 'somebody' } } },
    ],
    ['an empty group', { Second: { Type: 'AWS::IAM::Group', Properties: {} } }],
    ['a user in a group made elsewhere', user({ Groups: ['Administrators'] })],
    [
      'users put into a group',
      {
        Second: {
          Type: 'AWS::IAM::UserToGroupAddition',
          Properties: { GroupName: 'Administrators', Users: ['somebody'] },
        },
      },
    ],
  ];
  return made.map(([what, resources]) => ({
    name: `${stackName}: ${what}`,
    assembly: added(assembly, stackName, resources),
  }));
}
