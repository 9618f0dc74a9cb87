import { isObject, type Json, type JsonObject } from '../../core/json';
import { HandlerError } from '../../resource-type/handler-error';
import type { ServiceClient } from '../../resource-type/service-client';

/**
 * What AWS's own handlers of these types do with asynchronous work and with errors.
 *
 * https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-sso
 *
 * @throws HandlerError where the work has failed
 */
export async function settled(
  kind: 'AccountAssignmentCreation' | 'AccountAssignmentDeletion' | 'PermissionSetProvisioning',
  begun: JsonObject,
  InstanceArn: string,
  aws: ServiceClient,
): Promise<void> {
  const id = textIn(member(begun, `${kind}Status`), 'RequestId');
  const field = kind === 'PermissionSetProvisioning' ? 'ProvisionPermissionSetRequestId' : `${kind}RequestId`;
  const answer = await aws.call('sso', `Describe${kind}Status`, { InstanceArn, [field]: id });
  const status = member(answer, `${kind}Status`);
  if (status.Status === 'SUCCEEDED') return;
  throw new HandlerError(
    'GeneralServiceException',
    `Error occurred during operation 'Request ${id} failed due to: ${textIn(status, 'FailureReason')}'.`,
  );
}

/** A first call: a taken name is told from the rest, which is all one to the handlers. */
export async function first<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof HandlerError)) throw error;
    const code = error.code === 'ResourceConflict' ? 'AlreadyExists' : 'GeneralServiceException';
    throw new HandlerError(code, error.serviceMessage);
  }
}

export function member(answer: JsonObject, name: string): JsonObject {
  const value = answer[name];
  return isObject(value) ? value : {};
}

export function textIn(answer: JsonObject, name: string): string {
  const value = answer[name];
  return typeof value === 'string' ? value : '';
}

export const listOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
