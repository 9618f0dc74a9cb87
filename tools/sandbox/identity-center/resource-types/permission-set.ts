import type { IdentityCenterInstance, PermissionSet } from '../../core/world';
import type { Json } from '../../core/json';
import type { ExistingResource, ResourceType } from '../../resource-type/resource-type';
import type { ResourceContext } from '../../resource-type/resource-context';
import { ssoAdminError } from '../../resource-type/handler-error';
import { randomText } from '../../resource-type/physical-name';
import { checkedPolicy, policySize } from '../../resource-type/policy-document';
import type { ResourceProperties } from '../../resource-type/properties';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sso-permissionset.html */
export const ssoPermissionSet: ResourceType = {
  properties: {
    InstanceArn: 'replace',
    Name: 'replace',
    Description: 'update',
    InlinePolicy: 'update',
    ManagedPolicies: 'update',
    SessionDuration: 'update',
    Tags: 'update',
  },
  required: ['InstanceArn', 'Name'],
  attributes: ['PermissionSetArn'],
  calls: {
    create: ['sso:CreatePermissionSet'],
    delete: ['sso:DeletePermissionSet'],
    whenGiven: {
      InlinePolicy: 'sso:PutInlinePolicyToPermissionSet',
      ManagedPolicies: 'sso:AttachManagedPolicyToPermissionSet',
      Tags: 'sso:TagResource',
    },
    whenChanged: { Description: 'sso:UpdatePermissionSet', SessionDuration: 'sso:UpdatePermissionSet' },
    resource: (properties) => properties.text('InstanceArn'),
  },

  create(properties, context) {
    const instance = identityCenter(properties.text('InstanceArn'), context);
    const name = properties.text('Name');
    insist(
      /^[\w+=,.@-]{1,32}$/.test(name),
      `Name must be 1 to 32 of letters, digits and +=,.@_-, got ${name}`,
    );
    if ([...instance.permissionSets.values()].some((set) => set.name === name)) {
      throw ssoAdminError('AlreadyExists', 409, `PermissionSet with name ${name} already exists.`);
    }
    const instanceId = instance.instanceArn.split('/').at(-1) ?? '';
    const permissionSet: PermissionSet = {
      arn: `arn:aws:sso:::permissionSet/${instanceId}/ps-${randomText('0123456789abcdef', 16)}`,
      name,
      createdAt: context.world.now(),
      description: '',
      sessionDuration: 'PT1H',
      managedPolicies: [],
    };
    configure(permissionSet, properties, context);
    instance.permissionSets.set(permissionSet.arn, permissionSet);
    return {
      physicalId: `${instance.instanceArn}|${permissionSet.arn}`,
      attributes: { PermissionSetArn: permissionSet.arn },
    };
  },

  update({ existing, properties }, context) {
    const instance = identityCenter(properties.text('InstanceArn'), context);
    const arn = arnOf(existing);
    const permissionSet = instance.permissionSets.get(arn);
    if (permissionSet === undefined) {
      throw ssoAdminError('NotFound', 400, `Could not find PermissionSet with id ${arn}`);
    }
    configure(permissionSet, properties, context);
    return existing;
  },

  delete(existing, context) {
    const instance = identityCenter(existing.properties.text('InstanceArn'), context);
    const arn = arnOf(existing);
    if (instance.assignments.some((assignment) => assignment.permissionSetArn === arn)) {
      throw ssoAdminError(
        'ResourceConflict',
        409,
        'Could not delete because PermissionSet has ApplicationProfile associated with it',
      );
    }
    instance.permissionSets.delete(arn);
  },
};

/**
 * Identity Center answers only in the account that runs it and in its home region.
 *
 * @throws HandlerError
 */
export function identityCenter(
  instanceArn: string,
  { world, account, region }: ResourceContext,
): IdentityCenterInstance {
  const instance = [...world.identityCenters.values()].find(
    (candidate) => candidate.instanceArn === instanceArn,
  );
  if (instance === undefined || instance.region !== region) {
    throw ssoAdminError('NotFound', 400, `Could not find Instance ${instanceArn} in ${region}`);
  }
  if (instance.ownerAccount !== account.id) {
    throw ssoAdminError(
      'AccessDenied',
      400,
      `Account ${account.id} does not administer ${instanceArn}: use the management account or the delegated administrator`,
    );
  }
  return instance;
}

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html */
function configure(
  permissionSet: PermissionSet,
  properties: ResourceProperties,
  { world }: ResourceContext,
): void {
  const description = properties.optionalText('Description') ?? '';
  insist(description.length <= 700, `Description must be at most 700 characters, got ${description.length}`);
  const sessionDuration = properties.optionalText('SessionDuration') ?? 'PT1H';
  const minutes = isoMinutes(sessionDuration);
  insist(
    minutes !== undefined && minutes >= 60 && minutes <= 720,
    `SessionDuration must be one to twelve hours in ISO 8601, got ${sessionDuration}`,
  );
  const managedPolicies = properties.texts('ManagedPolicies');
  for (const arn of managedPolicies) {
    insist(
      arn.startsWith('arn:aws:iam::aws:policy/'),
      `ManagedPolicies takes AWS managed policies, got ${arn}`,
    );
  }
  const inlinePolicy = properties.has('InlinePolicy')
    ? inlineDocument(permissionSet.name, properties, world)
    : undefined;

  permissionSet.description = description;
  permissionSet.sessionDuration = sessionDuration;
  permissionSet.managedPolicies = managedPolicies;
  if (inlinePolicy === undefined) delete permissionSet.inlinePolicy;
  else permissionSet.inlinePolicy = inlinePolicy;
}

function inlineDocument(name: string, properties: ResourceProperties, world: ResourceContext['world']): Json {
  const document = checkedPolicy(properties, 'InlinePolicy', 'identity', `inline policy of ${name}`, world);
  insist(
    policySize(document) <= 10240,
    `InlinePolicy must be at most 10240 characters, got ${policySize(document)}`,
  );
  return document;
}

/** Ref is `INSTANCE_ARN|PERMISSION_SET_ARN`. */
function arnOf({ physicalId }: ExistingResource): string {
  return physicalId.slice(physicalId.indexOf('|') + 1);
}

function isoMinutes(duration: string): number | undefined {
  const match = /^PT(?=\d)(?:(\d{1,2})H)?(?:(\d{1,3})M)?$/.exec(duration);
  return match ? Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0) : undefined;
}

function insist(holds: boolean, message: string): asserts holds {
  if (!holds) throw ssoAdminError('InvalidRequest', 400, message);
}
