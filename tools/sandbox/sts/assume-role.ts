import { type QueryInput, validationError } from '../wire/query-protocol';
import { managedPolicyDocument } from '../access/policies-in-force';
import { notModelled, type Operation, type ServiceRequest } from '../core/service';
import type { Role, World } from '../core/world';
import { type AssumeRoleInput, readAssumeRole } from './assume-role-input';
import { type QueryResult, stsResponse } from '../wire/query-response';
import { newSession } from './session';

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

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining */
function checkDuration(duration: number, role: Role, request: ServiceRequest): void {
  if (request.caller.kind === 'role-session' && duration > 3600) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  if (duration > role.maxSessionDuration) {
    throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
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
