import type { Policy } from '../../iam/policy';
import type { AccessGrantEntry, SendingEntry } from './given-by-bucket';

/**
 * Everything that can give access, wherever it was read from: templates (`collect.ts`) or live accounts
 * (`verify --deployed`). Plain data; policy documents are JSON values as found, with every name spelt out, and are
 * parsed by the proof, which does not judge what it does not understand.
 */
export interface AccessInventory {
  readonly roles: readonly RoleEntry[];
  /** IAM users and groups: whoever holds their keys, or is put into them, has their policies. */
  readonly usersAndGroups: readonly UserOrGroupEntry[];
  readonly buckets: readonly BucketEntry[];
  readonly permissionSets: readonly PermissionSetEntry[];
  readonly assignments: readonly AssignmentEntry[];
  /** Policies on anything else: KMS keys, access points, Lambda functions, topics, queues, logs. */
  readonly resourcePolicies: readonly ResourcePolicyEntry[];
  /** What a deployment does beside that, and what it leaves; absent for live accounts, where it is done. */
  readonly deployment?: DeploymentEntry;
  /** What can give access and could not be read into this inventory. */
  readonly unjudged: readonly Unjudged[];
  /** What was left out knowingly, and why it does not weaken the result or how it does; one sentence each. */
  readonly notProved: readonly string[];
  /** Read from live accounts: the words say "deployed" then, and not "templates". */
  readonly live?: boolean;
}

/** Where a thing is written, so that a failure can point at it. */
export interface Origin {
  /** `CompanyStack`; for a live account, the account id. */
  readonly stack: string;
  /** For a live account, the resource's own name. */
  readonly logicalId: string;
  /** `CompanyStack/VendorAccessRole/Policy/Resource`; absent if the template has no path metadata. */
  readonly constructPath?: string;
  /** Read from a live account, not from a template. */
  readonly live?: boolean;
}

/** One policy document with the place it came from. */
export interface FoundPolicy {
  /** What a person calls it: `VendorS3AccessPolicy`, `trust policy of VendorAccessRole`. */
  readonly name: string;
  readonly document: unknown;
  readonly origin: Origin;
}

/** A policy that was read, with the place it came from. */
export interface LocatedPolicy extends Policy {
  readonly origin: Origin;
}

/** The policies of a role, user or group. */
export interface IdentityPolicies {
  /** Inline, and managed ones whose text is known. */
  readonly policies: readonly FoundPolicy[];
  /** ARNs of attached managed policies whose text is not known: AWS's own, and those made elsewhere. */
  readonly unknownPolicies: readonly string[];
  /** Policies whose text only a deployment tells, by what keeps it from being known. */
  readonly laterPolicies?: readonly LaterPolicy[];
  /** A permissions boundary: its text, or its ARN where the text is not known. */
  readonly boundary?: FoundPolicy | { readonly unknownPolicy: string; readonly why?: string };
}

export interface LaterPolicy {
  readonly name: string;
  /** A clause: `its PolicyDocument cannot be known: …`. */
  readonly why: string;
}

export interface RoleEntry extends IdentityPolicies {
  /** `arn:aws:iam::ACCOUNT:role/PATH/NAME` */
  readonly arn: string;
  readonly account: string;
  /** Without path. */
  readonly name: string;
  readonly trust: FoundPolicy;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly origin: Origin;
}

export interface UserOrGroupEntry extends IdentityPolicies {
  readonly kind: 'user' | 'group';
  readonly arn: string;
  readonly account: string;
  readonly name: string;
  readonly origin: Origin;
}

export interface BucketEntry {
  readonly name: string;
  /** Owner, 12 digits. */
  readonly account: string;
  readonly policy?: FoundPolicy;
  /** Absent if none is configured. */
  readonly publicAccessBlock?: {
    readonly blockPublicAcls: boolean;
    readonly ignorePublicAcls: boolean;
    readonly blockPublicPolicy: boolean;
    readonly restrictPublicBuckets: boolean;
  };
  /** `BucketOwnerEnforced`, `BucketOwnerPreferred`, `ObjectWriter`; absent if not configured. */
  readonly ownership?: string;
  /** A canned ACL other than `Private`, or a description of the grants; absent if there are none. */
  readonly acl?: string;
  /** `AES256`, `aws:kms`, `aws:kms:dsse`; absent if not configured, which is AES256. */
  readonly encryption?: string;
  /** ARN of the key, where one is named. */
  readonly encryptionKey?: string;
  /** Absent for a live account. */
  readonly region?: string;
  /** How it may take objects away from those who may read them; one clause each: `its lifecycle deletes objects`. */
  readonly hides?: readonly string[];
  /** What it gives to others by itself, beside every policy. Live only: in templates, such a property is not decided. */
  readonly sends?: readonly SendingEntry[];
  readonly accessGrants?: readonly AccessGrantEntry[];
  /** AWS's own sentence, where the policy denies everything to the administrator who reads it. Live only. */
  readonly locked?: string;
  /** What becomes of it with its stack, or when another takes its place. Absent for a live account. */
  readonly whenDeleted?: Fate;
  readonly whenReplaced?: Fate;
  readonly origin: Origin;
}

