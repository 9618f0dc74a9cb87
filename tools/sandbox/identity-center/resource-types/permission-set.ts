import { type JsonObject, parseJson, sameJson } from '../../core/json';
import {
  differs,
  documentText,
  ifThere,
  missingFrom,
  orTakenBack,
  tagList,
} from '../../resource-type/differences';
import { ResourceProperties } from '../../resource-type/properties';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { Created, ExistingResource, ResourceType } from '../../resource-type/resource-type';
import { first, listOf, member, settled, textIn } from './handler';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sso-permissionset.html */
export const ssoPermissionSet: ResourceType = {
  properties: {
    InstanceArn: 'replace',
    Name: 'replace',
    CustomerManagedPolicyReferences: 'update',
    Description: 'update',
    InlinePolicy: 'update',
    ManagedPolicies: 'update',
    PermissionsBoundary: 'update',
    RelayStateType: 'update',
    SessionDuration: 'update',
    Tags: 'update',
  },
  required: ['InstanceArn', 'Name'],
  attributes: ['PermissionSetArn'],

  async create(properties, context) {
    const InstanceArn = properties.text('InstanceArn');
    const answer = await first(
      context.aws.call('sso', 'CreatePermissionSet', {
        InstanceArn,
        Name: properties.text('Name'),
        ...detailsOf(properties),
        Tags: tagList(properties),
      }),
    );
    const created = createdSet(InstanceArn, textIn(member(answer, 'PermissionSet'), 'PermissionSetArn'));
    await orTakenBack(
      { ...created, properties },
      () => setPolicies({ ...created, properties: new ResourceProperties({}) }, properties, context),
      (existing) => remove(existing, context),
    );
    return created;
  },

  /** What it allows comes into force where the set is assigned, too. */
  async update({ existing, properties: after }, context) {
    const { properties: before } = existing;
    const { aws } = context;
    const set = identifierOf(existing.physicalId);
    if (differs(before, after, 'Description', 'SessionDuration', 'RelayStateType'))
      await aws.call('sso', 'UpdatePermissionSet', { ...set, ...detailsOf(after) });
    if (differs(before, after, 'Tags')) {
      const tagged = { InstanceArn: set.InstanceArn, ResourceArn: set.PermissionSetArn };
      const gone = missingFrom(Object.keys(after.tags()), Object.keys(before.tags()));
      if (gone.length > 0) await aws.call('sso', 'UntagResource', { ...tagged, TagKeys: gone });
      await aws.call('sso', 'TagResource', { ...tagged, Tags: tagList(after) });
    }
    await setPolicies(existing, after, context);
    const begun = await aws.call('sso', 'ProvisionPermissionSet', {
      ...set,
      TargetType: 'ALL_PROVISIONED_ACCOUNTS',
    });
    await settled('PermissionSetProvisioning', begun, set.InstanceArn, aws);
    return existing;
  },

  delete: remove,

  async read(physicalId, { aws }) {
    const set = identifierOf(physicalId);
    const call = (operation: string, input: JsonObject = set) => aws.call('sso', operation, input);
    const found = await ifThere(call('DescribePermissionSet'));
    if (found === undefined) return undefined;
    const details = member(found, 'PermissionSet');
    const inline = textIn(await call('GetInlinePolicyForPermissionSet'), 'InlinePolicy');
    const boundary = await ifThere(call('GetPermissionsBoundaryForPermissionSet'));
    const managed = listOf((await call('ListManagedPoliciesInPermissionSet')).AttachedManagedPolicies);
    const references = await call('ListCustomerManagedPolicyReferencesInPermissionSet');
    const tags = await call('ListTagsForResource', {
      InstanceArn: set.InstanceArn,
      ResourceArn: set.PermissionSetArn,
    });
    const { Description, RelayState } = details;
    const properties: JsonObject = {
      InstanceArn: set.InstanceArn,
      Name: details.Name ?? '',
      ...(Description === undefined ? {} : { Description }),
      SessionDuration: details.SessionDuration ?? 'PT1H',
      ...(RelayState === undefined ? {} : { RelayStateType: RelayState }),
      ...(inline === '' ? {} : { InlinePolicy: parseJson(inline) }),
      ...(boundary === undefined ? {} : { PermissionsBoundary: boundary.PermissionsBoundary ?? {} }),
      ManagedPolicies: managed.map(({ Arn: arn }) => arn ?? ''),
      CustomerManagedPolicyReferences: references.CustomerManagedPolicyReferences ?? [],
      Tags: tags.Tags ?? [],
    };
    return { ...createdSet(set.InstanceArn, set.PermissionSetArn), properties };
  },
};

