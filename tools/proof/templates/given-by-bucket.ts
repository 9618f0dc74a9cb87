/** What a bucket gives to others by itself, beside every policy. Read from live accounts alone. */

/** Copies, reports, logs and events of a bucket that S3 puts elsewhere. */
export interface SendingEntry {
  /** A clause: `its replication rule "all" copies objects`, `its inventory "weekly" lists all objects`. */
  readonly what: string;
  /** `bucket backup`, an ARN, or a person. */
  readonly to: string;
  /** Whose that is, 12 digits; `another` if only that is known; absent if nothing is. */
  readonly account?: string;
  /** The name, where it is put into a bucket. */
  readonly bucketName?: string;
}

/** Somebody to whom S3 Access Grants give a part of the bucket. */
export interface AccessGrantEntry {
  readonly id: string;
  /** An ARN, or `directory user GUID`. */
  readonly grantee: string;
  /** Of the ARN; absent for people of a directory. */
  readonly account?: string;
  /** `READ`, `WRITE`, `READWRITE` */
  readonly permission: string;
  /** `s3://data/part/*` */
  readonly scope: string;
}
