import { isObject, type JsonObject, textOf } from '../../core/json';
import { differs, documentText, ifThere, orTakenBack } from '../../resource-type/differences';
import { physicalName } from '../../resource-type/physical-name';
import type { ResourceProperties } from '../../resource-type/properties';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { ExistingResource, ResourceType } from '../../resource-type/resource-type';
import { type HolderName, listOf, operationFor, policyDocument } from './live';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html */
export const iamManagedPolicy: ResourceType = {
  properties: {
    ManagedPolicyName: 'replace',
    Path: 'replace',
    Description: 'replace',
    PolicyDocument: 'update',
    Roles: 'update',
    Users: 'update',
  },
  required: ['PolicyDocument'],
  nameProperty: 'ManagedPolicyName',
  attributes: ['PolicyArn', 'PolicyId'],
  capability: 'CAPABILITY_IAM',

  async create(properties, context) {
    const { Policy: policy } = await context.aws.call('iam', 'CreatePolicy', {
      PolicyName: properties.optionalText('ManagedPolicyName') ?? physicalName(context, 128),
      Path: properties.optionalText('Path') ?? '/',
      Description: properties.optionalText('Description') ?? '',
      PolicyDocument: documentText(properties, 'PolicyDocument'),
    });
    const { Arn: arn, PolicyId: id } = policy as JsonObject;
    const created = { physicalId: textOf(arn), attributes: { PolicyArn: textOf(arn), PolicyId: textOf(id) } };
    await orTakenBack(
      { ...created, properties },
      () => attach(created.physicalId, holdersIn(properties), context),
      (existing) => remove(existing, context),
    );
    return created;
  },

  async update({ existing, properties: after }, context) {
    const { physicalId: PolicyArn, properties: before } = existing;
    if (differs(before, after, 'PolicyDocument')) {
      await makeRoom(PolicyArn, context);
      const PolicyDocument = documentText(after, 'PolicyDocument');
      await context.aws.call('iam', 'CreatePolicyVersion', {
        PolicyArn,
        PolicyDocument,
        SetAsDefault: 'true',
      });
    }
    const [had, wanted] = [holdersIn(before), holdersIn(after)];
    await detach(PolicyArn, except(had, wanted), context);
    await attach(PolicyArn, except(wanted, had), context);
    return existing;
  },

  delete: remove,

  async read(arn, { aws }) {
    const found = await ifThere(aws.call('iam', 'GetPolicy', { PolicyArn: arn }));
    if (found === undefined) return undefined;
    const { PolicyName, Path, Description, PolicyId, DefaultVersionId } = found.Policy as JsonObject;
    const { PolicyVersion: version } = await aws.call('iam', 'GetPolicyVersion', {
      PolicyArn: arn,
      VersionId: DefaultVersionId ?? '',
    });
    const entities = await aws.call('iam', 'ListEntitiesForPolicy', { PolicyArn: arn });
    const namesOf = (list: string, name: string) =>
      listOf(entities[list]).flatMap((one) => (isObject(one) ? (one[name] ?? []) : []));
    return {
      physicalId: arn,
      attributes: { PolicyArn: arn, PolicyId: PolicyId ?? '' },
      properties: {
        ManagedPolicyName: PolicyName ?? '',
        Path: Path ?? '/',
        ...(Description === undefined ? {} : { Description }),
        PolicyDocument: policyDocument((version as JsonObject).Document),
        Roles: namesOf('PolicyRoles', 'RoleName'),
        Users: namesOf('PolicyUsers', 'UserName'),
      },
    };
  },
};

async function remove({ physicalId, properties }: ExistingResource, context: ResourceContext): Promise<void> {
  const { aws } = context;
  await detach(physicalId, holdersIn(properties), context);
  const found = await ifThere(aws.call('iam', 'ListPolicyVersions', { PolicyArn: physicalId }));
  for (const version of otherVersions(found))
    await aws.call('iam', 'DeletePolicyVersion', { PolicyArn: physicalId, VersionId: version });
  await ifThere(aws.call('iam', 'DeletePolicy', { PolicyArn: physicalId }));
}

/** There may be five versions: the oldest that is not in force goes. */
async function makeRoom(PolicyArn: string, { aws }: ResourceContext): Promise<void> {
  const others = otherVersions(await aws.call('iam', 'ListPolicyVersions', { PolicyArn }));
  const oldest = others.at(-1);
  if (others.length < 4 || oldest === undefined) return;
  await aws.call('iam', 'DeletePolicyVersion', { PolicyArn, VersionId: oldest });
}

/** Newest first. */
function otherVersions(answer: JsonObject | undefined): string[] {
  return listOf(answer?.Versions).flatMap((version) =>
    isObject(version) && version.IsDefaultVersion !== 'true' ? textOf(version.VersionId) : [],
  );
}

async function attach(
  PolicyArn: string,
  holders: readonly HolderName[],
  { aws }: ResourceContext,
): Promise<void> {
  for (const holder of holders)
    await aws.call('iam', operationFor('Attach', 'Policy', holder), { ...holder, PolicyArn });
}

async function detach(
  PolicyArn: string,
  holders: readonly HolderName[],
  { aws }: ResourceContext,
): Promise<void> {
  for (const holder of holders)
    await ifThere(aws.call('iam', operationFor('Detach', 'Policy', holder), { ...holder, PolicyArn }));
}

/** The roles and users that a policy of a template names. */
export function holdersIn(properties: ResourceProperties): HolderName[] {
  return [
    ...properties.texts('Roles').map((RoleName) => ({ RoleName })),
    ...properties.texts('Users').map((UserName) => ({ UserName })),
  ];
}

/** Those of one list that are not in the other. */
export const except = (holders: readonly HolderName[], others: readonly HolderName[]): HolderName[] =>
  holders.filter((holder) => !others.some((other) => JSON.stringify(other) === JSON.stringify(holder)));
