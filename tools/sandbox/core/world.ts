/**
 * The state of the sandbox: accounts, identities, buckets and Identity Center, all in memory.
 *
 * Plain data. The services (STS, IAM, S3, SSO …) answer calls from it, CloudFormation's resource handlers change it,
 * and the front door reads from it which policies are in force. Policy documents are kept as they were deployed,
 * as unparsed JSON values: `tools/iam` parses them when a request is decided, and refuses what it does not know.
 */

import type { IdentityCenterInstance } from './identity-center';
import { secretKey, uniqueId } from './unique-id';

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

export interface User extends PolicyHolder {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  /** `AIDA…`, 21 characters. */
  readonly id: string;
  readonly createdAt: Date;
  /** By id, the inactive ones too; those that sign requests are in {@link World.credentials}. */
  readonly accessKeys: Map<string, AccessKey>;
}

export interface AccessKey {
  readonly credential: Extract<Credential, { kind: 'user' }>;
  readonly createdAt: Date;
  status: 'Active' | 'Inactive';
}

export interface Role extends PolicyHolder {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  /** `AROA…`, 21 characters. */
  readonly id: string;
  readonly createdAt: Date;
  /** As IAM stores it: a role or user that it names is there by its unique id (`access/stored-policy.ts`). */
  trustPolicy: unknown;
  description: string;
  /** Seconds, 3,600 to 43,200. */
  maxSessionDuration: number;
}

export interface PolicyHolder {
  readonly inlinePolicies: Map<string, unknown>;
  /** ARNs. */
  readonly attachedPolicies: Set<string>;
  permissionsBoundary?: string;
  tags: Record<string, string>;
}

export interface ManagedPolicy {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly createdAt: Date;
  readonly description: string;
  /** By id, `v1` and up; at most five. */
  readonly versions: Map<string, PolicyVersion>;
  /** The one that is in force. */
  defaultVersionId: string;
  tags: Record<string, string>;
}

export interface PolicyVersion {
  readonly document: unknown;
  readonly createdAt: Date;
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

export type Credential = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly account: string;
} & (
  | { readonly kind: 'user'; readonly userName: string }
  | {
      readonly kind: 'session';
      readonly roleName: string;
      /** A role that was deleted and made again is another role: sessions of the old one are dead. */
      readonly roleId: string;
      readonly sessionName: string;
      readonly sessionToken: string;
      readonly issuedAt: Date;
      readonly expiresAt: Date;
      /** Documents passed to AssumeRole, unparsed. */
      readonly sessionPolicies: readonly unknown[];
      /** Signed in through the SSO portal rather than STS. */
      readonly fromPortal: boolean;
    }
);

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

/** A role with nothing attached to it and sessions of an hour, as far as `role` says nothing else. */
export function newRole(
  account: string,
  role: Pick<Role, 'name' | 'path' | 'createdAt' | 'trustPolicy'> & Partial<Role>,
): Role {
  return {
    arn: `arn:aws:iam::${account}:role${role.path}${role.name}`,
    id: uniqueId('AROA'),
    description: '',
    maxSessionDuration: 3600,
    inlinePolicies: new Map(),
    attachedPolicies: new Set(),
    tags: {},
    ...role,
  };
}

/** A user without keys and without policies, as far as `user` says nothing else. */
export function newUser(
  account: string,
  user: Pick<User, 'name' | 'createdAt'> & Partial<Pick<User, 'path' | 'attachedPolicies' | 'tags'>>,
): User {
  const path = user.path ?? '/';
  return {
    path,
    arn: `arn:aws:iam::${account}:user${path}${user.name}`,
    id: uniqueId('AIDA'),
    inlinePolicies: new Map(),
    attachedPolicies: new Set(),
    accessKeys: new Map(),
    tags: {},
    ...user,
  };
}

/** A managed policy with its first version. */
export function newManagedPolicy(
  account: string,
  policy: Pick<ManagedPolicy, 'name' | 'path' | 'createdAt'> &
    Partial<Pick<ManagedPolicy, 'description' | 'tags'>>,
  document: unknown,
): ManagedPolicy {
  return {
    arn: `arn:aws:iam::${account}:policy${policy.path}${policy.name}`,
    id: uniqueId('ANPA'),
    description: '',
    versions: new Map([['v1', { document, createdAt: policy.createdAt }]]),
    defaultVersionId: 'v1',
    tags: {},
    ...policy,
  };
}

/** New access keys of a user, good at once. */
export function addAccessKey(user: User, account: string, world: World): AccessKey {
  const credential = {
    kind: 'user',
    account,
    userName: user.name,
    accessKeyId: uniqueId('AKIA'),
    secretAccessKey: secretKey(),
  } as const;
  const key: AccessKey = { credential, createdAt: world.now(), status: 'Active' };
  user.accessKeys.set(credential.accessKeyId, key);
  world.credentials.set(credential.accessKeyId, credential);
  return key;
}
