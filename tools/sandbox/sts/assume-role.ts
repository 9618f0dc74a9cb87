import type { Context } from '../../iam/request';
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
  const context = conditionKeys(wanted);
  return {
    name: 'AssumeRole',
    permissions: actionsOf(wanted).map((action) => ({
      action,
      resource: wanted.roleArn,
      resourceAccount: wanted.account,
      context,
      ...(found === undefined ? { remark: `the role ${wanted.roleName} does not exist` } : {}),
      // A role that does not exist trusts nobody, and a stranger must not be able to tell the two apart.
      resourcePolicy: {
        kind: 'trust',
        name: `trust policy of ${wanted.roleName}`,
        document: found ? found.trustPolicy : NOBODY,
      },
    })),
    run: () => {
      if (found === undefined)
        throw new Error(`${wanted.roleArn} does not exist and was assumed all the same`);
      // What a session carries along, no session of the sandbox does.
      if (wanted.tags.size > 0) throw notModelled('sts:AssumeRole with Tags');
      if (wanted.sourceIdentity !== undefined) throw notModelled('sts:AssumeRole with SourceIdentity');
      return stsResponse('AssumeRole', openSession(wanted, found, request, world), request);
    },
  };
}

/**
 * Whoever tags the session or says who is behind it needs leave for that, too, on both sides.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
const actionsOf = ({ tags, sourceIdentity }: AssumeRoleInput): string[] => [
  'sts:AssumeRole',
  ...(tags.size > 0 ? ['sts:TagSession'] : []),
  ...(sourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
];

function conditionKeys(wanted: AssumeRoleInput): Context {
  const { sessionName, externalId, tags, transitiveTagKeys, sourceIdentity } = wanted;
  const requested = [...tags].map(([key, value]) => [`aws:requesttag/${key.toLowerCase()}`, value] as const);
  return {
    'sts:rolesessionname': sessionName,
    ...(externalId === undefined ? {} : { 'sts:externalid': externalId }),
    ...(sourceIdentity === undefined ? {} : { 'sts:sourceidentity': sourceIdentity }),
    ...(transitiveTagKeys.length === 0 ? {} : { 'sts:transitivetagkeys': transitiveTagKeys }),
    ...(tags.size === 0 ? {} : { 'aws:tagkeys': [...tags.keys()], ...Object.fromEntries(requested) }),
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
