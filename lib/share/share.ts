/** A company, its bucket and the vendors that may read it. */
export interface Share {
  readonly company: Company;
  /** The first one's stack is `VendorStack` and its role `VendorAccessRole`; the others need a `name`. */
  readonly vendors: readonly Vendor[];
}

export interface Company {
  /** 12 digits, as a string, so that leading zeros survive. */
  readonly account: string;
  /** Where the bucket lives. */
  readonly region: string;
  /** 3–63 characters, globally unique. */
  readonly bucketName: string;
  /** Put into the bucket at deploy time; an empty list leaves the whole deployment out. */
  readonly seedObjects: readonly SeedObject[];
  /**
   * What becomes of the bucket and its data when the stack is deleted.
   * @default 'keep'
   */
  readonly whenStackIsDeleted?: 'keep' | 'delete-with-all-data';
  /**
   * The AWS organization that the account is in, `o-…`. It changes no template: the proof and the verifier decide with
   * it what conditions on the organization mean.
   * @default - not known
   */
  readonly organizationId?: string;
}

export interface SeedObject {
  readonly key: string;
  readonly content: string;
}

export interface Vendor {
  /**
   * Prefix of this vendor's stack and role, PascalCase: `Acme` gives `AcmeVendorStack` and `AcmeAccessRole`.
   * @default - the first vendor has none: `VendorStack`, `VendorAccessRole`
   */
  readonly name?: string;
  /** The account whose users borrow the role; the assignments target it. */
  readonly account: string;
  readonly identityCenter: IdentityCenter;
  /** Who gets the permission set. */
  readonly assignees: readonly Assignee[];
  /**
   * Only these parts of the bucket, each ending in `/`.
   * @default - the whole bucket
   */
  readonly prefixes?: readonly string[];
  /**
   * Whom in the vendor account the role's trust policy lets in: whomever the vendor's administrators let
   * (`account`), or sessions of the permission set alone (`permission-set`).
   * @default 'account'
   */
  readonly borrowers?: 'account' | 'permission-set';
  /**
   * Must accompany AssumeRole. Switch Role in the console cannot send one.
   * @default - none required
   */
  readonly externalId?: string;
  /**
   * From this moment on, nothing is allowed any more: ISO 8601 in UTC, `2027-01-31T00:00:00Z`.
   * @default - no end
   */
  readonly until?: string;
  /** @default 'VendorAccessRole', or `<Name>AccessRole` */
  readonly roleName?: string;
  /** @default '/' */
  readonly rolePath?: string;
  /** @default 'VendorS3AccessPolicy', or `<Name>S3AccessPolicy` */
  readonly policyName?: string;
  /** @default 'AllowAssumeCompanyRole' */
  readonly permissionSetName?: string;
  /** @default - a sentence that names the role */
  readonly permissionSetDescription?: string;
  /**
   * How long a sign-in through the permission set lasts, ISO 8601, one to twelve hours.
   * The borrowed role's session is one hour at most all the same (role chaining).
   * @default 'PT1H'
   */
  readonly sessionDuration?: string;
}

export interface IdentityCenter {
  /** `arn:aws:sso:::instance/ssoins-…`; an organization instance. */
  readonly instanceArn: string;
  /** `d-…` or a GUID; only `handoff` and `lookup` look at it. */
  readonly identityStoreId?: string;
  /** Identity Center's home region. */
  readonly region: string;
  /**
   * The account that runs Identity Center: the organization's management account or a delegated administrator.
   * @default - the vendor account
   */
  readonly account?: string;
  /** Where the vendor's users sign in: `https://NAME.awsapps.com/start`. */
  readonly startUrl: string;
}

/** A pinned identity store GUID with its name beside it: a name can be re-pointed later, a GUID cannot. */
export interface Assignee {
  readonly type: 'GROUP' | 'USER';
  readonly id: string;
  readonly name: string;
}
