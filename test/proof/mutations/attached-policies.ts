import { BUCKET, DOCUMENTS, allow } from './added-documents';
import type { JsonObject } from '../../naive/json';
import type { Assembly } from './cloudformation';
import { type Mutant, type Site, added, property } from './mutant';

/** Every way to give a role one more policy. */
export function attachments(assembly: Assembly, role: Site): Mutant[] {
  const { stackName, logicalId } = role;
  const roles = [{ Ref: logicalId }];
  const literal = [role.properties['RoleName'] ?? ''];
  const ways: readonly (readonly [string, (document: JsonObject) => Assembly])[] = [
    [
      'AWS::IAM::Policy',
      (document) =>
        added(assembly, stackName, {
          Added: {
            Type: 'AWS::IAM::Policy',
            Properties: { PolicyName: 'Added', PolicyDocument: document, Roles: roles },
          },
        }),
    ],
    [
      'AWS::IAM::Policy, role by name',
      (document) =>
        added(assembly, stackName, {
          Added: {
            Type: 'AWS::IAM::Policy',
            Properties: { PolicyName: 'Added', PolicyDocument: document, Roles: literal },
          },
        }),
    ],
    [
      'AWS::IAM::ManagedPolicy',
      (document) =>
        added(assembly, stackName, {
          Added: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document, Roles: roles } },
        }),
    ],
    [
      'AWS::IAM::RolePolicy',
      (document) =>
        added(assembly, stackName, {
          Added: {
            Type: 'AWS::IAM::RolePolicy',
            Properties: { PolicyName: 'Added', PolicyDocument: document, RoleName: { Ref: logicalId } },
          },
        }),
    ],
    [
      'Policies of the role',
      (document) => property(assembly, role, 'Policies', [{ PolicyName: 'Added', PolicyDocument: document }]),
    ],
    [
      'ManagedPolicyArns of the role',
      (document) =>
        property(
          added(assembly, stackName, {
            Added: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } },
          }),
          role,
          'ManagedPolicyArns',
          [{ Ref: 'Added' }],
        ),
    ],
    [
      'nobody',
      (document) =>
        added(assembly, stackName, {
          Added: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } },
        }),
    ],
  ];
  const made = ways.flatMap(([way, attach]) =>
    Object.entries(DOCUMENTS).map(([what, document]) => ({
      name: `${stackName}/${logicalId}: a policy ${what}, by ${way}`,
      assembly: attach(document),
    })),
  );
  const arns = [
    'arn:aws:iam::aws:policy/AdministratorAccess',
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    'arn:aws:iam::111111111111:policy/MadeElsewhere',
  ];
  const byArn = arns.map((arn) => ({
    name: `${stackName}/${logicalId}: managed policy ${arn}`,
    assembly: property(assembly, role, 'ManagedPolicyArns', [arn]),
  }));
  return [...made, ...byArn];
}

/** A boundary narrows only if it leaves out something that the role may do. */
export function boundaries(assembly: Assembly, role: Site): Mutant[] {
  const bound = (document: JsonObject) =>
    property(
      added(assembly, role.stackName, {
        Added: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } },
      }),
      role,
      'PermissionsBoundary',
      { Ref: 'Added' },
    );
  const where = `${role.stackName}/${role.logicalId}: boundary`;
  return [
    { name: `${where} that allows everything`, assembly: bound(allow('*', '*')) },
    { name: `${where} that allows all reading`, assembly: bound(allow(['s3:Get*', 's3:List*'], '*')) },
    { name: `${where} that allows getting only`, assembly: bound(allow('s3:GetObject', '*')) },
    {
      name: `${where} that allows one prefix only`,
      assembly: bound(allow('s3:*', [BUCKET, `${BUCKET}/2026/*`])),
    },
    {
      name: `${where} of AWS`,
      assembly: property(assembly, role, 'PermissionsBoundary', 'arn:aws:iam::aws:policy/PowerUserAccess'),
    },
  ];
}
