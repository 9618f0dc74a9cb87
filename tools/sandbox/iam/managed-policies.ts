import { awsManagedPolicies, awsManagedPolicy, type AwsManagedPolicy } from '../access/aws-managed-policies';
import { AwsError } from '../core/service';
import {
  newManagedPolicy,
  type ManagedPolicy,
  type PolicyHolder,
  type PolicyVersion,
  type Role,
  type User,
} from '../core/identities';
import type { Account } from '../core/world';
import type { QueryInput } from '../wire/query-protocol';
import type { QueryResult } from '../wire/query-response';
import { encoded, permissionsOf, sizeOf } from './documents';
import {
  alreadyExists,
  byName,
  checkQuota,
  deleteConflict,
  describeTags,
  type IamOperation,
  noSuchEntity,
  tagsIfAny,
  tagsOf,
  validName,
  validPath,
  wholeList,
} from './operation';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html and what belongs to it. */
export const managedPolicyOperations: Readonly<Record<string, IamOperation>> = {
  CreatePolicy({ input, account, world }) {
    const name = validName(input, 'PolicyName', 128);
    if ([...account.managedPolicies.values()].some((policy) => policy.name === name))
      throw alreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`);
    const policy = newManagedPolicy(
      account.id,
      {
        name,
        path: validPath(input),
        createdAt: world.now(),
        description: input.text('Description') ?? '',
        tags: tagsOf(input),
      },
      documentOf(input, name),
    );
    account.managedPolicies.set(policy.arn, policy);
    return { Policy: describe(policy, account) };
  },
  GetPolicy: ({ input, account }) => ({ Policy: describe(policyOf(input, account), account) }),
  ListPolicies({ input, account }) {
    const scope = input.text('Scope') ?? 'All';
    const prefix = input.text('PathPrefix') ?? '/';
    const own = scope === 'AWS' ? [] : [...account.managedPolicies.values()];
    const ofAws = scope === 'Local' ? [] : [...awsManagedPolicies].map(([arn, text]) => asPolicy(arn, text));
    const found = [...own, ...ofAws]
      .filter(({ path }) => path.startsWith(prefix))
      .map((policy) => describe(policy, account))
      .filter(({ AttachmentCount }) => !input.flag('OnlyAttached') || AttachmentCount !== 0);
    return wholeList('Policies', found);
  },
  DeletePolicy({ input, account }) {
    const policy = ownPolicyOf(input, account);
    const { roles, users, bounded } = entitiesOf(policy.arn, account);
    if (roles.length + users.length + bounded.length > 0)
      throw deleteConflict('Cannot delete a policy attached to entities.');
    if (policy.versions.size > 1)
      throw deleteConflict(
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      );
    account.managedPolicies.delete(policy.arn);
    return {};
  },
  CreatePolicyVersion({ input, account, world }) {
    const policy = ownPolicyOf(input, account);
    const document = documentOf(input, policy.name);
    checkVersions(policy);
    const newest = Math.max(...[...policy.versions.keys()].map((id) => Number(id.slice(1))));
    const id = `v${newest + 1}`;
    policy.versions.set(id, { document, createdAt: world.now() });
    if (input.flag('SetAsDefault')) policy.defaultVersionId = id;
    return { PolicyVersion: describeVersion(policy, id) };
  },
  GetPolicyVersion({ input, account }) {
    const policy = policyOf(input, account);
    const { id, version } = versionOf(input, policy);
    return { PolicyVersion: { Document: encoded(version.document), ...describeVersion(policy, id) } };
  },
  ListPolicyVersions({ input, account }) {
    const policy = policyOf(input, account);
    const newestFirst = [...policy.versions.keys()].toReversed();
    return wholeList(
      'Versions',
      newestFirst.map((id) => describeVersion(policy, id)),
    );
  },
  SetDefaultPolicyVersion({ input, account }) {
    const policy = ownPolicyOf(input, account);
    policy.defaultVersionId = versionOf(input, policy).id;
    return {};
  },
  DeletePolicyVersion({ input, account }) {
    const policy = ownPolicyOf(input, account);
    const { id } = versionOf(input, policy);
    if (id === policy.defaultVersionId)
      throw deleteConflict('Cannot delete the default version of a policy.');
    policy.versions.delete(id);
    return {};
  },
  ListEntitiesForPolicy({ input, account }) {
    const { roles, users } = entitiesOf(policyOf(input, account).arn, account);
    return {
      PolicyRoles: roles.map(({ name, id }) => ({ RoleName: name, RoleId: id })),
      PolicyUsers: users.map(({ name, id }) => ({ UserName: name, UserId: id })),
      PolicyGroups: [],
      IsTruncated: false,
    };
  },
  TagPolicy({ input, account }) {
    const policy = ownPolicyOf(input, account);
    policy.tags = { ...policy.tags, ...tagsOf(input) };
    return {};
  },
  ListPolicyTags: ({ input, account }) => wholeList('Tags', describeTags(policyOf(input, account).tags)),
};

/** @throws AwsError NoSuchEntity where the account and AWS have no such policy */
export function requirePolicy(arn: string, account: Account, message = `Policy ${arn} was not found.`): void {
  if (!account.managedPolicies.has(arn) && awsManagedPolicy(arn) === undefined) throw noSuchEntity(message);
}

/** The ARN that a call gives as a permissions boundary. @throws AwsError NoSuchEntity */
export function boundaryOf(input: QueryInput, account: Account): string | undefined {
  const arn = input.text('PermissionsBoundary');
  if (arn !== undefined) requirePolicy(arn, account);
  return arn;
}

export const describeBoundary = ({ permissionsBoundary: arn }: PolicyHolder): QueryResult | undefined =>
  arn === undefined ? undefined : { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn };

function policyOf(input: QueryInput, account: Account): ManagedPolicy {
  const arn = input.requiredText('PolicyArn');
  const own = account.managedPolicies.get(arn);
  if (own !== undefined) return own;
  const ofAws = awsManagedPolicy(arn);
  if (ofAws === undefined) throw noSuchEntity(`Policy ${arn} was not found.`);
  return asPolicy(arn, ofAws);
}

/** For a change. AWS's are AWS's. */
function ownPolicyOf(input: QueryInput, account: Account): ManagedPolicy {
  const policy = policyOf(input, account);
  if (account.managedPolicies.has(policy.arn)) return policy;
  throw new AwsError('AccessDenied', `Policy is outside your own account: ${policy.arn}`, 403);
}

function asPolicy(arn: string, { versionId, createdAt, document }: AwsManagedPolicy): ManagedPolicy {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const letters = name.toUpperCase().replaceAll(/[^A-Z]/g, '');
  return {
    name,
    path: arn.slice(arn.indexOf(':policy') + ':policy'.length, arn.length - name.length),
    arn,
    id: `ANPA${letters.padEnd(17, 'A').slice(0, 17)}`,
    createdAt: new Date(createdAt),
    description: '',
    versions: new Map([[versionId, { document, createdAt: new Date(createdAt) }]]),
    defaultVersionId: versionId,
    tags: {},
  };
}

function documentOf(input: QueryInput, name: string): unknown {
  const document = permissionsOf(input, name);
  checkQuota('PolicySize', sizeOf(document), 6144);
  return document;
}

function checkVersions({ versions }: ManagedPolicy): void {
  if (versions.size < 5) return;
  throw new AwsError(
    'LimitExceeded',
    'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
    409,
  );
}

function versionOf(input: QueryInput, policy: ManagedPolicy): { id: string; version: PolicyVersion } {
  const id = input.requiredText('VersionId');
  const version = policy.versions.get(id);
  if (version === undefined)
    throw noSuchEntity(`Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
  return { id, version };
}

function entitiesOf(
  arn: string,
  account: Account,
): { roles: Role[]; users: User[]; bounded: PolicyHolder[] } {
  const [roles, users] = [[...account.roles.values()].sort(byName), [...account.users.values()].sort(byName)];
  const has = ({ attachedPolicies }: PolicyHolder): boolean => attachedPolicies.has(arn);
  return {
    roles: roles.filter(has),
    users: users.filter(has),
    bounded: [...roles, ...users].filter(({ permissionsBoundary }) => permissionsBoundary === arn),
  };
}

function describe(policy: ManagedPolicy, account: Account): QueryResult {
  const { roles, users, bounded } = entitiesOf(policy.arn, account);
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersionId,
    AttachmentCount: roles.length + users.length,
    PermissionsBoundaryUsageCount: bounded.length,
    IsAttachable: true,
    Description: policy.description === '' ? undefined : policy.description,
    CreateDate: policy.createdAt,
    UpdateDate: policy.versions.get(policy.defaultVersionId)?.createdAt ?? policy.createdAt,
    Tags: tagsIfAny(policy.tags),
  };
}

const describeVersion = ({ versions, defaultVersionId }: ManagedPolicy, id: string): QueryResult => ({
  VersionId: id,
  IsDefaultVersion: id === defaultVersionId,
  CreateDate: versions.get(id)?.createdAt,
});
