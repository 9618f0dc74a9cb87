import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../core/json';
import type { ResourceStatus, Stack, StackStatus } from './stack';

/** Moves a stack and its resources from status to status, and writes an event each time. */
export class StackLog {
  private operationId = randomUUID();

  constructor(
    private readonly stack: Stack,
    private readonly now: () => Date,
    private readonly clientRequestToken?: string,
  ) {}

  /** A rollback is an operation of its own: the CDK CLI tells it from the deployment by its id. */
  startOperation(): void {
    this.operationId = randomUUID();
  }

  stackStatus(status: StackStatus, reason?: string): Date {
    const { stack } = this;
    stack.status = status;
    if (reason === undefined) delete stack.statusReason;
    else stack.statusReason = reason;
    return this.write({
      logicalId: stack.name,
      physicalId: stack.id,
      type: 'AWS::CloudFormation::Stack',
      status,
      ...(reason === undefined ? {} : { reason }),
    });
  }

  resourceStatus(
    resource: { readonly logicalId: string; readonly type: string; readonly physicalId?: string },
    status: ResourceStatus,
    details: { readonly reason?: string; readonly properties?: JsonObject } = {},
  ): Date {
    const { logicalId, type, physicalId = '' } = resource;
    const timestamp = this.write({ logicalId, type, physicalId, status, ...details });
    const current = this.stack.resources.get(logicalId);
    if (current !== undefined && current.physicalId === physicalId) {
      current.status = status;
      current.changedAt = timestamp;
      if (details.reason === undefined) delete current.statusReason;
      else current.statusReason = details.reason;
    }
    return timestamp;
  }

  private write(event: {
    readonly logicalId: string;
    readonly physicalId: string;
    readonly type: string;
    readonly status: StackStatus | ResourceStatus;
    readonly reason?: string;
    readonly properties?: JsonObject;
  }): Date {
    const timestamp = this.nextTime();
    const isStack = event.physicalId === this.stack.id;
    this.stack.events.push({
      ...event,
      id: isStack ? randomUUID() : `${event.logicalId}-${event.status}-${timestamp.toISOString()}`,
      timestamp,
      operationId: this.operationId,
      ...(this.clientRequestToken === undefined ? {} : { clientRequestToken: this.clientRequestToken }),
    });
    return timestamp;
  }

  /** Clients sort events by time, in milliseconds: no two events of a stack may have the same. */
  private nextTime(): Date {
    const last = this.stack.events.at(-1)?.timestamp.getTime() ?? 0;
    return new Date(Math.max(this.now().getTime(), last + 1));
  }
}
