import { AwsError } from '../../core/service';
import type { ResourceTypes } from '../../resource-type/resource-type';
import type { Template } from './template';

/**
 * A template that makes IAM resources needs an acknowledgement, and a stronger one when it names them.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-template.html#using-iam-capabilities
 *
 * @throws AwsError InsufficientCapabilitiesException
 */
export function requireCapabilities(
  template: Template,
  acknowledged: readonly string[],
  types: ResourceTypes,
): void {
  if (acknowledged.includes('CAPABILITY_NAMED_IAM')) return;
  const iamResources = [...template.resources.values()].filter(
    ({ type }) => types.get(type)?.capability !== undefined,
  );
  const named = iamResources.some(({ type, properties }) => {
    const nameProperty = types.get(type)?.nameProperty;
    return nameProperty !== undefined && properties[nameProperty] !== undefined;
  });
  if (named) throw insufficient('CAPABILITY_NAMED_IAM');
  if (iamResources.length > 0 && !acknowledged.includes('CAPABILITY_IAM'))
    throw insufficient('CAPABILITY_IAM');
}

function insufficient(capability: string): AwsError {
  return new AwsError('InsufficientCapabilitiesException', `Requires capabilities : [${capability}]`);
}
