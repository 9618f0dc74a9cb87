import { decide } from '../../iam/evaluate';
import type { Caller } from '../../iam/request';
import type { Identity } from './authenticate';
import { accessDenied, authorize } from './authorize';
import { policiesInForce } from './policies-in-force';
import type { AwsError, Permission, Protocol } from '../core/service';
import { newSession, sessionArn } from '../core/session';
import type { Role } from '../core/identities';
import type { Account, World } from '../core/world';

/**
 * The role of an ARN, when its trust policy lets an AWS service assume it.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-service-role
 */
export function roleOfService(
  service: string,
  roleArn: string,
  account: Account,
  world: World,
): Role | undefined {
  const role = [...account.roles.values()].find(({ arn }) => arn === roleArn);
  if (role === undefined) return undefined;
  const request = {
    caller: { kind: 'service' as const, service },
    action: 'sts:AssumeRole',
    resource: roleArn,
    resourceAccount: account.id,
    context: { 'aws:principalisawsservice': 'true', 'aws:sourceaccount': account.id },
  };
  const trust = { kind: 'trust' as const, name: `trust policy of ${role.name}`, document: role.trustPolicy };
  return decide(request, policiesInForce(undefined, trust, world)).allowed ? role : undefined;
}

/** What a service does with a role that it has assumed. */
export class ServiceSession {
  private readonly identity: Identity;
  readonly caller: Caller;
  /** 12 digits: the role's. */
  readonly account: string;

  constructor(
    role: Role,
    account: Account,
    sessionName: string,
    readonly region: string,
    private readonly world: World,
  ) {
    this.account = account.id;
    const now = world.now();
    this.caller = {
      kind: 'role-session',
      account: account.id,
      arn: sessionArn(account.id, role.name, sessionName),
      roleArn: role.arn,
    };
    this.identity = {
      caller: this.caller,
      credential: newSession(account.id, role, sessionName, now, new Date(now.getTime() + 3_600_000)),
    };
  }

  /** In the words of the service that is called, or undefined when it is allowed. */
  denialOf(permission: Permission): AwsError | undefined {
    const authorization = authorize(permission, FROM_INSIDE, this.identity, this.region, this.world);
    if (authorization.decision.allowed) return undefined;
    return accessDenied(authorization, PROTOCOLS.get(permission.action.split(':')[0] ?? '') ?? 'query');
  }
}

/** How a denial is written, where it is not as in the query protocol. */
const PROTOCOLS: ReadonlyMap<string, Protocol> = new Map([
  ['kms', 'json'],
  ['s3', 's3'],
  ['sso', 'json'],
]);

/** Such calls never came in over the wire. */
const FROM_INSIDE = {
  method: 'POST',
  rawPath: '/',
  query: [],
  headers: {},
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
};
