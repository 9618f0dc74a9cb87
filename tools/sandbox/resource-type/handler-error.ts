import { randomUUID } from 'node:crypto';

/** https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html */
export type HandlerErrorCode =
  | 'AccessDenied'
  | 'AlreadyExists'
  | 'GeneralServiceException'
  | 'InvalidRequest'
  | 'NotFound'
  | 'ResourceConflict'
  | 'ServiceLimitExceeded';

/** A resource that could not be made, changed or removed, with the words of the service behind it. */
export class HandlerError extends Error {
  constructor(
    readonly code: HandlerErrorCode,
    readonly serviceMessage: string,
  ) {
    super(
      `Resource handler returned message: "${serviceMessage}" (RequestToken: ${randomUUID()}, HandlerErrorCode: ${code})`,
    );
    this.name = 'HandlerError';
  }
}

export const iamError = errorOf('Iam');
export const kmsError = errorOf('Kms');
export const lambdaError = errorOf('Lambda');
export const s3Error = errorOf('S3');
export const ssoAdminError = errorOf('SsoAdmin');

/** What an AWS SDK adds to an error: `… (Service: Iam, Status Code: 409, Request ID: …)`. */
function errorOf(service: string) {
  return (code: HandlerErrorCode, status: number, message: string): HandlerError =>
    new HandlerError(
      code,
      `${message} (Service: ${service}, Status Code: ${status}, Request ID: ${randomUUID()})`,
    );
}

/** How CloudFormation reports what a custom resource's function answered. */
export function customResourceFailure(message: string): Error {
  return new Error(
    `Received response status [FAILED] from custom resource. Message returned: ${message} (RequestId: ${randomUUID()})`,
  );
}
