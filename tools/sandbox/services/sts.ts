import { randomBytes } from 'node:crypto';
import { QueryInput } from '../cloudformation/query-protocol';
import { managedPolicyDocument } from '../front-door/policies-in-force';
import {
  AwsError,
  notModelled,
  type Operation,
  type Service,
  type ServiceRequest,
  type ServiceResponse,
} from '../service';
import { secretKey, uniqueId } from '../unique-id';
import type { Credential, Role, World } from '../world';
import { queryResponse, type QueryResult } from './query-response';

/**
 * AWS Security Token Service.
 *
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html
 */
export function stsService(world: World): Service {
  return {
    name: 'sts',
    protocol: 'query',
    operationOf(request) {
      const input = QueryInput.of(request.body);
      const action = input.requiredText('Action');
      if (action === 'AssumeRole') return assumeRole(input, request, world);
      // Always allowed: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
      if (action === 'GetCallerIdentity') {
        return {
          name: action,
          permissions: [],
          run: () => answer(action, callerIdentity(request, world), request),
        };
      }
      throw notModelled(`sts:${action}`);
    },
  };
}

function callerIdentity(request: ServiceRequest, world: World): QueryResult {
  const { caller } = request;
  const account = world.accounts.get(request.account);
  if (caller.kind === 'user') {
    const user = [...(account?.users.values() ?? [])].find(({ arn }) => arn === caller.arn);
    return { Arn: caller.arn, UserId: user?.id, Account: caller.account };
  }
  if (caller.kind !== 'role-session') throw notModelled(`GetCallerIdentity for ${caller.kind}`);
  const [, roleName = '', sessionName = ''] = caller.arn.split('/');
  const role = account?.roles.get(roleName);
  return { Arn: caller.arn, UserId: `${role?.id ?? ''}:${sessionName}`, Account: caller.account };
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
interface AssumeRoleInput {
  readonly roleArn: string;
  readonly account: string;
  readonly roleName: string;
  readonly sessionName: string;
  /** Seconds. */
  readonly duration: number;
  readonly externalId: string | undefined;
  readonly policy: unknown;
  readonly policyArns: readonly string[];
}

function assumeRole(input: QueryInput, request: ServiceRequest, world: World): Operation {
  const wanted = readAssumeRole(input);
  const role = world.accounts.get(wanted.account)?.roles.get(wanted.roleName);
  const found = role?.arn === wanted.roleArn ? role : undefined;
  return {
    name: 'AssumeRole',
    permissions: [
      {
        action: 'sts:AssumeRole',
        resource: wanted.roleArn,
        resourceAccount: wanted.account,
        context: {
          'sts:rolesessionname': wanted.sessionName,
          ...(wanted.externalId === undefined ? {} : { 'sts:externalid': wanted.externalId }),
        },
        // A role that does not exist trusts nobody, and a stranger must not be able to tell the two apart.
        resourcePolicy: found
          ? { kind: 'trust', name: `trust policy of ${found.name}`, document: found.trustPolicy }
          : {
              kind: 'trust',
              name: `trust policy of ${wanted.roleName}, which does not exist`,
              document: NOBODY,
            },
      },
    ],
    run: () => {
      if (found === undefined)
        throw new Error(`${wanted.roleArn} does not exist and was assumed all the same`);
      return answer('AssumeRole', openSession(wanted, found, request, world), request);
    },
  };
}

const NOBODY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Federated: 'nobody' }, Action: 'sts:AssumeRole' }],
};

function openSession(
  wanted: AssumeRoleInput,
  role: Role,
  request: ServiceRequest,
  world: World,
): QueryResult {
  checkDuration(wanted.duration, role, request);
  const now = world.now();
  const expiresAt = new Date(now.getTime() + wanted.duration * 1000);
  const credential = newSession(
    wanted.account,
    role,
    wanted.sessionName,
    now,
    expiresAt,
    sessionPolicies(wanted, world),
  );
  world.credentials.set(credential.accessKeyId, credential);
  return {
    AssumedRoleUser: {
      AssumedRoleId: `${role.id}:${wanted.sessionName}`,
      Arn: `arn:aws:sts::${wanted.account}:assumed-role/${role.name}/${wanted.sessionName}`,
    },
    Credentials: {
      AccessKeyId: credential.accessKeyId,
      SecretAccessKey: credential.secretAccessKey,
      SessionToken: credential.sessionToken,
      Expiration: expiresAt,
    },
    PackedPolicySize: credential.sessionPolicies.length > 0 ? 1 : undefined,
  };
}

