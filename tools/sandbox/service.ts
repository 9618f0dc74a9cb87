import type { Caller } from '../iam/evaluate';

/** One HTTP request, after the front door has found out who sent it. */
export interface ServiceRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly caller: Caller;
  /** The account of the caller; 12 digits. */
  readonly account: string;
  /** From the signature's credential scope. */
  readonly region: string;
}

export interface ServiceResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** An error in AWS's own words. The front door renders it in the protocol of the service. */
export class AwsError extends Error {
  constructor(
    /** `AccessDenied`, `ValidationError`, `NoSuchBucket` … */
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = 'AwsError';
  }
}
