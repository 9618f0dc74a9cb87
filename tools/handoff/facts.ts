import type { PolicyDocument } from '../../lib/policy-documents';
import type { ProfileNames } from './aws-config';

/** Everything that a vendor has to be told. */
export interface HandoffFacts {
  readonly vendor: string;
  readonly vendorAccounts: readonly string[];
  /** Where the vendor's users sign in; absent where only the vendor knows. */
  readonly startUrl?: string;
  readonly companyAccount: string;
  readonly roleArn: string;
  readonly bucket: string;
  readonly region: string;
  /** Empty: the whole bucket. */
  readonly prefixes: readonly string[];
  /** ISO 8601; absent: no end. */
  readonly until?: string;
  readonly externalId?: string;
  readonly roleSessionName: string;
  readonly profiles: ProfileNames;
  /** `~/.aws/config`, ready to paste. */
  readonly config: string;
  /** The object that the third command copies; absent if none is known beforehand. */
  readonly sampleKey?: string;
  /** Sign in, list, copy: one shell line each. */
  readonly commands: readonly [signIn: string, list: string, copy: string];
  /** Absent when an ExternalId is required: the console cannot send one. */
  readonly consoleLinks?: { readonly switchRole: string; readonly bucket: readonly string[] };
  readonly admin: AdminTask;
}

/** What the vendor's administrator sets up. */
export interface AdminTask {
  /** Where Identity Center is run; absent where only the vendor knows. */
  readonly place?: { readonly account: string; readonly region: string; readonly stackName: string };
  readonly permissionSetName: string;
  readonly sessionDuration: string;
  readonly inlinePolicy: PolicyDocument;
  readonly assignees: readonly {
    readonly type: 'GROUP' | 'USER';
    readonly name: string;
    readonly id: string;
  }[];
}