/** Credentials of a session; the caller makes them part of the world. */
export function newSession(
  account: string,
  role: Role,
  sessionName: string,
  issuedAt: Date,
  expiresAt: Date,
  sessionPolicies: readonly unknown[] = [],
  fromPortal = false,
): Extract<Credential, { kind: 'session' }> {
  return {
    kind: 'session',
    account,
    accessKeyId: uniqueId('ASIA'),
    secretAccessKey: secretKey(),
    sessionToken: randomBytes(120).toString('base64'),
    roleName: role.name,
    roleId: role.id,
    sessionName,
    issuedAt,
    expiresAt,
    sessionPolicies,
    fromPortal,
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining */
function checkDuration(duration: number, role: Role, request: ServiceRequest): void {
  if (request.caller.kind === 'role-session' && duration > 3600) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  if (duration > role.maxSessionDuration) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
}

function sessionPolicies(wanted: AssumeRoleInput, world: World): unknown[] {
  const account = world.accounts.get(wanted.account);
  const managed = wanted.policyArns.map((arn) => {
    const document = account && managedPolicyDocument(arn, account);
    if (document === undefined) throw notModelled(`the session policy ${arn}: its text is not known here`);
    return document;
  });
  return wanted.policy === undefined ? managed : [wanted.policy, ...managed];
}

function readAssumeRole(input: QueryInput): AssumeRoleInput {
  for (const name of [
    'Tags',
    'TransitiveTagKeys',
    'SourceIdentity',
    'SerialNumber',
    'TokenCode',
    'ProvidedContexts',
  ]) {
    if (input.has(name)) throw notModelled(`sts:AssumeRole with ${name}`);
  }
  const roleArn = input.requiredText('RoleArn');
  const match = /^arn:aws:iam::(\d{12}):role\/(?:[\w+=,.@/-]+\/)?([\w+=,.@-]{1,64})$/.exec(roleArn);
  if (match === null) throw new AwsError('ValidationError', `${roleArn} is invalid`);
  const [, account = '', roleName = ''] = match;
  const sessionName = input.requiredText('RoleSessionName');
  constrain('roleSessionName', sessionName, /^[\w+=,.@-]*$/, '[\\w+=,.@-]*', 2, 64);
  const externalId = input.text('ExternalId');
  if (externalId !== undefined)
    constrain('externalId', externalId, /^[\w+=,.@:/-]*$/, '[\\w+=,.@:\\/-]*', 2, 1224);
  return {
    roleArn,
    account,
    roleName,
    sessionName,
    duration: readDuration(input.text('DurationSeconds')),
    externalId,
    policy: readPolicy(input.text('Policy')),
    policyArns: input.structures('PolicyArns').map((policy) => policy.requiredText('arn')),
  };
}

function readDuration(text: string | undefined): number {
  if (text === undefined) return 3600;
  const duration = Number(text);
  if (!Number.isInteger(duration))
    throw new AwsError('MalformedInput', `DurationSeconds must be a whole number, got ${text}`);
  if (duration < 900)
    throw constraint(text, 'durationSeconds', 'Member must have value greater than or equal to 900');
  if (duration > 43_200)
    throw constraint(text, 'durationSeconds', 'Member must have value less than or equal to 43200');
  return duration;
}

function readPolicy(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AwsError('MalformedPolicyDocument', 'This policy contains invalid Json');
  }
}

function constrain(
  field: string,
  value: string,
  pattern: RegExp,
  shown: string,
  min: number,
  max: number,
): void {
  if (value.length < min)
    throw constraint(value, field, `Member must have length greater than or equal to ${min}`);
  if (value.length > max)
    throw constraint(value, field, `Member must have length less than or equal to ${max}`);
  if (!pattern.test(value))
    throw constraint(value, field, `Member must satisfy regular expression pattern: ${shown}`);
}

function constraint(value: string, field: string, rule: string): AwsError {
  return new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ${rule}`,
  );
}

const answer = (action: string, result: QueryResult, request: ServiceRequest): ServiceResponse =>
  queryResponse('https://sts.amazonaws.com/doc/2011-06-15/', action, result, request);
