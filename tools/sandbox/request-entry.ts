import type { Caller } from '../iam/request';
import type { Authorization } from './access/authorize';

/** What is known of a request, by the id that its answer carried. */
export type EntryOf = (requestId: string) => RequestEntry | undefined;

/** What happened to one request: for the log, for `rehearse`, and for tests. Holds no secret. */
export interface RequestEntry {
  readonly time: Date;
  readonly requestId: string;
  /** As in ARNs and actions, also of a service that the sandbox does not have: `s3`, `cloudtrail`. */
  readonly service: string;
  /** `GetObject`; the HTTP method and path where the request does not tell. */
  readonly operation: string;
  /** Which one, of an upload in parts. */
  readonly part?: string;
  /** Percent-encoded; of requests to S3, which name their resource here. */
  readonly path?: string;
  /** Anonymous as long as nothing is proved. */
  readonly caller: Caller;
  /** Name of the person behind an SSO portal token. */
  readonly who?: string;
  /** Every question that was asked, in order; the last one decided a denial. */
  readonly authorizations: readonly Authorization[];
  readonly status: number;
  /** Absent when the request succeeded. */
  readonly error?: {
    readonly code: string;
    readonly message: string;
    /** What the sandbox knows besides. */
    readonly remark?: string;
  };
}
