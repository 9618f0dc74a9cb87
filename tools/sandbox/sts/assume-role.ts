import { type QueryInput, validationError } from '../wire/query-protocol';
import { managedPolicyDocument } from '../access/policies-in-force';
import { notModelled, type Operation, type ServiceRequest } from '../core/service';
import { newSession, sessionArn } from '../core/session';
import type { Role } from '../core/identities';
import type { World } from '../core/world';
import { type AssumeRoleInput, readAssumeRole } from './assume-role-input';
import { type QueryResult, stsResponse } from '../wire/query-response';

/** Lends a role to a caller whom both its trust policy and their own policies let. */
export function assumeRole(input: QueryInput, request: ServiceRequest, world: World): Operation {
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
        ...(found === undefined ? { remark: `the role ${wanted.roleName} does not exist` } : {}),
        // A role that does not exist trusts nobody, and a stranger must not be able to tell the two apart.
        resourcePolicy: {
          kind: 'trust',
          name: `trust policy of ${wanted.roleName}`,
          document: found ? found.trustPolicy : NOBODY,
        },
      },
    ],
    run: () => {
      if (found === undefined)
        throw new Error(`${wanted.roleArn} does not exist and was assumed all the same`);
      return stsResponse('AssumeRole', openSession(wanted, found, request, world), request);
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
  const { account, duration, sessionName } = wanted;
  checkDuration(duration, role, request);
  const now = world.now();
  const expiresAt = new Date(now.getTime() + duration * 1000);
  const policies = sessionPolicies(wanted, world);
  const credential = newSession(account, role, sessionName, now, expiresAt, policies);
  world.credentials.set(credential.accessKeyId, credential);
  return {
    AssumedRoleUser: {
      AssumedRoleId: `${role.id}:${sessionName}`,
      Arn: sessionArn(account, role.name, sessionName),
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

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining */
function checkDuration(duration: number, role: Role, request: ServiceRequest): void {
  if (duration > role.maxSessionDuration) {
    throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  if (request.caller.kind === 'role-session' && duration > 3600) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
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
