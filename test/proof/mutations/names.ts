import { type Json, type JsonObject, objectAt } from '../../naive/json';
import type { Assembly } from './cloudformation';
import { type Mutant, type Site, added, edited, property, sitesOf } from './mutant';

/** Names misspelt, things dropped, assignments and permission sets changed, and edits that change nothing. */
export function nameMutants(assembly: Assembly): Mutant[] {
  return [
    ...sitesOf(assembly).flatMap((site) => misspelt(assembly, site)),
    ...sitesOf(assembly).flatMap((site) => dropped(assembly, site)),
    ...sitesOf(assembly, 'AWS::SSO::Assignment').flatMap((site) => assignmentMutants(assembly, site)),
    ...sitesOf(assembly, 'AWS::SSO::PermissionSet').flatMap((site) => permissionSetMutants(assembly, site)),
  ];
}

const NAMES: Record<string, readonly string[]> = {
  'AWS::IAM::Role': ['RoleName', 'Path'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName', 'Roles'],
  'AWS::IAM::Policy': ['PolicyName'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::S3::BucketPolicy': ['Bucket'],
  'AWS::SSO::PermissionSet': ['Name', 'InstanceArn'],
  'AWS::SSO::Assignment': [
    'InstanceArn',
    'PermissionSetArn',
    'PrincipalId',
    'PrincipalType',
    'TargetId',
    'TargetType',
  ],
};

/** Each name a letter shorter, longer, in another case, another word, and none. */
function misspelt(assembly: Assembly, site: Site): Mutant[] {
  return (NAMES[site.type] ?? []).flatMap((name) => {
    const value = site.properties[name];
    if (value === undefined) return [];
    const text = typeof value === 'string' ? value : 'Somewhere';
    const wrap = (one: string): Json => (Array.isArray(value) ? [one] : one);
    const others =
      name === 'Path'
        ? ['/vendors2/', '/']
        : [text.slice(0, -1), `${text}2`, text.toUpperCase(), text.toLowerCase(), `Other${text}`];
    const where = `${site.stackName}/${site.logicalId}.${name}`;
    return [
      { name: `${where}: gone`, assembly: property(assembly, site, name, undefined) },
      ...[...new Set(others)]
        .filter((one) => one !== value)
        .map((one) => ({ name: `${where}: ${one}`, assembly: property(assembly, site, name, wrap(one)) })),
    ];
  });
}

function dropped(assembly: Assembly, site: Site): Mutant[] {
  const where = `${site.stackName}/${site.logicalId}`;
  const path = ['Resources', site.logicalId];
  const never = edited(
    edited(assembly, site.stackName, ['Conditions'], { Never: { 'Fn::Equals': ['a', 'b'] } }),
    site.stackName,
    [...path, 'Condition'],
    'Never',
  );
  const always = edited(
    edited(assembly, site.stackName, ['Conditions'], { Always: { 'Fn::Equals': ['a', 'a'] } }),
    site.stackName,
    [...path, 'Condition'],
    'Always',
  );
  return [
    { name: `${where}: dropped`, assembly: edited(assembly, site.stackName, path, undefined) },
    { name: `${where}: under a condition that never holds`, assembly: never },
    { name: `${where}: under a condition that always holds`, assembly: always },
    {
      name: `${where}: other metadata`,
      assembly: edited(assembly, site.stackName, [...path, 'Metadata', 'reviewed'], 'yes'),
    },
    {
      name: `${where}: deletion policy`,
      assembly: edited(assembly, site.stackName, [...path, 'DeletionPolicy'], 'RetainExceptOnCreate'),
    },
    {
      name: `${where}: deleted with its stack`,
      assembly: edited(assembly, site.stackName, [...path, 'DeletionPolicy'], 'Delete'),
    },
    {
      name: `${where}: kept when replaced`,
      assembly: edited(assembly, site.stackName, [...path, 'UpdateReplacePolicy'], 'Retain'),
    },
    ...(site.properties['Description'] === undefined
      ? []
      : [
          {
            name: `${where}: other description`,
            assembly: property(assembly, site, 'Description', 'Something else.'),
          },
        ]),
    ...(['AWS::S3::Bucket', 'AWS::IAM::Role', 'AWS::SSO::PermissionSet'].includes(site.type)
      ? [
          {
            name: `${where}: tags`,
            assembly: property(assembly, site, 'Tags', [{ Key: 'owner', Value: 'data' }]),
          },
        ]
      : []),
    ...(site.type === 'AWS::IAM::Role' && site.properties['RoleName'] !== undefined
      ? [
          {
            name: `${where}: sessions of twelve hours`,
            assembly: property(assembly, site, 'MaxSessionDuration', 43200),
          },
        ]
      : []),
  ];
}

/** Again for somebody else: the permission set in other hands, accounts or instances. */
function assignmentMutants(assembly: Assembly, site: Site): Mutant[] {
  const other: readonly (readonly [string, JsonObject])[] = [
    ['for another group', { PrincipalId: 'c1c2c3d4-5678-90ab-cdef-777788889999' }],
    ['for a user', { PrincipalType: 'USER' }],
    ['for a group', { PrincipalType: 'GROUP' }],
    ["in a stranger's account", { TargetId: '333333333333' }],
    ["in the company's account", { TargetId: '111111111111' }],
    ['in an account without its leading zero', { TargetId: 22222222222 }],
    ['for an organizational unit', { TargetType: 'AWS_OU' }],
  ];
  return other
    .filter(([, change]) => Object.entries(change).some(([key, value]) => site.properties[key] !== value))
    .flatMap(([what, change]) => {
      const second = { Type: 'AWS::SSO::Assignment', Properties: { ...site.properties, ...change } };
      const instead = Object.entries(change).reduce(
        (all, [key, value]) => property(all, site, key, value),
        assembly,
      );
      return [
        { name: `${site.stackName}/${site.logicalId}: ${what} instead`, assembly: instead },
        {
          name: `${site.stackName}/${site.logicalId}: ${what} as well`,
          assembly: added(assembly, site.stackName, { SecondAssignment: second }),
        },
      ];
    });
}

function permissionSetMutants(assembly: Assembly, site: Site): Mutant[] {
  const where = `${site.stackName}/${site.logicalId}`;
  const set = (name: string, value: Json | undefined) => property(assembly, site, name, value);
  const [assignment] = sitesOf(assembly, 'AWS::SSO::Assignment').filter(
    (one) => one.stackName === site.stackName,
  );
  const second = (document: JsonObject): Assembly =>
    added(assembly, site.stackName, {
      SecondSet: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: { ...site.properties, Name: 'SecondSet', InlinePolicy: document },
      },
      SecondAssignment: {
        Type: 'AWS::SSO::Assignment',
        Properties: {
          ...assignment?.properties,
          PermissionSetArn: { 'Fn::GetAtt': ['SecondSet', 'PermissionSetArn'] },
        },
      },
    });
  const admin = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const own = objectAt(site.properties, 'InlinePolicy');
  return [
    {
      name: `${where}: AdministratorAccess as well`,
      assembly: set('ManagedPolicies', ['arn:aws:iam::aws:policy/AdministratorAccess']),
    },
    { name: `${where}: an empty list of managed policies`, assembly: set('ManagedPolicies', []) },
    {
      name: `${where}: a customer managed policy as well`,
      assembly: set('CustomerManagedPolicyReferences', [{ Name: 'MadeElsewhere' }]),
    },
    {
      name: `${where}: a boundary of AWS`,
      assembly: set('PermissionsBoundary', { ManagedPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }),
    },
    { name: `${where}: without a policy`, assembly: set('InlinePolicy', undefined) },
    { name: `${where}: the policy as text`, assembly: set('InlinePolicy', JSON.stringify(own)) },
    {
      name: `${where}: the policy as broken text`,
      assembly: set('InlinePolicy', JSON.stringify(own).slice(0, -1)),
    },
    { name: `${where}: a longer sign-in`, assembly: set('SessionDuration', 'PT8H') },
    { name: `${where}: a relay state`, assembly: set('RelayStateType', 'https://console.aws.amazon.com/') },
    { name: `${where}: a second set of everything, assigned`, assembly: second(admin) },
    {
      name: `${where}: a second set of everything, not assigned`,
      assembly: added(assembly, site.stackName, {
        SecondSet: {
          Type: 'AWS::SSO::PermissionSet',
          Properties: { ...site.properties, Name: 'SecondSet', InlinePolicy: admin },
        },
      }),
    },
  ];
}
