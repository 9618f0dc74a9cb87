import { awsManagedPolicies } from '../../access/aws-managed-policies';
import type { PolicyHolder } from '../../core/world';
import type { ResourceContext } from '../../resource-type/resource-context';
import { iamError } from '../../resource-type/handler-error';
import type { ResourceProperties } from '../../resource-type/properties';

const POLICIES_PER_ROLE = 10;

/**
 * Brings a role's or user's attachments from one list of a template to another; what others attached stays.
 *
 * @throws HandlerError for a policy that does not exist
 */
export function attachAll(
  holder: PolicyHolder,
  wanted: readonly string[],
  previous: readonly string[],
  context: ResourceContext,
): void {
  for (const arn of wanted) requireAttachable(arn, context);
  const kept = [...holder.attachedPolicies].filter((arn) => !previous.includes(arn));
  const result = new Set([...kept, ...wanted]);
  if (result.size > POLICIES_PER_ROLE) {
    throw iamError(
      'ServiceLimitExceeded',
      409,
      `Cannot exceed quota for PoliciesPerRole: ${POLICIES_PER_ROLE}`,
    );
  }
  detachAll(holder, previous);
  for (const arn of wanted) holder.attachedPolicies.add(arn);
}

export function detachAll(holder: PolicyHolder, arns: readonly string[]): void {
  for (const arn of arns) holder.attachedPolicies.delete(arn);
}

export function permissionsBoundary(
  properties: ResourceProperties,
  context: ResourceContext,
): string | undefined {
  const arn = properties.optionalText('PermissionsBoundary');
  if (arn !== undefined) requireAttachable(arn, context);
  return arn;
}

function requireAttachable(arn: string, { account }: ResourceContext): void {
  if (!awsManagedPolicies.has(arn) && !account.managedPolicies.has(arn)) {
    throw iamError('NotFound', 404, `Policy ${arn} does not exist or is not attachable.`);
  }
}
