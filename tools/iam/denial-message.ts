import type { AccessRequest, Caller, Denial, PolicyType } from './request';

/**
 * AWS's own sentence for a denial, without any suffix that a service appends.
 *
 * - The resource `*`, of actions that have none, is left out.
 * - S3 quotes the resource, and tells callers of another account (and the anonymous) no more than `Access Denied`.
 * - A denial by a trust policy says so; one of a root user is STS's own sentence.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
export function denialMessage(request: AccessRequest, denial: Denial): string {
  const { action, caller } = request;
  const isS3 = /^s3:/i.test(action);
  if (isS3 && !isOfAccount(caller, request.resourceAccount)) return 'Access Denied';
  if (caller.kind === 'root' && isTrust(request, denial)) return 'Roles may not be assumed by root accounts.';
  return `User: ${nameOf(caller)} is not authorized to perform: ${action}${onResource(request, isS3)} ${reason(request, denial)}`;
}

function onResource({ resource }: AccessRequest, quoted: boolean): string {
  if (resource === '*') return '';
  return ` on resource: ${quoted ? `"${resource}"` : resource}`;
}

function reason(request: AccessRequest, denial: Denial): string {
  const trust = isTrust(request, denial);
  if (denial.kind === 'explicit') {
    return `with an explicit deny in ${trust ? 'the role trust policy' : WITH_ARTICLE[denial.in]}`;
  }
  const kind = trust ? 'role trust policy' : KINDS[denial.missing];
  return `because no ${kind} allows the ${request.action} action`;
}

/** Did a trust policy deny, explicitly or by not allowing? */
function isTrust({ action }: AccessRequest, denial: Denial): boolean {
  if (denial.kind === 'explicit') return denial.by.policy.kind === 'trust';
  return denial.missing === 'resource' && /^sts:/i.test(action);
}

const KINDS: Record<PolicyType, string> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

/** "sessions" is what AWS says here. */
const WITH_ARTICLE: Record<PolicyType, string> = {
  identity: 'an identity-based policy',
  resource: 'a resource-based policy',
  boundary: 'a permissions boundary',
  session: 'a sessions policy',
};

function isOfAccount(caller: Caller, account: string): boolean {
  return 'account' in caller && caller.account === account;
}

function nameOf(caller: Caller): string {
  switch (caller.kind) {
    case 'root':
      return `arn:aws:iam::${caller.account}:root`;
    case 'user':
    case 'role-session':
      return caller.arn;
    case 'service':
      return caller.service;
    case 'federated':
      return caller.provider;
    case 'anonymous':
      return 'anonymous';
  }
}
