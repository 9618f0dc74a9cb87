/** An IAM Identity Center: people, groups, permission sets and who has them where. Plain data, as all of the world. */
export interface IdentityCenterInstance {
  readonly instanceArn: string;
  readonly identityStoreId: string;
  /** Home region. */
  readonly region: string;
  readonly ownerAccount: string;
  readonly startUrl: string;
  /** By GUID, as the groups are. */
  readonly users: Map<string, Person>;
  readonly groups: Map<string, Group>;
  /** By ARN. */
  readonly permissionSets: Map<string, PermissionSet>;
  readonly assignments: Assignment[];
  /** SSO portal access tokens → user GUID and expiry. */
  readonly portalTokens: Map<string, { readonly userId: string; readonly expiresAt: Date }>;
  /** Role names of the permission sets that are provisioned now, by {@link provisionKey}. */
  readonly provisionedRoles: Map<string, string>;
  /** By id. */
  readonly requests: Map<string, AsynchronousRequest>;
}

export interface Principal {
  /** GUID. */
  readonly id: string;
  /** User name or group display name. */
  readonly name: string;
}

export interface Person extends Principal {
  /** What else is known: `DisplayName`, `Name`, `Emails`, as the identity store's API writes them. */
  readonly profile?: Readonly<Record<string, unknown>>;
}

export interface Group extends Principal {
  readonly memberIds: Set<string>;
  readonly description?: string;
}

export interface PermissionSet {
  readonly arn: string;
  readonly name: string;
  readonly createdAt: Date;
  description: string;
  /** ISO 8601. */
  sessionDuration: string;
  /** Where the console opens. */
  relayState?: string;
  inlinePolicy?: unknown;
  /** ARNs of AWS's own. */
  managedPolicies: string[];
  /** Found in each account by name and path. */
  customerManagedPolicies: PolicyReference[];
  /** The ARN of one of AWS's own, or a reference. */
  permissionsBoundary?: string | PolicyReference;
  tags: Record<string, string>;
}

export interface PolicyReference {
  readonly name: string;
  /** `/`, or `/path/`. */
  readonly path: string;
}

/** While one exists for a permission set and account, that account has the role `AWSReservedSSO_NAME_<16 hex>`. */
export interface Assignment {
  readonly permissionSetArn: string;
  readonly principalType: 'GROUP' | 'USER';
  readonly principalId: string;
  readonly targetAccount: string;
}

/** What became of work that AWS does after it has answered. */
export interface AsynchronousRequest {
  readonly kind: 'creation' | 'deletion' | 'provisioning';
  readonly createdAt: Date;
  /** As the API writes it: `{ TargetId: '222222222222', … }` */
  readonly about: Readonly<Record<string, string>>;
  /** Why it failed, in AWS's words. */
  readonly failure: string | undefined;
}

/** The key of {@link IdentityCenterInstance.provisionedRoles}. */
export const provisionKey = (permissionSetArn: string, account: string): string =>
  `${permissionSetArn} ${account}`;

/** An instance with nobody in it. */
export function newIdentityCenter(
  instance: Pick<
    IdentityCenterInstance,
    'instanceArn' | 'identityStoreId' | 'region' | 'ownerAccount' | 'startUrl'
  >,
): IdentityCenterInstance {
  return {
    ...instance,
    users: new Map(),
    groups: new Map(),
    permissionSets: new Map(),
    assignments: [],
    portalTokens: new Map(),
    provisionedRoles: new Map(),
    requests: new Map(),
  };
}

/** A permission set that allows nothing yet, for sessions of an hour. */
export function newPermissionSet(
  set: Pick<PermissionSet, 'arn' | 'name' | 'createdAt'> & Partial<PermissionSet>,
): PermissionSet {
  return {
    description: '',
    sessionDuration: 'PT1H',
    managedPolicies: [],
    customerManagedPolicies: [],
    tags: {},
    ...set,
  };
}
