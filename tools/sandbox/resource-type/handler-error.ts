import { randomUUID } from 'node:crypto';
import type { AwsError } from '../core/service';

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
    /** Of the service's answer. */
    readonly status?: number,
  ) {
    super(
      `Resource handler returned message: "${serviceMessage}" (RequestToken: ${randomUUID()}, HandlerErrorCode: ${code})`,
    );
    this.name = 'HandlerError';
  }
}

/** What a handler makes of a service's error: its words, with what an AWS SDK adds to them. */
export function handlerError({ code, message, status }: AwsError, service: string): HandlerError {
  const name = SERVICES.get(service) ?? service;
  return new HandlerError(
    handlerCode(code, status),
    `${message} (Service: ${name}, Status Code: ${status}, Request ID: ${randomUUID()})`,
    status,
  );
}

/** As the SDK for Java, which CloudFormation's handlers use, calls them. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ['iam', 'Iam'],
  ['kms', 'Kms'],
  ['lambda', 'Lambda'],
  ['s3', 'S3'],
  ['sso', 'SsoAdmin'],
]);

function handlerCode(code: string, status: number): HandlerErrorCode {
  if (/^AccessDenied/.test(code)) return 'AccessDenied';
  if (/^NoSuch|NotFound/.test(code)) return 'NotFound';
  if (/AlreadyExists|AlreadyOwnedByYou/.test(code)) return 'AlreadyExists';
  if (/Limit|Quota/.test(code)) return 'ServiceLimitExceeded';
  if (/Conflict/.test(code)) return 'ResourceConflict';
  return status === 400 ? 'InvalidRequest' : 'GeneralServiceException';
}

/** How CloudFormation reports what a custom resource's function answered. */
export function customResourceFailure(message: string): Error {
  return new Error(
    `Received response status [FAILED] from custom resource. Message returned: ${message} (RequestId: ${randomUUID()})`,
  );
}
