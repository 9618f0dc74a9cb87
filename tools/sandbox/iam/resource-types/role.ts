import { type JsonObject, textOf } from '../../core/json';
import {
  changedEntries,
  differs,
  documentText,
  ifThere,
  missingFrom,
  orTakenBack,
  tagList,
} from '../../resource-type/differences';
import { physicalName } from '../../resource-type/physical-name';
import { ResourceProperties } from '../../resource-type/properties';
import type { ResourceContext } from '../../resource-type/resource-context';
import type {
  Created,
  ExistingResource,
  LiveResource,
  ResourceType,
} from '../../resource-type/resource-type';
import { attachedTo, inlineOf, policyDocument } from './live';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export const iamRole: ResourceType = {
  properties: {
    RoleName: 'replace',
    Path: 'replace',
    AssumeRolePolicyDocument: 'update',
    Description: 'update',
    ManagedPolicyArns: 'update',
    MaxSessionDuration: 'update',
    PermissionsBoundary: 'update',
    Policies: 'update',
    Tags: 'update',
  },
  required: ['AssumeRolePolicyDocument'],
  nameProperty: 'RoleName',
  identifiedByName: true,
  attributes: ['Arn', 'RoleId'],
  capability: 'CAPABILITY_IAM',

  async create(properties, context) {
    const boundary = properties.optionalText('PermissionsBoundary');
    const { Role: role } = await context.aws.call('iam', 'CreateRole', {
      RoleName: properties.optionalText('RoleName') ?? physicalName(context, 64),
      Path: properties.optionalText('Path') ?? '/',
      AssumeRolePolicyDocument: documentText(properties, 'AssumeRolePolicyDocument'),
      Description: properties.optionalText('Description') ?? '',
      MaxSessionDuration: properties.optionalInteger('MaxSessionDuration') ?? 3600,
      Tags: tagList(properties),
      ...(boundary === undefined ? {} : { PermissionsBoundary: boundary }),
    });
    const created = createdRole(role as JsonObject);
    const bare = new ResourceProperties(without(properties.values, 'ManagedPolicyArns', 'Policies'));
    await orTakenBack(
      { ...created, properties },
      () => configure({ ...created, properties: bare }, properties, context),
      (existing) => remove(existing, context),
    );
    return created;
  },

  async update({ existing, properties }, context) {
    await configure(existing, properties, context);
    return existing;
  },

  delete: remove,

  async read(name, { aws }): Promise<LiveResource | undefined> {
    const found = await ifThere(aws.call('iam', 'GetRole', { RoleName: name }));
    if (found === undefined) return undefined;
    const role = found.Role as JsonObject;
    const boundary = role.PermissionsBoundary as JsonObject | undefined;
    const attached = await attachedTo({ RoleName: name }, aws);
    const inline = await inlineOf({ RoleName: name }, aws);
    const properties: JsonObject = {
      RoleName: name,
      Path: role.Path ?? '/',
      AssumeRolePolicyDocument: policyDocument(role.AssumeRolePolicyDocument),
      ...(role.Description === '' ? {} : { Description: role.Description ?? '' }),
      MaxSessionDuration: Number(role.MaxSessionDuration),
      ...(boundary === undefined ? {} : { PermissionsBoundary: boundary.PermissionsBoundaryArn ?? '' }),
      ManagedPolicyArns: attached,
      Policies: Object.entries(inline).map(([PolicyName, PolicyDocument]) => ({
        PolicyName,
        PolicyDocument,
      })),
      Tags: role.Tags ?? [],
    };
    return { ...createdRole(role), properties };
  },
};

/** Brings a role from what is there to what the template says; what others gave it stays. */
async function configure(
  { physicalId: RoleName, properties: before }: ExistingResource,
  after: ResourceProperties,
  { aws }: ResourceContext,
): Promise<void> {
  const call = (operation: string, input: JsonObject) => aws.call('iam', operation, { RoleName, ...input });
  if (differs(before, after, 'AssumeRolePolicyDocument'))
    await call('UpdateAssumeRolePolicy', { PolicyDocument: documentText(after, 'AssumeRolePolicyDocument') });
  if (differs(before, after, 'Description', 'MaxSessionDuration'))
    await call('UpdateRole', {
      Description: after.optionalText('Description') ?? '',
      MaxSessionDuration: after.optionalInteger('MaxSessionDuration') ?? 3600,
    });
  if (differs(before, after, 'PermissionsBoundary')) {
    const PermissionsBoundary = after.optionalText('PermissionsBoundary');
    if (PermissionsBoundary === undefined) await ifThere(call('DeleteRolePermissionsBoundary', {}));
    else await call('PutRolePermissionsBoundary', { PermissionsBoundary });
  }
  const [attached, wanted] = [before.texts('ManagedPolicyArns'), after.texts('ManagedPolicyArns')];
  for (const PolicyArn of missingFrom(wanted, attached))
    await ifThere(call('DetachRolePolicy', { PolicyArn }));
  for (const PolicyArn of missingFrom(attached, wanted)) await call('AttachRolePolicy', { PolicyArn });
  const [inline, documents] = [policiesIn(before), policiesIn(after)];
  for (const PolicyName of missingFrom(Object.keys(documents), Object.keys(inline)))
    await ifThere(call('DeleteRolePolicy', { PolicyName }));
  for (const [PolicyName, document] of changedEntries(inline, documents))
    await call('PutRolePolicy', { PolicyName, PolicyDocument: textOf(document) });
  if (differs(before, after, 'Tags')) {
    const gone = missingFrom(Object.keys(after.tags()), Object.keys(before.tags()));
    if (gone.length > 0) await call('UntagRole', { TagKeys: gone });
    await call('TagRole', { Tags: tagList(after) });
  }
}

async function remove(
  { physicalId: RoleName, properties }: ExistingResource,
  { aws }: ResourceContext,
): Promise<void> {
  const call = (operation: string, input: JsonObject) =>
    ifThere(aws.call('iam', operation, { RoleName, ...input }));
  for (const PolicyArn of properties.texts('ManagedPolicyArns'))
    await call('DetachRolePolicy', { PolicyArn });
  for (const PolicyName of Object.keys(policiesIn(properties)))
    await call('DeleteRolePolicy', { PolicyName });
  await call('DeleteRole', {});
}

/** Inline policies by name, as text. */
function policiesIn(properties: ResourceProperties): JsonObject {
  return Object.fromEntries(
    properties.structures('Policies').map((policy) => {
      policy.allowOnly(['PolicyName', 'PolicyDocument']);
      return [policy.text('PolicyName'), documentText(policy, 'PolicyDocument')];
    }),
  );
}

const createdRole = ({ RoleName, Arn, RoleId }: JsonObject): Created => ({
  physicalId: textOf(RoleName),
  attributes: { Arn: Arn ?? '', RoleId: RoleId ?? '' },
});

const without = (values: JsonObject, ...names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
