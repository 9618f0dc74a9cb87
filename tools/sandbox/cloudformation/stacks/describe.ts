import type { JsonObject } from '../../core/json';
import type { QueryResult } from '../../wire/query-response';
import type { ChangeSet, Deployment, ResourceChange, Stack, StackEvent, StackResource } from './stack';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Stack.html */
export function describeStack(stack: Stack): QueryResult {
  const { deployed } = stack;
  return {
    StackId: stack.id,
    StackName: stack.name,
    Description: deployed?.template.description,
    ...describeLife(stack),
    RoleARN: deployed?.roleArn,
    DisableRollback: false,
    EnableTerminationProtection: stack.terminationProtection,
    NotificationARNs: [...(deployed?.notificationArns ?? [])],
    Capabilities: [...(deployed?.capabilities ?? [])],
    Parameters: deployed === undefined ? [] : describeParameters(deployed),
    Outputs: stack.outputs.map(({ key, value, description, exportName }) => ({
      OutputKey: key,
      OutputValue: value,
      Description: description,
      ExportName: exportName,
    })),
    Tags: deployed === undefined ? [] : describeTags(deployed),
    DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSummary.html */
export function describeStackSummary(stack: Stack): QueryResult {
  return {
    StackId: stack.id,
    StackName: stack.name,
    TemplateDescription: stack.deployed?.template.description,
    ...describeLife(stack),
    DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
  };
}

/** What both descriptions of a stack say about its life. */
function describeLife(stack: Stack): QueryResult {
  return {
    CreationTime: time(stack.createdAt),
    LastUpdatedTime: time(stack.updatedAt),
    DeletionTime: time(stack.deletedAt),
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackResource.html */
export function describeResource(stack: Stack, resource: StackResource): QueryResult {
  return {
    StackId: stack.id,
    StackName: stack.name,
    ...describeResourceSummary(resource),
    LastUpdatedTimestamp: undefined,
    Timestamp: time(resource.changedAt),
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackResourceDetail.html */
export function describeResourceDetail(stack: Stack, resource: StackResource): QueryResult {
  return {
    StackId: stack.id,
    StackName: stack.name,
    ...describeResourceSummary(resource),
    Metadata: jsonText(resource.metadata),
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackResourceSummary.html */
export function describeResourceSummary(resource: StackResource): QueryResult {
  return {
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    LastUpdatedTimestamp: time(resource.changedAt),
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.statusReason,
    DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackEvent.html */
export function describeEvent(stack: Stack, event: StackEvent): QueryResult {
  return {
    StackId: stack.id,
    EventId: event.id,
    StackName: stack.name,
    OperationId: event.operationId,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: time(event.timestamp),
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ResourceProperties: jsonText(event.properties),
    ClientRequestToken: event.clientRequestToken,
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html */
export function describeChangeSet(
  stack: Stack,
  changeSet: ChangeSet,
  includePropertyValues: boolean,
): QueryResult {
  const { deployment } = changeSet;
  return {
    ...describeChangeSetSummary(stack, changeSet),
    Parameters: describeParameters(deployment),
    NotificationARNs: [...deployment.notificationArns],
    Capabilities: [...deployment.capabilities],
    Tags: describeTags(deployment),
    Changes: changeSet.changes.map((change) => ({
      Type: 'Resource',
      ResourceChange: describeChange(change, includePropertyValues),
    })),
    DeploymentConfig: { Mode: 'STANDARD' },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ChangeSetSummary.html */
export function describeChangeSetSummary(stack: Stack, changeSet: ChangeSet): QueryResult {
  return {
    StackId: stack.id,
    StackName: stack.name,
    ChangeSetId: changeSet.id,
    ChangeSetName: changeSet.name,
    Description: changeSet.description,
    CreationTime: time(changeSet.createdAt),
    Status: changeSet.status,
    StatusReason: changeSet.statusReason,
    ExecutionStatus: changeSet.executionStatus,
    IncludeNestedStacks: false,
    ImportExistingResources: changeSet.importsExisting,
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_OperationEvent.html */
export function describeConflicts(stack: Stack, { id, createdAt, conflicts }: ChangeSet): QueryResult[] {
  return conflicts.map(({ logicalId, type, physicalId, reason }, index) => ({
    EventId: `${id.slice(-36)}-${index + 1}`,
    StackId: stack.id,
    OperationId: id,
    OperationType: 'CREATE_CHANGESET',
    EventType: 'VALIDATION_ERROR',
    LogicalResourceId: logicalId,
    PhysicalResourceId: physicalId,
    ResourceType: type,
    Timestamp: time(createdAt),
    ValidationFailureMode: 'FAIL',
    ValidationName: 'NAME_CONFLICT_VALIDATION',
    ValidationStatus: 'FAILED',
    ValidationStatusReason: reason,
    ValidationPath: `/Resources/${logicalId}`,
  }));
}

function describeChange(change: ResourceChange, includePropertyValues: boolean): QueryResult {
  const { action, details } = change;
  return {
    Action: action,
    LogicalResourceId: change.logicalId,
    PhysicalResourceId: change.physicalId,
    ResourceType: change.type,
    Replacement: change.replacement,
    PolicyAction: change.policyAction,
    Scope: [...new Set(details.map(({ attribute }) => attribute))],
    Details: details.map((detail) => ({
      Target: {
        Attribute: detail.attribute,
        Name: detail.name,
        RequiresRecreation: detail.recreation,
        ...(includePropertyValues
          ? {
              Path:
                detail.name === undefined ? `/${detail.attribute}` : `/${detail.attribute}/${detail.name}`,
              BeforeValue: detail.before,
              AfterValue: detail.after,
              AttributeChangeType: changeType(detail.before, detail.after),
            }
          : {}),
      },
      Evaluation: detail.evaluation,
      ChangeSource: detail.evaluation === 'Dynamic' ? 'ResourceReference' : 'DirectModification',
    })),
    ...(includePropertyValues
      ? {
          BeforeContext: jsonText(change.before),
          AfterContext: jsonText(change.after),
        }
      : {}),
  };
}

function changeType(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return 'Add';
  return after === undefined ? 'Remove' : 'Modify';
}

function describeParameters({ parameters }: Deployment): QueryResult[] {
  return [...parameters].map(([key, { value, resolvedValue, noEcho }]) => ({
    ParameterKey: key,
    ParameterValue: noEcho ? '****' : value,
    ResolvedValue: resolvedValue,
  }));
}

function describeTags({ tags }: Deployment): QueryResult[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** With milliseconds: the CDK CLI puts events in order by them. */
function time(date: Date | undefined): string | undefined {
  return date?.toISOString();
}

const jsonText = (value: JsonObject | undefined): string | undefined => value && JSON.stringify(value);
