import type { PoliciesInForce } from '../../iam/request';
import { parsePolicy } from './parse-policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import type { Policy } from '../../iam/policy';
import { isRecord } from '../core/json';
import { awsManagedPolicy } from './aws-managed-policies';
import { shownPolicy } from './stored-policy';
import { notModelled, type ResourcePolicy } from '../core/service';
import type { Credential, PolicyHolder } from '../core/identities';
import type { Account, World } from '../core/world';

/**
 * Every policy that has a say in one request, as it is deployed right now.
 *
 * @throws AwsError `NotImplemented`, by name, where a policy holds something that tools/iam does not model:
 *   what is not understood is never allowed
 */
export function policiesInForce(
  credential: Credential | undefined,
  resourcePolicy: ResourcePolicy | undefined,
  world: World,
): PoliciesInForce {
  const resource = resourcePolicy === undefined ? undefined : parseResourcePolicy(resourcePolicy, world);
  const account = credential && world.accounts.get(credential.account);
  const holder = credential && account && holderOf(credential, account);
  if (credential === undefined || account === undefined || holder === undefined) {
    return { identity: [], ...(resource === undefined ? {} : { resource }) };
  }
  const boundary = holder.permissionsBoundary;
  const session =
    credential.kind === 'session' && credential.sessionPolicies.length > 0
      ? credential.sessionPolicies
      : undefined;
  return {
    identity: [
      ...[...holder.inlinePolicies].map(([name, document]) => parse(document, 'identity', name)),
      ...[...holder.attachedPolicies].map((arn) => managedPolicy(arn, account)),
    ],
    ...(boundary === undefined ? {} : { boundary: managedPolicy(boundary, account) }),
    ...(session === undefined
      ? {}
      : { session: session.map((document) => parse(document, 'identity', 'session policy')) }),
    ...(resource === undefined ? {} : { resource }),
  };
}

/**
 * The document behind an ARN: the account's own or one of AWS's, undefined where there is none.
 *
 * @throws AwsError `NotImplemented` for one of AWS's that is not known here
 */
export function managedPolicyDocument(arn: string, account: Account): unknown {
  const own = account.managedPolicies.get(arn);
  return own === undefined
    ? awsManagedPolicy(arn)?.document
    : own.versions.get(own.defaultVersionId)?.document;
}

function holderOf(credential: Credential, account: Account): PolicyHolder | undefined {
  return credential.kind === 'user'
    ? account.users.get(credential.userName)
    : account.roles.get(credential.roleName);
}

function managedPolicy(arn: string, account: Account): Policy {
  const document = managedPolicyDocument(arn, account);
  if (document === undefined) throw notModelled(`the managed policy ${arn}, which does not exist`);
  return { ...parse(document, 'identity', arn.slice(arn.lastIndexOf('/') + 1)), arn };
}

function parseResourcePolicy({ document: stored, kind, name }: ResourcePolicy, world: World): Policy {
  const document = shownPolicy(stored, world);
  return kind === 'trust' ? parseTrustPolicy(document, name) : parse(document, kind, name);
}

/**
 * Statements for federated principals alone are left out: they let in people who come with a SAML assertion or a web
 * identity token, through calls of their own, and never a caller of AssumeRole. Identity Center's roles are like that.
 */
function parseTrustPolicy(document: unknown, name: string): Policy {
  if (!isRecord(document) || !Array.isArray(document.Statement)) return parse(document, 'trust', name);
  const statements: unknown[] = document.Statement;
  const others = statements.filter((statement) => !isForFederatedAlone(statement));
  if (others.length === 0 && statements.length > 0) return { kind: 'trust', name, statements: [] };
  return parse({ ...document, Statement: others }, 'trust', name);
}

function isForFederatedAlone(statement: unknown): boolean {
  if (!isRecord(statement) || !isRecord(statement.Principal)) return false;
  return Object.keys(statement.Principal).join() === 'Federated';
}

function parse(document: unknown, kind: Policy['kind'], name: string): Policy {
  const known = isRecord(document) ? PARSED.get(document) : undefined;
  if (known?.kind === kind && known.name === name) return known;
  try {
    const policy = parsePolicy(document, kind, name);
    if (isRecord(document)) PARSED.set(document, policy);
    return policy;
  } catch (error) {
    if (error instanceof UnsupportedPolicyError)
      throw notModelled(`a policy that has a say in this request: ${error.message}`);
    throw error;
  }
}

/** A document is never changed, only put in another's place: one that was read once need not be read again. */
const PARSED = new WeakMap<object, Policy>();
