import type { Caller, Context } from '../../iam/request';
import type { PolicyKind } from '../../iam/policy';

/** One HTTP request, after the front door has found out who sent it. */
export interface ServiceRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty as long as it has not been read. */
  readonly body: Buffer;
  readonly caller: Caller;
  /** The account of the caller; 12 digits. */
  readonly account: string;
  /** From the signature's credential scope. */
  readonly region: string;
  /** Answered as `x-amzn-RequestId`, and the key under which the front door keeps the decision. */
  readonly requestId: string;
}

export interface ServiceResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is long comes in pieces, which are written one after the other as the client takes them. */
  readonly body: string | Buffer | readonly Buffer[];
}

/** An error in AWS's own words. The front door renders it in the protocol of the service. */
export class AwsError extends Error {
  constructor(
    /** `AccessDenied`, `ValidationError`, `NoSuchBucket` … */
    readonly code: string,
    message: string,
    readonly status = 400,
    /** Further elements that the error document carries, and headers beside it. */
    readonly extra: {
      readonly fields?: Record<string, string>;
      readonly headers?: Record<string, string>;
      /** What the sandbox knows besides, and AWS does not say. */
      readonly remark?: string;
    } = {},
  ) {
    super(message);
    this.name = 'AwsError';
  }
}

/** One of the sandbox's services: reads what a request asks for, so that the front door can decide before it runs. */
export interface Service {
  /** As in ARNs and actions: `s3`, `sts`, `iam`. */
  readonly name: string;
  readonly protocol: Protocol;
  readonly recognition: Recognition;
  /** Names of those that it carries out, for docs/sandbox.md. */
  readonly operations: readonly string[];
  /**
   * How many bytes the body of a request may have, told without it. What may be large is read only when the operation was
   * allowed.
   * @default - what AWS's query and JSON protocols take
   */
  bodyLimit?(request: ServiceRequest): number;
  /** @throws AwsError for an operation that does not exist or is not modelled, by name */
  operationOf(request: ServiceRequest): Operation;
  /**
   * What a request asks for that did not get as far as its operation, for the log.
   * @default - what its protocol says: the form's `Action`, or `X-Amz-Target`
   */
  operationName?(request: ServiceRequest): string | undefined;
}

/** How a service's requests are told where no signature names it. */
export interface Recognition {
  /** `AmazonSSM` in `X-Amz-Target: AmazonSSM.GetParameter`. */
  readonly jsonTarget?: string;
  /** A header that only its requests carry, in lower case. */
  readonly header?: string;
  /** Paths that only its requests have. */
  readonly paths?: ReadonlySet<string>;
}

/** How requests and errors are written: awsQuery, JSON 1.1, REST-JSON, or S3's REST-XML. */
export type Protocol = 'query' | 'json' | 'rest-json' | 's3';

export interface Operation {
  /** `GetObject`, `AssumeRole`. */
  readonly name: string;
  /** Who asks, for the log, where a token rather than a signature says so. */
  readonly who?: string;
  /** Every one must be allowed. An empty list is for what AWS lets everyone do (`sts:GetCallerIdentity`). */
  readonly permissions: readonly Permission[];
  /** Runs after everything was allowed. */
  run(access: Access): ServiceResponse | Promise<ServiceResponse>;
}

/** One authorization question. */
export interface Permission {
  /** `s3:GetObject` */
  readonly action: string;
  readonly resource: string;
  /** What a denial says instead of the ARN: IAM writes `user admin`, and `*` is not said at all. @default - the ARN */
  readonly shownAs?: string;
  /** What is known besides the policies, where it is denied: `the role X does not exist`. */
  readonly remark?: string;
  /** Owner of the resource, 12 digits. */
  readonly resourceAccount: string;
  /** Condition keys of this service, in lower case; the front door adds the global ones. */
  readonly context?: Context;
  /** The resource's own policy as it was deployed, where the resource has one. */
  readonly resourcePolicy?: ResourcePolicy;
}

export interface ResourcePolicy {
  readonly kind: Exclude<PolicyKind, 'identity'>;
  /** What a person calls it: `bucket policy of NAME`. */
  readonly name: string;
  readonly document: unknown;
}

/** Lets an operation ask further questions about its caller (S3: a missing key is 404 only to those who may list). */
export interface Access {
  /** The denial that AWS would answer, or undefined when it is allowed. */
  denialOf(permission: Permission): AwsError | undefined;
}

/** What is not modelled is rejected by name, never half-answered. */
export function notModelled(what: string): AwsError {
  return new AwsError('NotImplemented', `The sandbox does not model ${what}.`, 501);
}
