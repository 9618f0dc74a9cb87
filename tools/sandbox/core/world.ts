/**
 * The state of the sandbox: accounts, identities, buckets and Identity Center, all in memory.
 *
 * Plain data. The services (STS, IAM, S3, SSO …) answer calls from it, CloudFormation's resource handlers change it,
 * and the front door reads from it which policies are in force. Policy documents are kept as they were deployed,
 * as unparsed JSON values: `tools/iam` parses them when a request is decided, and rejects what it does not know.
 */

import type { IdentityCenterInstance } from './identity-center';
import type { Credential, ManagedPolicy, Role, User } from './identities';

export interface World {
  /** Read for every expiry and every aws:CurrentTime, so that a test can move it. */
  now: () => Date;
  readonly accounts: Map<string, Account>;
  /** By name: the name space is global. Their objects are in the S3 service's store. */
  readonly buckets: Map<string, Bucket>;
  readonly identityCenters: Map<string, IdentityCenterInstance>;
  /** By access key id: long-lived keys of users and temporary ones of sessions. */
  readonly credentials: Map<string, Credential>;
  /** By ARN. */
  readonly functions: Map<string, LambdaFunction>;
  /** KMS keys, by ARN. */
  readonly keys: Map<string, Key>;
}

export interface Account {
  /** 12 digits. */
  readonly id: string;
  /** As whoever made it calls it: `company`, `vendor`. */
  name: string;
  readonly users: Map<string, User>;
  /** By name, without path. */
  readonly roles: Map<string, Role>;
  /** Customer managed, by ARN. AWS managed ones that the sandbox knows are in `aws-managed-policies.ts`. */
  readonly managedPolicies: Map<string, ManagedPolicy>;
  /** SSM parameters by `REGION/NAME`. */
  readonly parameters: Map<string, string>;
}

export interface Bucket {
  readonly name: string;
  /** Owner, 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly createdAt: Date;
  policy?: unknown;
  publicAccessBlock?: PublicAccessBlock;
  versioning?: 'Enabled' | 'Suspended';
  /** Absent: S3's own keys. */
  encryption?: BucketEncryption;
  ownership: ObjectOwnership;
  /** The rules as they were sent; nothing expires here. */
  lifecycle?: unknown;
  /** Where S3 would write access logs; nobody writes any here. */
  logging?: { readonly bucket: string; readonly prefix: string };
  tags: Record<string, string>;
  /** Of single objects, by key; an object without tags is absent. */
  objectTags?: Map<string, Record<string, string>>;
}

export interface BucketEncryption {
  readonly algorithm: 'AES256' | 'aws:kms';
  /** Id or ARN of a KMS key; there with `aws:kms`. */
  readonly keyId?: string;
  /** KMS is asked about the bucket and not about each object. */
  readonly bucketKey: boolean;
}

export type ObjectOwnership = 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';

export interface PublicAccessBlock {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

/** A symmetric key of the account's own. */
export interface Key {
  readonly arn: string;
  /** A GUID, or `mrk-…`. */
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly createdAt: Date;
  policy: unknown;
  description: string;
  rotates: boolean;
  state: 'Enabled' | 'Disabled' | 'PendingDeletion';
  tags: Record<string, string>;
}

/** There is no Lambda service: functions exist to lend their role to custom resources. */
export interface LambdaFunction {
  readonly arn: string;
  readonly name: string;
  roleArn: string;
}

/** A world without accounts. */
export function emptyWorld(now: () => Date = () => new Date()): World {
  return {
    now,
    accounts: new Map(),
    buckets: new Map(),
    identityCenters: new Map(),
    credentials: new Map(),
    functions: new Map(),
    keys: new Map(),
  };
}

/** An account with nobody in it, made part of the world. */
export function addAccount(world: World, id: string): Account {
  const account: Account = {
    id,
    name: id,
    users: new Map(),
    roles: new Map(),
    managedPolicies: new Map(),
    parameters: new Map(),
  };
  world.accounts.set(id, account);
  return account;
}
