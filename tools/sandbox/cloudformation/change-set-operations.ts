import { AwsError } from '../core/service';
import { type Action, type Call, rejectNoRollback, requireUpdatable } from './operation';
import { newChangeSet, requestedDeployment } from './deployment/change-sets';
import { deploy } from './deployment/deploy';
import { describeChangeSet, describeChangeSetSummary } from './stacks/describe';
import { type QueryInput, validationError } from '../wire/query-protocol';
import type { Site } from './deployment/site';
import type { ChangeSet, Stack } from './stacks/stack';
import { StackLog } from './stacks/stack-log';
import type { Stacks } from './stacks/stacks';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets.html */
export const changeSetActions: Readonly<Record<string, Action>> = {
  async CreateChangeSet({ input, stacks, site }) {
    const existing = stacks.find(input.requiredText('StackName'));
    checkType(input, existing);
    const deployment = await requestedDeployment(input, existing, site);
    const stack = existing ?? stackInReview(input, stacks, site);
    const changeSet = await newChangeSet(stack, deployment, input, site);
    if (stack.changeSets.has(changeSet.name)) {
      throw new AwsError('AlreadyExistsException', `ChangeSet ${changeSet.name} already exists`);
    }
    stack.changeSets.set(changeSet.name, changeSet);
    return { Id: changeSet.id, StackId: stack.id };
  },

  DescribeChangeSet(call) {
    const { stack, changeSet } = namedChangeSet(call);
    return describeChangeSet(stack, changeSet, call.input.flag('IncludePropertyValues'));
  },

  ListChangeSets({ input, stacks }) {
    const stack = stacks.get(input.requiredText('StackName'));
    return {
      Summaries: [...stack.changeSets.values()].map((changeSet) =>
        describeChangeSetSummary(stack, changeSet),
      ),
    };
  },

  async ExecuteChangeSet(call) {
    const { input, site } = call;
    rejectNoRollback(input);
    const { stack, changeSet } = namedChangeSet(call);
    if (changeSet.executionStatus !== 'AVAILABLE') {
      throw new AwsError(
        'InvalidChangeSetStatus',
        `ChangeSet [${changeSet.id}] cannot be executed in its current execution status of [${changeSet.executionStatus}]`,
      );
    }
    changeSet.executionStatus = 'EXECUTE_IN_PROGRESS';
    await deploy(stack, changeSet.deployment, site, input.text('ClientRequestToken'));
    changeSet.executionStatus =
      stack.deployed === changeSet.deployment ? 'EXECUTE_COMPLETE' : 'EXECUTE_FAILED';
    // Made for a state of the stack that is no more.
    stack.changeSets.clear();
    stack.changeSets.set(changeSet.name, changeSet);
    return {};
  },

  /** Deleting one that is not there is fine; the CDK CLI does so before each deployment. */
  DeleteChangeSet({ input, stacks }) {
    const stackName = input.text('StackName');
    if (stackName !== undefined) stacks.get(stackName);
    const found = stacks.findChangeSet(input.requiredText('ChangeSetName'), stackName);
    found?.stack.changeSets.delete(found.changeSet.name);
    return {};
  },
};

function checkType(input: QueryInput, existing: Stack | undefined): void {
  const name = input.requiredText('StackName');
  const type = input.text('ChangeSetType') ?? 'UPDATE';
  if (type === 'CREATE') {
    if (existing === undefined || existing.status === 'REVIEW_IN_PROGRESS') return;
    throw validationError(
      `Stack [${name}] already exists and cannot be created again with the changeSet [${input.requiredText('ChangeSetName')}].`,
    );
  }
  if (type !== 'UPDATE') throw validationError(`ChangeSetType ${type}: not supported by the sandbox`);
  if (existing === undefined) throw validationError(`Stack [${name}] does not exist`);
  requireUpdatable(existing);
}

function stackInReview(input: QueryInput, stacks: Stacks, site: Site): Stack {
  const name = input.requiredText('StackName');
  if (!/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) {
    throw validationError(
      `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
    );
  }
  const stack = stacks.add(name, site.world.now());
  new StackLog(stack, site.world.now).stackStatus('REVIEW_IN_PROGRESS', 'User Initiated');
  return stack;
}

function namedChangeSet({ input, stacks }: Call): { stack: Stack; changeSet: ChangeSet } {
  const name = input.requiredText('ChangeSetName');
  const stackName = input.text('StackName');
  if (stackName !== undefined) stacks.get(stackName);
  const found = stacks.findChangeSet(name, stackName);
  if (found === undefined) throw new AwsError('ChangeSetNotFound', `ChangeSet [${name}] does not exist`, 404);
  return found;
}
