import type { AccessRequest, Decision } from '../../iam/request';
import { decide, keysThatCount } from '../../iam/evaluate';
import { denialMessage } from '../../iam/denial-message';
import { AwsError, type Permission, type Protocol } from '../core/service';
import type { World } from '../core/world';
import type { Identity } from './authenticate';
import { refuseUnknownKeys } from './condition-keys';
import type { RequestHead } from '../wire/http-request';
import { policiesInForce } from './policies-in-force';
import { globalContext } from './request-context';

/** One question and its answer, kept for the log and for `rehearse`. */
export interface Authorization {
  readonly request: AccessRequest;
  readonly decision: Decision;
  /** What a denial says instead of the resource's ARN. */
  readonly shownAs?: string;
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
  refuseUnknownKeys(keysThatCount(request, policies), request.action, request.context);
  const { shownAs } = permission;
  return { request, decision: decide(request, policies), ...(shownAs === undefined ? {} : { shownAs }) };
}

/**
 * The denial in the words of the service.
 *
 * S3 explains itself only to callers from the bucket owner's own account.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
export function accessDenied({ request, decision, shownAs }: Authorization, protocol: Protocol): AwsError {
  if (decision.allowed) throw new Error(`${request.action} was allowed`);
  const message = denialMessage({ ...request, resource: shownAs ?? request.resource }, decision.denial);
  if (protocol !== 's3') {
    return protocol === 'query'
      ? new AwsError('AccessDenied', message, 403)
      : new AwsError('AccessDeniedException', message);
  }
  const { caller } = request;
  const isOwner =
    (caller.kind === 'user' || caller.kind === 'role-session') && caller.account === request.resourceAccount;
  return new AwsError('AccessDenied', isOwner ? message : 'Access Denied', 403);
}
