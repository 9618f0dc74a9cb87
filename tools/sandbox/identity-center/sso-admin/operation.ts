import type { IdentityCenterInstance, PermissionSet } from '../../core/identity-center';
import { AwsError, type ServiceRequest } from '../../core/service';
import type { World } from '../../core/world';
import type { JsonObject } from '../../wire/json-operation';

/** One operation on an instance, after its caller was allowed it. */
export type SsoOperation = (call: SsoCall) => unknown;

export interface SsoCall {
  readonly input: JsonObject;
  readonly instance: IdentityCenterInstance;
  readonly world: World;
}

/** An instance shows itself only in its home region, to the account that runs it. */
export const visibleInstances = (
  { account, region }: ServiceRequest,
  world: World,
): IdentityCenterInstance[] =>
  [...world.identityCenters.values()].filter(
    (instance) => instance.ownerAccount === account && instance.region === region,
  );

export function permissionSetOf({ input, instance }: SsoCall): PermissionSet {
  const arn = validText(input, 'PermissionSetArn', PERMISSION_SET_ARN);
  const found = instance.permissionSets.get(arn);
  if (found === undefined) throw notFound(`Could not find PermissionSet with id ${lastPart(arn)}`);
  return found;
}

export const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

const PARTITIONS = 'aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b';
export const INSTANCE_ARN = `arn:(${PARTITIONS}):sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}`;
export const PERMISSION_SET_ARN = `arn:(${PARTITIONS}):sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}`;
export const MANAGED_POLICY_ARN = `arn:(${PARTITIONS}):iam::aws:policy/[\\p{L}\\p{M}\\p{Z}\\p{S}\\p{N}\\p{P}]+`;
export const ACCOUNT_ID = '\\d{12}';

/** A member that must be there. The pattern is the whole of it, as the API's reference writes it. */
export function validText(input: JsonObject, field: string, pattern?: string, maximum = Infinity): string {
  const value = optionalText(input, field, pattern, maximum);
  if (value === undefined) throw violation('null', field, 'Member must not be null');
  return value;
}

export function optionalText(
  input: JsonObject,
  field: string,
  pattern = '[^]*',
  maximum = Infinity,
): string | undefined {
  const value = Object.hasOwn(input, field) ? input[field] : undefined;
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new AwsError('SerializationException', `${field} must be a string`);
  const fails = (rule: string): AwsError => violation(`'${value}'`, field, rule);
  if (value === '') throw fails('Member must have length greater than or equal to 1');
  if (value.length > maximum) throw fails(`Member must have length less than or equal to ${maximum}`);
  if (!new RegExp(`^(?:${pattern})$`, 'u').test(value))
    throw fails(`Member must satisfy regular expression pattern: ${pattern}`);
  return value;
}

/** One of a few words. */
export function validWord<Word extends string>(
  input: JsonObject,
  field: string,
  words: readonly Word[],
): Word {
  const value = validText(input, field);
  const found = words.find((word) => word === value);
  if (found === undefined)
    throw violation(`'${value}'`, field, `Member must satisfy enum value set: [${words.join(', ')}]`);
  return found;
}

/** As AWS's own framework says it. */
function violation(value: string, field: string, rule: string): AwsError {
  const member = field.charAt(0).toLowerCase() + field.slice(1);
  return invalid(
    `1 validation error detected: Value ${value} at '${member}' failed to satisfy constraint: ${rule}`,
  );
}

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);
export const notFound = (message: string): AwsError => new AwsError('ResourceNotFoundException', message);
export const conflict = (message: string): AwsError => new AwsError('ConflictException', message);
export const quotaExceeded = (message: string): AwsError =>
  new AwsError('ServiceQuotaExceededException', message);

/** Dates travel as seconds. */
export const seconds = (date: Date): number => date.getTime() / 1000;
