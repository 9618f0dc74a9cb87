import { isAssigned, provisionedRole } from './provisioning';
import {
  AwsError,
  notModelled,
  type Operation,
  type Service,
  type ServiceRequest,
  type ServiceResponse,
} from '../core/service';
import type { IdentityCenterInstance, PermissionSet } from '../core/identity-center';
import type { World } from '../core/world';
import { codeInput, json } from './sign-in-messages';
import { newSession } from '../core/session';

/**
 * The portal that signed-in people get credentials from. Its calls are not signed: the access token says who asks.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/Welcome.html
 */
export function ssoPortalService(world: World): Service {
  return {
    name: 'awsssoportal',
    protocol: 'rest-json',
    recognition: { header: 'x-amz-sso_bearer_token', paths: PATHS },
    operations: Object.values(OPERATIONS).map(({ name }) => name),
    operationOf(request): Operation {
      const operation = OPERATIONS[`${request.method} ${request.path}`];
      if (operation === undefined) throw notModelled(`the SSO portal's ${request.method} ${request.path}`);
      const person = signedIn(request, world);
      // Who may is a matter of assignments, not of policies.
      return {
        name: operation.name,
        who: person.userName,
        permissions: [],
        run: () => operation.run(person, request, world),
      };
    },
  };
}

interface SignedIn {
  readonly instance: IdentityCenterInstance;
  readonly userId: string;
  readonly userName: string;
  readonly token: string;
}

type PortalOperation = {
  readonly name: string;
  readonly run: (person: SignedIn, request: ServiceRequest, world: World) => ServiceResponse;
};

const OPERATIONS: Readonly<Record<string, PortalOperation>> = {
  'GET /federation/credentials': { name: 'GetRoleCredentials', run: getRoleCredentials },
  'GET /assignment/accounts': { name: 'ListAccounts', run: listAccounts },
  'GET /assignment/roles': { name: 'ListAccountRoles', run: listAccountRoles },
  'POST /logout': { name: 'Logout', run: logout },
};

/** Told apart by these, too: a call without its token must be told that the token is missing. */
const PATHS: ReadonlySet<string> = new Set(
  Object.keys(OPERATIONS).map((key) => key.slice(key.indexOf(' ') + 1)),
);

function signedIn(request: ServiceRequest, world: World): SignedIn {
  const token = request.headers['x-amz-sso_bearer_token'] ?? '';
  for (const instance of world.identityCenters.values()) {
    const session = instance.portalTokens.get(token);
    const user = session && instance.users.get(session.userId);
    if (session !== undefined && user !== undefined && world.now() < session.expiresAt) {
      return { instance, userId: user.id, userName: user.name, token };
    }
  }
  throw new AwsError('UnauthorizedException', 'Session token not found or invalid', 401);
}

function getRoleCredentials(person: SignedIn, request: ServiceRequest, world: World): ServiceResponse {
  const query = codeInput(request.query);
  const account = query.required('account_id');
  const roleName = query.required('role_name');
  const set = [...person.instance.permissionSets.values()].find(({ name }) => name === roleName);
  const role = set && provisionedRole(set, account, person.instance, world);
  if (set === undefined || role === undefined || !isAssigned(person.userId, set, account, person.instance))
    throw noAccess();
  const now = world.now();
  const expiresAt = new Date(now.getTime() + sessionSeconds(set) * 1000);
  const credential = newSession(account, role, person.userName, now, expiresAt, [], true);
  world.credentials.set(credential.accessKeyId, credential);
  const { accessKeyId, secretAccessKey, sessionToken } = credential;
  return json({
    roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration: expiresAt.getTime() },
  });
}

function listAccounts(person: SignedIn): ServiceResponse {
  const accounts = new Set(assignedSets(person).map(({ account }) => account));
  return json({
    accountList: [...accounts].sort().map((accountId) => ({ accountId, accountName: accountId })),
  });
}

function listAccountRoles(person: SignedIn, request: ServiceRequest): ServiceResponse {
  const accountId = codeInput(request.query).required('account_id');
  const names = new Set(
    assignedSets(person).flatMap(({ account, set }) => (account === accountId ? [set.name] : [])),
  );
  if (names.size === 0) throw noAccess();
  return json({ roleList: [...names].sort().map((roleName) => ({ roleName, accountId })) });
}

function logout(person: SignedIn): ServiceResponse {
  person.instance.portalTokens.delete(person.token);
  return { status: 200, body: '' };
}

function assignedSets({ instance, userId }: SignedIn): { account: string; set: PermissionSet }[] {
  return instance.assignments.flatMap(({ permissionSetArn, targetAccount }) => {
    const set = instance.permissionSets.get(permissionSetArn);
    return set !== undefined && isAssigned(userId, set, targetAccount, instance)
      ? [{ account: targetAccount, set }]
      : [];
  });
}

/** `PT1H`, `PT90M`, `PT1H30M` in seconds. */
function sessionSeconds({ sessionDuration }: PermissionSet): number {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(sessionDuration) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 || 3600;
}

const noAccess = (): AwsError => new AwsError('ForbiddenException', 'No access', 403);
