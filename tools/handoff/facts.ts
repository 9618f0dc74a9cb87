import type { PolicyDocument } from '../../lib/policy-documents';
import type { AlsoRead } from '../../lib/share/share';
import type { ProfileNames } from './aws-config';
import type { GrantFile } from './grant-file';
import type { End } from '../until';
import type { Borrower, VendorHalfTemplate } from './vendor-half';
import type { VendorKind } from '../../lib/share/vendor-kind';

export type Commands = readonly [signIn: string, list: string, copy: string];

/** Everything that a vendor has to be told. */
export interface HandoffFacts {
  readonly vendor: string;
  /** When the page was written, ISO 8601, and where: its day is that of the time zone. */
  readonly issuedAt: { readonly at: string; readonly timeZone: string };
  readonly kind: VendorKind;
  /** What the vendor's files and profiles are called. */
  readonly fileName: string;
  readonly vendorAccounts: readonly string[];
  /** Where the vendor's users sign in; absent where only the vendor knows. */
  readonly startUrl?: string;
  /** Whom at the company the vendor asks. */
  readonly contact?: string;
  /** What the company is called in files; absent: by its account. */
  readonly companyName?: string;
  readonly companyAccount: string;
  readonly roleArn: string;
  readonly bucket: string;
  readonly region: string;
  /** Both accounts must have enabled the region. */
  readonly isOptInRegion: boolean;
  /** The bucket was there before the share, and has a policy of its own. */
  readonly bucketIsThere: boolean;
  /** Empty: the whole bucket. */
  readonly prefixes: readonly string[];
  readonly alsoRead: readonly AlsoRead[];
  /** The objects are encrypted with a key of the company's. */
  readonly isEncryptedWithKey: boolean;
  /** ISO 8601; absent: no end. */
  readonly until?: string;
  /** `until`, for people. */
  readonly end?: End;
  readonly externalId?: string;
  /** The roles and users that the company trusts by ARN; empty: whomever the vendor lets. */
  readonly borrowers: readonly Borrower[];
  readonly roleSessionName: string;
  readonly profiles: ProfileNames;
  /** `~/.aws/config`, ready to paste. */
  readonly config: string;
  /** The object that the third command copies; absent if none is known beforehand. */
  readonly sampleKey?: string;
  /** Sign in (or see that the role can be borrowed, where nobody signs in), list, copy: one shell line each. */
  readonly commands: Commands;
  /** The same for PowerShell, which quotes in another way. */
  readonly commandsInPowerShell: Commands;
  /** Absent when an ExternalId is required: the console cannot send one. */
  readonly consoleLinks?: { readonly switchRole: string; readonly bucket: readonly string[] };
  readonly admin: AdminTask;
  /** For a vendor who has this project. */
  readonly grant: GrantFile;
}

/** What the vendor's administrator sets up. */
export interface AdminTask {
  /** Where Identity Center is run; absent where only the vendor knows. */
  readonly place?: { readonly account: string; readonly region: string; readonly stackName: string };
  readonly permissionSetName: string;
  readonly permissionSetDescription: string;
  readonly sessionDuration: string;
  readonly inlinePolicy: PolicyDocument;
  readonly assignees: readonly {
    readonly type: 'GROUP' | 'USER';
    readonly name: string;
    readonly id: string;
  }[];
  /** Without this project; absent where VendorStack does it, and where there may be nothing to do. */
  readonly template?: VendorHalfTemplate;
}
