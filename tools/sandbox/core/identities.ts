import { secretKey, uniqueId } from './unique-id';

export interface User extends PolicyHolder {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  /** `AIDA…`, 21 characters. */
  readonly id: string;
  readonly createdAt: Date;
  /** By id, the inactive ones too; those that sign requests are in the world's credentials. */
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
export function addAccessKey(
  user: User,
  account: string,
  world: { readonly now: () => Date; readonly credentials: Map<string, Credential> },
): AccessKey {
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
