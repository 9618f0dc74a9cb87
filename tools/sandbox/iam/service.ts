import { QueryInput } from '../wire/query-protocol';
import { managedPolicyDocument } from '../access/policies-in-force';
import { notModelled, type Service, type ServiceRequest } from '../core/service';
import type { Account, ManagedPolicy, Role, User, World } from '../core/world';
import { noSuchEntity, ROLE_WRITES } from './role-operations';
import { queryResponse, type QueryResult } from '../wire/query-response';

/**
 * What of IAM one reads to check a deployment, and what one breaks a role with by hand. Every other call is
 * authorized first, and only then said to be missing here: who may not create a user is refused as by AWS.
 *
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
 */
export function iamService(world: World): Service {
  return {
    name: 'iam',
    protocol: 'query',
    recognition: {},
    operationOf(request) {
      const input = QueryInput.of(request.body);
      const action = input.requiredText('Action');
      const account = world.accounts.get(request.account);
      if (account === undefined) throw new Error(`account ${request.account} is not of this world`);
      return {
        name: action,
        permissions: [
          {
            action: `iam:${action}`,
            resource: resourceOf(action, input, account, request),
            resourceAccount: request.account,
            context: conditionKeys(action, input, account),
          },
        ],
        run: () => queryResponse(NAMESPACE, action, resultOf(action, input, account, request), request),
      };
    },
  };
}

const NAMESPACE = 'https://iam.amazonaws.com/doc/2010-05-08/';

function resultOf(action: string, input: QueryInput, account: Account, request: ServiceRequest): QueryResult {
  const write = Object.hasOwn(ROLE_WRITES, action) ? ROLE_WRITES[action] : undefined;
  if (write !== undefined) {
    const role = roleOf(input, account);
    if (action === 'AttachRolePolicy') describePolicy(input.requiredText('PolicyArn'), account);
    write(role, input, account);
    return {};
  }
  const read = Object.hasOwn(READS, action) ? READS[action] : undefined;
  if (read === undefined) throw notModelled(`iam:${action}`);
  return read(input, account, request);
}

type Read = (input: QueryInput, account: Account, request: ServiceRequest) => QueryResult;

const READS: Readonly<Record<string, Read>> = {
  GetRole: (input, account) => ({ Role: describeRole(roleOf(input, account)) }),
  ListRoles: (input, account) => {
    const prefix = input.text('PathPrefix') ?? '/';
    const roles = [...account.roles.values()].filter(({ path }) => path.startsWith(prefix));
    return { Roles: roles.sort(byName).map(describeRole), IsTruncated: false };
  },
  ListAttachedRolePolicies: (input, account) => ({
    AttachedPolicies: [...roleOf(input, account).attachedPolicies].map((arn) => ({
      PolicyName: arn.slice(arn.lastIndexOf('/') + 1),
      PolicyArn: arn,
    })),
    IsTruncated: false,
  }),
  ListRolePolicies: (input, account) => ({
    PolicyNames: [...roleOf(input, account).inlinePolicies.keys()].sort(),
    IsTruncated: false,
  }),
  GetRolePolicy: (input, account) => {
    const role = roleOf(input, account);
    const name = input.requiredText('PolicyName');
    const document = role.inlinePolicies.get(name);
    if (document === undefined) throw noSuchEntity(`The role policy with name ${name} cannot be found.`);
    return { RoleName: role.name, PolicyName: name, PolicyDocument: encode(document) };
  },
  GetPolicy: (input, account) => ({ Policy: describePolicy(input.requiredText('PolicyArn'), account) }),
  GetPolicyVersion: (input, account) => {
    const arn = input.requiredText('PolicyArn');
    const policy = describePolicy(arn, account);
    const version = input.requiredText('VersionId');
    if (version !== policy.DefaultVersionId) {
      throw noSuchEntity(`Policy ${arn} version ${version} does not exist or is not attachable.`);
    }
    return { PolicyVersion: describeVersion(policy, encode(managedPolicyDocument(arn, account))) };
  },
  ListPolicyVersions: (input, account) => {
    const policy = describePolicy(input.requiredText('PolicyArn'), account);
    return { Versions: [describeVersion(policy)], IsTruncated: false };
  },
  GetUser: (input, account, request) => {
    const caller = request.caller.kind === 'user' ? request.caller.arn.split('/').pop() : undefined;
    return { User: describeUser(userOf(input.text('UserName') ?? caller ?? '', account)) };
  },
  ListUsers: (_input, account) => ({
    Users: [...account.users.values()].sort(byName).map(describeUser),
    IsTruncated: false,
  }),
  // A write that verify tries on what does not exist: allowed or not shows in the error. On what exists: not modelled.
  CreateAccessKey: (input, account) => {
    userOf(input.text('UserName') ?? '', account);
    throw notModelled('iam:CreateAccessKey');
  },
};

