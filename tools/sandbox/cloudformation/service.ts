import type { Access, Operation, Permission, Service, ServiceRequest } from '../core/service';
import { AwsError, notModelled } from '../core/service';
import { queryResponse } from '../wire/query-response';
import type { Account, World } from '../core/world';
import { ABOUT_NO_STACK, ACTIONS } from './operations';
import { importsExport } from './deployment/exports-in-use';
import type { ObjectStore } from '../core/object-store';
import { QueryInput, validationError } from '../wire/query-protocol';
import type { Exports } from './template/resolution';
import type { ResourceTypes } from '../resource-type/resource-type';
import { type Actor, ServiceClient } from '../resource-type/service-client';
import { roleOfService, ServiceSession } from '../access/service-session';
import type { Site } from './deployment/site';
import type { Stack } from './stacks/stack';
import { Stacks } from './stacks/stacks';
import { templateLocation } from './template/template-source';

const NAMESPACE = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';

export interface CloudFormationOptions {
  readonly resourceTypes: ResourceTypes;
  /** Those that the resource types call. */
  readonly services: readonly Service[];
  /** The questions whether a caller may read a template in S3; none where there is no such bucket. */
  readonly permissionsToRead: (bucket: string, key: string, request: ServiceRequest) => readonly Permission[];
  /** Called once for each account and region, before its first operation. @default - there are no stacks */
  readonly addExistingStacks?: (stacks: Stacks) => void;
}

/**
 * CloudFormation as `cdk deploy`, `diff` and `destroy` use it, over a small engine. Everything is done when the call
 * that asks for it returns, so that nobody waits for a poll.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html
 */
export class CloudFormationService implements Service {
  readonly name = 'cloudformation';
  readonly protocol = 'query';
  readonly operations = Object.keys(ACTIONS);
  readonly recognition = {};
  /** By `ACCOUNT/REGION`. */
  private readonly places = new Map<string, Stacks>();

  constructor(
    private readonly world: World,
    private readonly objects: ObjectStore,
    private readonly options: CloudFormationOptions,
  ) {}

  operationOf(request: ServiceRequest): Operation {
    const input = QueryInput.of(request.body);
    const name = input.requiredText('Action');
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined) throw notModelled(`cloudformation:${name}`);
    const stacks = this.stacks(request.account, request.region);
    return {
      name,
      permissions: permissionsOf(name, input, stacks, request, this.options),
      run: async (access) => {
        const result = await action({ input, stacks, site: this.site(request, stacks, access) });
        return queryResponse(NAMESPACE, name, result, request);
      },
    };
  }

  private stacks(account: string, region: string): Stacks {
    const key = `${account}/${region}`;
    const found = this.places.get(key);
    if (found !== undefined) return found;
    const stacks = new Stacks(account, region);
    this.places.set(key, stacks);
    this.options.addExistingStacks?.(stacks);
    return stacks;
  }

  private site(request: ServiceRequest, stacks: Stacks, access: Access): Site {
    const account = this.world.accounts.get(request.account);
    if (account === undefined)
      throw new AwsError('InvalidClientTokenId', `No account ${request.account}`, 403);
    const exported: Exports = { valueOf: (name) => stacks.exportedValue(name) };
    return {
      world: this.world,
      account,
      region: request.region,
      objects: this.objects,
      types: this.options.resourceTypes,
      exported,
      importersOf: (name) => stacks.all.filter((stack) => importsExport(stack, name, exported)),
      ownerOf: (type, physicalId) => this.ownerOf(type, physicalId, account.id),
      deployer: (roleArn) =>
        this.client(
          roleArn === undefined
            ? forwarded(request, access)
            : this.executionRole(roleArn, account, request.region),
        ),
      lookingAround: this.client({
        caller: { kind: 'service', service: 'cloudformation.amazonaws.com' },
        account: account.id,
        region: request.region,
        denialOf: ({ resourceAccount }) =>
          resourceAccount === account.id ? undefined : new AwsError('AccessDenied', 'Access Denied', 403),
      }),
    };
  }

  private client(actor: Actor): ServiceClient {
    return new ServiceClient(this.options.services, actor);
  }

  private ownerOf(type: string, physicalId: string, account: string): Stack | undefined {
    return [...this.places.values()]
      .filter((stacks) => stacks.account === account)
      .flatMap((stacks) => stacks.all)
      .find(({ resources }) =>
        [...resources.values()].some((it) => it.type === type && it.physicalId === physicalId),
      );
  }

  private executionRole(roleArn: string, account: Account, region: string): ServiceSession {
    const role = roleOfService('cloudformation.amazonaws.com', roleArn, account, this.world);
    if (role === undefined) throw validationError(`Role ${roleArn} is invalid or cannot be assumed`);
    return new ServiceSession(role, account, 'AWSCloudFormation', region, this.world);
  }
}

/**
 * The action on its stack; where they come into play, passing the execution role to CloudFormation and reading the
 * template from S3, both with the caller's own permissions.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html
 */
function permissionsOf(
  name: string,
  input: QueryInput,
  stacks: Stacks,
  request: ServiceRequest,
  { permissionsToRead }: CloudFormationOptions,
): Permission[] {
  const permissions: Permission[] = [
    {
      action: `cloudformation:${name}`,
      resource: ABOUT_NO_STACK.has(name) ? '*' : stackArn(input, stacks),
      resourceAccount: stacks.account,
      context: conditionKeys(input),
    },
  ];
  const roleArn = input.text('RoleARN');
  if (roleArn !== undefined) {
    permissions.push({
      action: 'iam:PassRole',
      resource: roleArn,
      resourceAccount: stacks.account,
      context: { 'iam:passedtoservice': 'cloudformation.amazonaws.com' },
    });
  }
  const location = templateLocation(input);
  if (location !== undefined) permissions.push(...permissionsToRead(location.bucket, location.key, request));
  return permissions;
}

/** Without a role of its own CloudFormation calls on with the caller's rights, and says so. */
function forwarded({ caller, account, region }: ServiceRequest, access: Access): Actor {
  const service = 'cloudformation.amazonaws.com';
  const keys = {
    'aws:viaawsservice': 'true',
    'aws:calledvia': service,
    'aws:calledviafirst': service,
    'aws:calledvialast': service,
  };
  return {
    caller,
    account,
    region,
    denialOf: (permission) => access.denialOf({ ...permission, context: { ...permission.context, ...keys } }),
  };
}

function stackArn(input: QueryInput, stacks: Stacks): string {
  const name = input.text('StackName');
  const changeSetName = input.text('ChangeSetName');
  const stack =
    name === undefined
      ? changeSetName && stacks.findChangeSet(changeSetName, undefined)?.stack
      : stacks.find(name);
  if (stack) return stack.id;
  if (name === undefined) return '*';
  if (name.startsWith('arn:')) return name;
  return `arn:aws:cloudformation:${stacks.region}:${stacks.account}:stack/${name}/*`;
}

function conditionKeys(input: QueryInput): Record<string, string> {
  const keys = {
    'cloudformation:changesetname': input.text('ChangeSetName'),
    'cloudformation:rolearn': input.text('RoleARN'),
    'cloudformation:templateurl': input.text('TemplateURL'),
  };
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
