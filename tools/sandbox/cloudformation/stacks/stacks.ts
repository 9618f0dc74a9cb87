import { randomUUID } from 'node:crypto';
import { AwsError } from '../../core/service';
import type { ChangeSet, Stack } from './stack';

/** The stacks of one account and region. */
export class Stacks {
  private readonly stacks: Stack[] = [];

  constructor(
    readonly account: string,
    readonly region: string,
  ) {}

  get all(): readonly Stack[] {
    return this.stacks;
  }

  /** By name, or by id: a deleted stack has only its id left. */
  find(nameOrId: string): Stack | undefined {
    return this.stacks.find(
      (stack) => stack.id === nameOrId || (stack.name === nameOrId && stack.status !== 'DELETE_COMPLETE'),
    );
  }

  /** @throws AwsError ValidationError, in the words that clients look for */
  get(nameOrId: string): Stack {
    const stack = this.find(nameOrId);
    if (stack === undefined)
      throw new AwsError('ValidationError', `Stack with id ${nameOrId} does not exist`);
    return stack;
  }

  add(name: string, createdAt: Date): Stack {
    const stack: Stack = {
      id: `arn:aws:cloudformation:${this.region}:${this.account}:stack/${name}/${randomUUID()}`,
      name,
      account: this.account,
      region: this.region,
      createdAt,
      status: 'REVIEW_IN_PROGRESS',
      resources: new Map(),
      outputs: [],
      terminationProtection: false,
      events: [],
      changeSets: new Map(),
    };
    this.stacks.push(stack);
    return stack;
  }

  /** By name with its stack, or by ARN alone. */
  findChangeSet(
    nameOrId: string,
    stackName: string | undefined,
  ): { stack: Stack; changeSet: ChangeSet } | undefined {
    const stacks =
      stackName === undefined ? this.stacks : [this.find(stackName)].filter((found) => found !== undefined);
    for (const stack of stacks) {
      for (const changeSet of stack.changeSets.values()) {
        const named = stackName !== undefined && changeSet.name === nameOrId;
        if (changeSet.id === nameOrId || named) return { stack, changeSet };
      }
    }
    return undefined;
  }

  exportedValue(exportName: string): string | undefined {
    return this.stacks
      .filter((stack) => stack.status !== 'DELETE_COMPLETE')
      .flatMap((stack) => stack.outputs)
      .find((output) => output.exportName === exportName)?.value;
  }
}