const describeUser = ({ name, id, arn }: User): QueryResult => ({
  UserName: name,
  UserId: id,
  Arn: arn,
  Path: '/',
  CreateDate: new Date(0),
});

function describeRole(role: Role): QueryResult {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: role.createdAt,
    AssumeRolePolicyDocument: encode(role.trustPolicy),
    Description: role.description,
    MaxSessionDuration: role.maxSessionDuration,
    PermissionsBoundary:
      role.permissionsBoundary === undefined
        ? undefined
        : { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: role.permissionsBoundary },
  };
}

interface DescribedPolicy {
  readonly [name: string]: string | number | boolean | Date;
  readonly DefaultVersionId: string;
  readonly CreateDate: Date;
}

function describePolicy(arn: string, account: Account): DescribedPolicy {
  const own = account.managedPolicies.get(arn);
  if (own === undefined && managedPolicyDocument(arn, account) === undefined) {
    throw noSuchEntity(`Policy ${arn} was not found.`);
  }
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const { path, id, versionId, createdAt, description } = own ?? awsPolicy(name);
  return {
    PolicyName: name,
    PolicyId: id,
    Arn: arn,
    Path: path,
    DefaultVersionId: versionId,
    AttachmentCount: [...account.roles.values()].filter(({ attachedPolicies }) => attachedPolicies.has(arn))
      .length,
    IsAttachable: true,
    Description: description,
    CreateDate: createdAt,
    UpdateDate: createdAt,
  };
}

/** There is one version at a time, the default one. */
const describeVersion = (
  { DefaultVersionId, CreateDate }: DescribedPolicy,
  document?: string,
): QueryResult => ({
  VersionId: DefaultVersionId,
  IsDefaultVersion: true,
  Document: document,
  CreateDate,
});

const awsPolicy = (
  name: string,
): Pick<ManagedPolicy, 'path' | 'id' | 'versionId' | 'createdAt' | 'description'> => ({
  path: '/',
  id: `ANPA${name
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .padEnd(17, 'A')
    .slice(0, 17)}`,
  versionId: 'v1',
  createdAt: new Date(0),
  description: '',
});

function roleOf(input: QueryInput, account: Account): Role {
  const name = input.requiredText('RoleName');
  const role = account.roles.get(name);
  if (role === undefined) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

function userOf(name: string, account: Account): User {
  const user = account.users.get(name);
  if (user === undefined) throw noSuchEntity(`The user with name ${name} cannot be found.`);
  return user;
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
function conditionKeys(action: string, input: QueryInput, account: Account): Record<string, string> {
  if (!/^(Attach|Detach|Put|Delete)RolePolicy$/.test(action)) return {};
  const policyArn = input.text('PolicyArn');
  const boundary = account.roles.get(input.text('RoleName') ?? '')?.permissionsBoundary;
  return {
    ...(policyArn === undefined ? {} : { 'iam:policyarn': policyArn }),
    ...(boundary === undefined ? {} : { 'iam:permissionsboundary': boundary }),
  };
}

/** Which ARN a call is about: the role, policy, user or group that it names, whether or not it exists. */
function resourceOf(action: string, input: QueryInput, account: Account, request: ServiceRequest): string {
  const policyArn = input.text('PolicyArn');
  const [role, user, group] = [input.text('RoleName'), input.text('UserName'), input.text('GroupName')];
  const own = (kind: string, name: string): string =>
    `arn:aws:iam::${account.id}:${kind}${input.text('Path') ?? '/'}${name}`;
  if (role !== undefined) return account.roles.get(role)?.arn ?? own('role', role);
  if (user !== undefined) return account.users.get(user)?.arn ?? own('user', user);
  if (group !== undefined) return own('group', group);
  if (policyArn !== undefined) return policyArn;
  if (action === 'CreatePolicy') return own('policy', input.text('PolicyName') ?? '*');
  if (action === 'ListRoles') return `arn:aws:iam::${account.id}:role${input.text('PathPrefix') ?? '/'}`;
  if (action === 'ListUsers') return `arn:aws:iam::${account.id}:user/`;
  if (action === 'GetUser' && request.caller.kind === 'user') return request.caller.arn;
  return '*';
}

/** Documents travel percent-encoded. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
const encode = (document: unknown): string => encodeURIComponent(JSON.stringify(document));

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
