/** A company, its bucket and the vendors that may read it. */
export interface Share {
  readonly company: Company;
  /** The first one's stack is `VendorStack` and its role `VendorAccessRole`; the others need a `name`. */
  readonly vendors: readonly Vendor[];
}

export interface Company {
  /**
   * What the vendor's files and profiles call the company, `[a-z0-9-]+`.
   * @default - the account id
   */
  readonly name?: string;
  /**
   * Whom the vendor asks, on the page for the vendor: one line of text. It changes no template.
   * @default - the page names nobody
   */
  readonly contact?: string;
  /** 12 digits, as a string, so that leading zeros survive. */
  readonly account: string;
  /** Where the bucket lives. */
  readonly region: string;
  /** 3–63 characters, globally unique. */
  readonly bucketName: string;
  /**
   * Whether the stack makes the bucket, or it is there already and the stack makes the role and its policy alone.
   * @default 'make'
   */
  readonly bucket?: 'make' | 'existing';
  /** Put into the bucket at deploy time; an empty list leaves the whole deployment out. */
  readonly seedObjects: readonly SeedObject[];
  /**
   * What becomes of the bucket and its data when the stack is deleted.
   * @default 'keep'
   */
  readonly whenStackIsDeleted?: 'keep' | 'delete-with-all-data';
  /**
   * A key of the company's that the objects are encrypted with: one that the stack makes, or the ARN of one that is there
   * already, in the company's account and region.
   * @default - S3's own keys, which nobody needs a permission for
   */
  readonly kmsKey?: 'make' | (string & {});
  /**
   * On every role that the app makes: the ARN of a managed policy of the company's, or that with its text.
   * @default - none
   */
  readonly permissionsBoundary?: string | PermissionsBoundary;
  /**
   * On everything that the app makes in the company's account and that can have tags.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * The company's bucket that S3 writes the shared bucket's access logs into. It must let S3 do so.
   * @default - no access logs
   */
  readonly accessLogs?: string;
  /**
   * The AWS organization that the account is in, `o-…`. It changes no template: the proof and the verifier decide with
   * it what conditions on the organization mean.
   * @default - not known
   */
  readonly organizationId?: string;
}

export interface PermissionsBoundary {
  readonly arn: string;
  /** Its policy document, as `aws iam get-policy-version` shows it: the proof then decides with it. */
  readonly document: object;
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
  /** The account whose people borrow the role, or several of one vendor. */
  readonly account: string | readonly string[];
  /**
   * The vendor's Identity Center, for a VendorStack. It comes with `assignees`.
   * @default - the vendor's half is the vendor's own, and the handoff has a template for it
   */
  readonly identityCenter?: IdentityCenter;
  /**
   * Who gets the permission set, in every account of the vendor. It comes with `identityCenter`.
   * @default - as for `identityCenter`
   */
  readonly assignees?: readonly Assignee[];
  /**
   * Another bucket than the company's `bucketName`, where `bucket` is `'existing'`.
   * @default - the company's `bucketName`
   */
  readonly bucketName?: string;
  /**
   * Only these parts of the bucket, each ending in `/`.
   * @default - the whole bucket
   */
  readonly prefixes?: readonly string[];
  /**
   * What else of the bucket may be read: where it is (`location`), old versions of objects (`versions`), tags of
   * objects (`tags`).
   * @default - nothing else
   */
  readonly alsoRead?: readonly AlsoRead[];
  /**
   * Whom in the vendor account the role's trust policy lets in: whomever the vendor's administrators let
   * (`account`), sessions of the permission set alone (`permission-set`), or the roles and users with these ARNs.
   * @default 'account'
   */
  readonly borrowers?: 'account' | 'permission-set' | readonly string[];
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

export type AlsoRead = 'location' | 'versions' | 'tags';

export interface IdentityCenter {
  /** `arn:aws:sso:::instance/ssoins-…`; an organization instance. */
  readonly instanceArn: string;
  /** `d-…` or a GUID; only `handoff` and `lookup` look at it. */
  readonly identityStoreId?: string;
  /** Identity Center's home region. */
  readonly region: string;
  /**
   * The account that runs Identity Center: the organization's management account or a delegated administrator.
   * @default - the vendor account; a vendor with several accounts says which
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
