import { randomInt } from 'node:crypto';
import type { ResourceContext } from './resource-context';

/**
 * A name as CloudFormation makes one: stack, logical id and a random suffix, cut to the type's limit.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
export function physicalName(
  {
    stackName,
    logicalId,
    nameSuffix: suffix,
  }: Pick<ResourceContext, 'stackName' | 'logicalId' | 'nameSuffix'>,
  maximum: number,
): string {
  const room = maximum - suffix.length - 2;
  const stackRoom = Math.min(stackName.length, Math.max(Math.floor(room / 2), room - logicalId.length));
  return `${stackName.slice(0, stackRoom)}-${logicalId.slice(0, room - stackRoom)}-${suffix}`;
}

/** The random end of such a name. */
export function newNameSuffix(): string {
  return randomText('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 12);
}

export function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
