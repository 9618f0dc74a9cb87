import type { JsonObject } from '../../core/json';
import type { RetentionPolicy, Template } from '../template/template';

/** One stack of one account and region. A deleted one stays, to be found by its id alone. */
export interface Stack {
  /** `arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/UUID` */
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  createdAt: Date;
  updatedAt?: Date;
  deletedAt?: Date;
  status: StackStatus;
  statusReason?: string;
  /** What is deployed; undefined while the first change set is in review. */
  deployed?: Deployment;
  resources: Map<string, StackResource>;
  outputs: StackOutput[];
  terminationProtection: boolean;
  /** Of a stack that the sandbox itself has made: why it is neither updated nor deleted. */
  fixed?: string;
  /** Oldest first. */
  readonly events: StackEvent[];
  readonly changeSets: Map<string, ChangeSet>;
}

/** A template with the values that it was (or is to be) deployed with. */
export interface Deployment {
  readonly template: Template;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  readonly roleArn?: string;
  /** Logical ids of what is in the account already, and comes into the stack instead of being created. */
  readonly imports: ReadonlySet<string>;
  /** Compared with what is in the account, and not with what was deployed last. */
  readonly revertsDrift: boolean;
}

export interface ParameterValue {
  /** As given: for an SSM parameter type, its name. */
  readonly value: string;
  /** Of an SSM parameter type: what the parameter holds. */
  readonly resolvedValue?: string;
  readonly noEcho: boolean;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html#cfn-console-view-stack-data-resources-status-codes */
export type StackStatus =
  | 'REVIEW_IN_PROGRESS'
  | 'CREATE_IN_PROGRESS'
  | 'CREATE_COMPLETE'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_COMPLETE'
  | 'ROLLBACK_FAILED'
  | 'UPDATE_IN_PROGRESS'
  | 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'
  | 'UPDATE_COMPLETE'
  | 'UPDATE_ROLLBACK_IN_PROGRESS'
  | 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS'
  | 'UPDATE_ROLLBACK_COMPLETE'
  | 'UPDATE_ROLLBACK_FAILED'
  | 'DELETE_IN_PROGRESS'
  | 'DELETE_COMPLETE'
  | 'DELETE_FAILED';

export type ResourceStatus =
  | `${'CREATE' | 'UPDATE' | 'DELETE' | 'IMPORT' | 'IMPORT_ROLLBACK'}_${'IN_PROGRESS' | 'COMPLETE' | 'FAILED'}`
  | 'DELETE_SKIPPED';

/** A resource as it is deployed, with every property resolved. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly properties: JsonObject;
  /** What Fn::GetAtt yields. */
  readonly attributes: JsonObject;
  readonly deletionPolicy: RetentionPolicy;
  readonly updateReplacePolicy: RetentionPolicy;
  readonly metadata?: JsonObject;
  /** Logical ids that it refers to or names in DependsOn. */
  readonly dependsOn: readonly string[];
  status: ResourceStatus;
  statusReason?: string;
  changedAt: Date;
}

export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  readonly exportName?: string;
}

export interface StackEvent {
  readonly id: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly timestamp: Date;
  readonly status: StackStatus | ResourceStatus;
  readonly reason?: string;
  readonly properties?: JsonObject;
  readonly clientRequestToken?: string;
  /** A deployment and the rollback that follows it are two operations. */
  readonly operationId: string;
}

export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly createdAt: Date;
  readonly type: 'CREATE' | 'UPDATE';
  readonly deployment: Deployment;
  readonly importsExisting: boolean;
  readonly changes: readonly ResourceChange[];
  readonly status: 'CREATE_COMPLETE' | 'FAILED';
  readonly statusReason?: string;
  /** Names that are taken, for which early validation has failed it. */
  readonly conflicts: readonly NameConflict[];
  executionStatus:
    | 'AVAILABLE'
    | 'UNAVAILABLE'
    | 'EXECUTE_IN_PROGRESS'
    | 'EXECUTE_COMPLETE'
    | 'EXECUTE_FAILED';
}

export interface NameConflict {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  /** In CloudFormation's words. */
  readonly reason: string;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html */
export interface ResourceChange {
  readonly action: 'Add' | 'Import' | 'Modify' | 'Remove';
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId?: string;
  readonly replacement?: 'True' | 'False' | 'Conditional';
  readonly policyAction?: 'Delete' | 'Retain' | 'ReplaceAndDelete' | 'ReplaceAndRetain';
  readonly details: readonly PropertyChange[];
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

export interface PropertyChange {
  readonly attribute: 'Properties' | 'Metadata' | 'DeletionPolicy' | 'UpdateReplacePolicy';
  /** Of a property. */
  readonly name?: string;
  readonly recreation: 'Never' | 'Conditionally' | 'Always';
  /** `Dynamic`: the new value is known only after other resources have changed. */
  readonly evaluation: 'Static' | 'Dynamic';
  readonly before?: string;
  readonly after?: string;
}