export type Fate = 'kept' | 'deleted';

export interface DeploymentEntry {
  readonly stays: readonly StayingEntry[];
  readonly copies: readonly CopyEntry[];
  readonly emptied: readonly EmptiedEntry[];
  readonly deposits: readonly DepositEntry[];
}

/** Something that gives access and outlives its stack. */
export interface StayingEntry {
  readonly type: string;
  readonly logicalId: string;
  readonly attribute: 'DeletionPolicy' | 'UpdateReplacePolicy';
  /** `Retain` */
  readonly value: string;
  readonly origin: Origin;
}

/** Objects that a function of CDK's copies into a bucket. */
export interface CopyEntry {
  /** The bucket's name. */
  readonly into: string;
  /** What is put there, with everything known about it. */
  readonly objects: readonly CopiedObject[];
  /** Buckets that it copies from and that do not hold what was synthesized. */
  readonly fromElsewhere: readonly string[];
  /** Objects of others are deleted: at once, when it is gone. */
  readonly deletesOthers: readonly ('at once' | 'when it is taken out')[];
  /** `aws:kms` */
  readonly encryption?: string;
  /** Whatever else keeps the objects from being known or read; one clause each. */
  readonly doubts: readonly string[];
  readonly origin: Origin;
}

export interface CopiedObject {
  readonly key: string;
  readonly content: Uint8Array;
}

/** A bucket of which all objects are deleted with its stack. */
export interface EmptiedEntry {
  readonly bucketName: string;
  readonly origin: Origin;
}

/** What AWS will put into a bucket. */
export interface DepositEntry {
  /** In a sentence: `the access logs of the bucket company-data`. */
  readonly what: string;
  readonly into: string;
  readonly origin: Origin;
}

export interface PermissionSetEntry {
  /** A real ARN, or any text that is the same in this set's assignments. */
  readonly arn: string;
  readonly name: string;
  readonly instanceArn: string;
  /** The account that runs Identity Center, 12 digits. */
  readonly account: string;
  /** ISO 8601; absent means Identity Center's default of one hour. */
  readonly sessionDuration?: string;
  readonly inlinePolicy?: FoundPolicy;
  /** Anything else that it carries: `managed policy arn:…`, `customer managed policy NAME`, `boundary …`. */
  readonly alsoCarries: readonly string[];
  /** Accounts in which it is in force as it was before its last change. Live only; `alsoCarries` says it, too. */
  readonly olderIn?: readonly string[];
  readonly origin: Origin;
}

export interface AssignmentEntry {
  readonly permissionSetArn: string;
  readonly instanceArn: string;
  /** The account that runs Identity Center. */
  readonly account: string;
  /** `GROUP` or `USER`. */
  readonly principalType: string;
  /** An identity store GUID. */
  readonly principalId: string;
  readonly targetAccount: string;
  readonly origin: Origin;
}

export interface ResourcePolicyEntry {
  /** In a sentence: `KMS key Key`, `access point Vendor`, `Lambda function Copier`, `topic Alarms`. */
  readonly resource: string;
  /** The resource's own ARN (of a generated name: an example of it). */
  readonly arn: string;
  /** Owner, 12 digits. */
  readonly account: string;
  readonly policy: FoundPolicy;
  /** Of a key: what becomes of it with its stack, or when another takes its place. Absent for a live account. */
  readonly whenDeleted?: Fate;
  readonly whenReplaced?: Fate;
  /** Of a key: what keeps S3 from using it; one clause each. */
  readonly unusable?: readonly string[];
}

/** Something that the proof cannot judge, by name. */
export interface Unjudged {
  /** One sentence: what was found and why it cannot be judged, with the next step. */
  readonly what: string;
  readonly origin?: Origin;
  /** A policy that could not be read: it may give more, or deny what the others give. */
  readonly unreadPolicy?: boolean;
}
