import type { AccessRequest, Denial } from './evaluate';

/**
 * AWS's own sentence for a denial.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function denialMessage(request: AccessRequest, denial: Denial): string {
  const { action, resource } = request;
  const onResource = resource === '*' ? '' : ` on resource: ${resource}`;
  return `User: ${name(request)} is not authorized to perform: ${action}${onResource} ${reason(request, denial)}`;
}

function reason({ action }: AccessRequest, denial: Denial): string {
  if (denial.kind === 'implicit') return `because no ${KINDS[denial.missing]} allows the ${action} action`;
  return `with an explicit deny in a${denial.in === 'identity' ? 'n' : ''} ${KINDS[denial.in]}`;
}

const KINDS = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

function name({ caller }: AccessRequest): string {
  switch (caller.kind) {
    case 'root':
      return `arn:aws:iam::${caller.account}:root`;
    case 'user':
    case 'role-session':
      return caller.arn;
    case 'service':
      return caller.service;
    case 'anonymous':
      return 'anonymous';
  }
}
