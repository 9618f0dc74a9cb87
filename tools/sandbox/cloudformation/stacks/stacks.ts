import { randomUUID } from 'node:crypto';
import type { ChangeSet, Stack } from './stack';
import { validationError } from '../../wire/query-protocol';

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

  /** Those that are not deleted. */
  get live(): readonly Stack[] {
    return this.stacks.filter(({ status }) => status !== 'DELETE_COMPLETE');
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
    if (stack === undefined) throw validationError(`Stack with id ${nameOrId} does not exist`);
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
    const outputs = this.live.flatMap((stack) => stack.outputs);
    return outputs.find((output) => output.exportName === exportName)?.value;
  }
}
