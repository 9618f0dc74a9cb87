import type { AccessRequest, Decision, Denial } from '../../iam/request';
import { decide, keysThatCount } from '../../iam/evaluate';
import { denialMessage } from '../../iam/denial-message';
import { AwsError, type Permission, type Protocol } from '../core/service';
import type { World } from '../core/world';
import type { Identity } from './authenticate';
import { rejectUnknownKeys } from './condition-keys';
import type { RequestHead } from '../wire/http-request';
import { policiesInForce } from './policies-in-force';
import { globalContext } from './request-context';

/** One question and its answer, kept for the log and for `rehearse`. */
export interface Authorization {
  readonly request: AccessRequest;
  readonly decision: Decision;
  /** Names of the accounts: whose the caller is, and whose the resource. */
  readonly sides: { readonly caller: string; readonly owner: string };
  /** What a denial says instead of the resource's ARN. */
  readonly shownAs?: string;
  /** What is known besides the policies. */
  readonly remark?: string;
}

/**
 * Asks tools/iam whether a caller may do one thing, with every policy that is deployed at this moment.
 *
 * @throws AwsError `NotImplemented`, by name, where a policy holds something that is not modelled
 */
export function authorize(
  permission: Permission,
  http: RequestHead,
  identity: Identity,
  region: string,
  world: World,
): Authorization {
  const request: AccessRequest = {
    caller: identity.caller,
    action: permission.action,
    resource: permission.resource,
    resourceAccount: permission.resourceAccount,
    context: {
      ...globalContext(http, identity, region, world),
      'aws:resourceaccount': permission.resourceAccount,
      ...permission.context,
    },
  };
  const policies = policiesInForce(identity.credential, permission.resourcePolicy, world);
  rejectUnknownKeys(keysThatCount(request, policies), request.action, request.context);
  const { shownAs, remark } = permission;
  const nameOf = (account: string | undefined): string =>
    account === undefined ? 'anybody' : (world.accounts.get(account)?.name ?? account);
  return {
    request,
    decision: decide(request, policies),
    sides: { caller: nameOf(identity.credential?.account), owner: nameOf(request.resourceAccount) },
    ...(shownAs === undefined ? {} : { shownAs }),
    ...(remark === undefined ? {} : { remark }),
  };
}

/**
 * The denial in the words of the service.
 *
 * STS gives no reason, whichever side it is: the recorded answers are all alike. An explicit deny names the managed policy that
 * it is in to callers of the same account.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 *
 * S3 explains itself only to callers from the bucket owner's own account.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
export function accessDenied({ request, decision, shownAs }: Authorization, protocol: Protocol): AwsError {
  if (decision.allowed) throw new Error(`${request.action} was allowed`);
  const message = inWords({ ...request, resource: shownAs ?? request.resource }, decision.denial);
  if (protocol !== 's3') {
    return protocol === 'query'
      ? new AwsError('AccessDenied', message, 403)
      : new AwsError('AccessDeniedException', message);
  }
  return new AwsError('AccessDenied', isOwner(request) ? message : 'Access Denied', 403);
}

function inWords(request: AccessRequest, denial: Denial): string {
  const message = denialMessage(request, denial);
  if (request.action.startsWith('sts:'))
    return message.replace(/ (?:because no|with an explicit deny) .*$/, '');
  const arn = denial.kind === 'explicit' && isOwner(request) ? denial.by.policy.arn : undefined;
  return arn === undefined ? message : `${message}: ${arn}`;
}

const isOwner = ({ caller, resourceAccount }: AccessRequest): boolean =>
  (caller.kind === 'user' || caller.kind === 'role-session') && caller.account === resourceAccount;