/** Brings what a set allows from what is there to what the template says. */
async function setPolicies(
  { physicalId, properties: before }: ExistingResource,
  after: ResourceProperties,
  { aws }: ResourceContext,
): Promise<void> {
  const call = (operation: string, input: JsonObject) =>
    aws.call('sso', operation, { ...identifierOf(physicalId), ...input });
  const [attached, wanted] = [before.texts('ManagedPolicies'), after.texts('ManagedPolicies')];
  for (const ManagedPolicyArn of missingFrom(wanted, attached))
    await ifThere(call('DetachManagedPolicyFromPermissionSet', { ManagedPolicyArn }));
  for (const ManagedPolicyArn of missingFrom(attached, wanted))
    await call('AttachManagedPolicyToPermissionSet', { ManagedPolicyArn });

  const [had, named] = [referencesIn(before), referencesIn(after)];
  for (const CustomerManagedPolicyReference of except(had, named))
    await ifThere(
      call('DetachCustomerManagedPolicyReferenceFromPermissionSet', { CustomerManagedPolicyReference }),
    );
  for (const CustomerManagedPolicyReference of except(named, had))
    await call('AttachCustomerManagedPolicyReferenceToPermissionSet', { CustomerManagedPolicyReference });

  if (differs(before, after, 'InlinePolicy')) {
    if (after.has('InlinePolicy'))
      await call('PutInlinePolicyToPermissionSet', { InlinePolicy: documentText(after, 'InlinePolicy') });
    else await call('DeleteInlinePolicyFromPermissionSet', {});
  }
  if (differs(before, after, 'PermissionsBoundary')) {
    const boundary = after.structure('PermissionsBoundary');
    if (boundary === undefined) await ifThere(call('DeletePermissionsBoundaryFromPermissionSet', {}));
    else await call('PutPermissionsBoundaryToPermissionSet', { PermissionsBoundary: boundary.values });
  }
}

async function remove({ physicalId }: ExistingResource, { aws }: ResourceContext): Promise<void> {
  await ifThere(aws.call('sso', 'DeletePermissionSet', identifierOf(physicalId)));
}

/** Those that the template gives: an update puts back to their defaults those that it does not. */
function detailsOf(properties: ResourceProperties): JsonObject {
  const given = {
    Description: properties.optionalText('Description'),
    SessionDuration: properties.optionalText('SessionDuration'),
    RelayState: properties.optionalText('RelayStateType'),
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const referencesIn = (properties: ResourceProperties): JsonObject[] =>
  properties.structures('CustomerManagedPolicyReferences').map((reference) => ({
    Name: reference.allowOnly(['Name', 'Path']).text('Name'),
    Path: reference.optionalText('Path') ?? '/',
  }));

const except = (list: readonly JsonObject[], others: readonly JsonObject[]): JsonObject[] =>
  list.filter((one) => !others.some((other) => sameJson(one, other)));

/** Ref is `INSTANCE_ARN|PERMISSION_SET_ARN`. */
const createdSet = (instanceArn: string, arn: string): Created => ({
  physicalId: `${instanceArn}|${arn}`,
  attributes: { PermissionSetArn: arn },
});

function identifierOf(physicalId: string): { InstanceArn: string; PermissionSetArn: string } {
  const [InstanceArn = '', PermissionSetArn = ''] = physicalId.split('|');
  return { InstanceArn, PermissionSetArn };
}
