import { lentRoles } from './added-documents';
import { type Json, type JsonObject, isList, isObject, objectAt } from '../../naive/json';
import { type Assembly, textOf } from './cloudformation';
import { documentSites } from './documents';
import { type Mutant, edited, sitesOf } from './mutant';

/** Whole stacks and whole templates changed, and texts that CloudFormation puts together instead of us. */
export function templateMutants(assembly: Assembly): Mutant[] {
  return [
    ...assembly.flatMap((stack) => sections(assembly, stack.name, stack.template)),
    ...stacks(assembly),
    ...intrinsics(assembly),
  ];
}

function sections(assembly: Assembly, stackName: string, template: JsonObject): Mutant[] {
  const set = (path: readonly string[], value: Json | undefined, what: string): Mutant => ({
    name: `${stackName}: ${what}`,
    assembly: edited(assembly, stackName, path, value),
  });
  const resources = Object.entries(objectAt(template, 'Resources'));
  const [logicalId] = resources[0] ?? [];
  return [
    set(['Description'], 'Another description.', 'a description'),
    set(['Outputs', 'Another'], { Value: 'text' }, 'another output'),
    set(['Outputs'], undefined, 'no outputs'),
    set(['Metadata'], { reviewed: 'yes' }, 'metadata'),
    set(['Rules'], undefined, 'no rules'),
    set(['Parameters', 'Another'], { Type: 'String', Default: 'x' }, 'another parameter'),
    set(['Mappings'], { Some: { thing: { or: 'other' } } }, 'a mapping'),
    set(['Transform'], 'Company::SomeMacro', 'a macro'),
    set(['AWSTemplateFormatVersion'], '2010-09-09', 'a format version'),
    set(['Resources'], Object.fromEntries(resources.toReversed()), 'resources in reverse'),
    ...(logicalId === undefined
      ? []
      : [set(['Resources', logicalId, 'Type'], 'AWS::S3::Buckett', 'a type that there is not')]),
  ];
}

/** Stacks missing, added, and deployed to somewhere else. */
function stacks(assembly: Assembly): Mutant[] {
  const elsewhere = (name: string, change: { account?: string; region?: string }) =>
    assembly.map((stack) => (stack.name === name ? { ...stack, ...change } : stack));
  const user = {
    Type: 'AWS::IAM::User',
    Properties: { UserName: 'second', LoginProfile: { Password: 'x' } },
  };
  const third = {
    name: 'ThirdStack',
    account: '111111111111',
    region: 'ap-northeast-1',
    template: { Resources: { user } },
  };
  return [
    ...assembly.flatMap(({ name, region }) => [
      { name: `${name}: missing`, assembly: assembly.filter((stack) => stack.name !== name) },
      { name: `${name}: in a stranger's account`, assembly: elsewhere(name, { account: '333333333333' }) },
      {
        name: `${name}: in another region`,
        assembly: elsewhere(name, { region: region === 'us-east-1' ? 'eu-west-1' : 'us-east-1' }),
      },
    ]),
    { name: 'a third stack, with a user', assembly: [...assembly, third] },
  ];
}

/** The same texts put together by CloudFormation, and texts that only the deployment will know. */
function intrinsics(assembly: Assembly): Mutant[] {
  return documentSites(assembly).flatMap((site) =>
    placesOfArns(site.document).flatMap(({ path, text }): Mutant[] => {
      const put = (what: string, value: Json): Mutant => ({
        name: `${site.title}.${path.join('.')}: ${what}`,
        assembly: edited(
          edited(assembly, site.stackName, site.path, site.document),
          site.stackName,
          [...site.path, ...path],
          value,
        ),
      });
      return [
        put('partition by Fn::Sub', { 'Fn::Sub': text.replace('arn:aws:', 'arn:${AWS::Partition}:') }),
        put('partition by Fn::Join', {
          'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, text.replace('arn:aws:', '')]],
        }),
        put('another account by Fn::Sub', { 'Fn::Sub': text.replace(/\d{12}/, '${AWS::AccountId}') }),
        put('a parameter', { Ref: 'BootstrapVersion' }),
        put('an import', { 'Fn::ImportValue': 'made-elsewhere' }),
        put('a dynamic reference', '{{resolve:ssm:/made-elsewhere}}'),
        put('a dynamic reference within', `${text.slice(0, -1)}{{resolve:ssm:/made-elsewhere}}`),
        put('no value', { Ref: 'AWS::NoValue' }),
      ];
    }),
  );
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

function placesOfArns(json: Json, path: readonly (string | number)[] = []): Place[] {
  if (typeof json === 'string') return json.startsWith('arn:aws:') ? [{ path, text: json }] : [];
  if (isList(json)) return json.flatMap((item, index) => placesOfArns(item, [...path, index]));
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, item]) => placesOfArns(item, [...path, key]));
}

/** Names of the lent roles and the bucket that only the deployment will know. */
export function unknowableNames(assembly: Assembly): Mutant[] {
  const named = [
    ...lentRoles(assembly).map((site) => ({ site, name: 'RoleName' })),
    ...sitesOf(assembly, 'AWS::S3::Bucket').map((site) => ({ site, name: 'BucketName' })),
    ...sitesOf(assembly, 'AWS::SSO::PermissionSet').map((site) => ({ site, name: 'Name' })),
    ...sitesOf(assembly, 'AWS::SSO::Assignment').map((site) => ({ site, name: 'PrincipalId' })),
  ];
  return named.flatMap(({ site, name }) => {
    const path = ['Resources', site.logicalId, 'Properties', name];
    const put = (what: string, value: Json): Mutant => ({
      name: `${site.stackName}/${site.logicalId}.${name}: ${what}`,
      assembly: edited(assembly, site.stackName, path, value),
    });
    return [
      put('by Fn::Sub', { 'Fn::Sub': textOf(site.properties[name]) }),
      put('a parameter', { Ref: 'BootstrapVersion' }),
      put('a dynamic reference', '{{resolve:ssm:/made-elsewhere}}'),
    ];
  });
}
