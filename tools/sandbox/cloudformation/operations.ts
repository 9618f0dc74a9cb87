import { AwsError } from '../core/service';
import { type Action, type Call, requireOwn, requireUpdatable } from './operation';
import { changeSetActions } from './change-set-operations';
import { deploy } from './deployment/deploy';
import {
  describeConflicts,
  describeEvent,
  describeResource,
  describeResourceDetail,
  describeResourceSummary,
  describeStack,
  describeStackSummary,
} from './stacks/describe';
import { differsOtherwise, requestedDeployment } from './deployment/change-sets';
import { plannedChanges } from './deployment/changes';
import { deleteStack } from './deployment/remove';
import type { Stack } from './stacks/stack';
import type { Stacks } from './stacks/stacks';
import { parseTemplate } from './template/template';
import { templateBody } from './template/template-source';
import { validationError } from '../wire/query-protocol';

/** Every operation that is answered; the others are rejected by name. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  ...changeSetActions,

  DescribeStacks({ input, stacks }) {
    const name = input.text('StackName');
    const found = name === undefined ? stacks.live : [stacks.get(name)];
    return { Stacks: found.map(describeStack) };
  },

  ListStacks({ input, stacks }) {
    const statuses = input.texts('StackStatusFilter');
    const found = stacks.all.filter(({ status }) => statuses.length === 0 || statuses.includes(status));
    return { StackSummaries: found.map(describeStackSummary) };
  },

  ListExports({ stacks }) {
    const found = stacks.live.flatMap((stack) =>
      stack.outputs.flatMap(({ exportName, value }) =>
        exportName === undefined ? [] : [{ ExportingStackId: stack.id, Name: exportName, Value: value }],
      ),
    );
    return { Exports: found };
  },

  DescribeStackEvents(call) {
    const stack = eventfulStack(call);
    return { StackEvents: stack.events.toReversed().map((event) => describeEvent(stack, event)) };
  },

  /** The failed events of a change set that failed early validation: what the CLI asks for. */
  DescribeEvents(call) {
    const stack = eventfulStack(call);
    const { input, stacks } = call;
    const changeSetName = input.text('ChangeSetName');
    const found = changeSetName && stacks.findChangeSet(changeSetName, stack.name);
    return { OperationEvents: found ? describeConflicts(stack, found.changeSet) : [] };
  },

  DescribeStackResources({ input, stacks }) {
    const physicalId = input.text('PhysicalResourceId');
    const stack =
      physicalId === undefined ? stacks.get(input.requiredText('StackName')) : stackWith(physicalId, stacks);
    const logicalId = input.text('LogicalResourceId');
    const found = [...stack.resources.values()].filter(
      (resource) => logicalId === undefined || resource.logicalId === logicalId,
    );
    return { StackResources: found.map((resource) => describeResource(stack, resource)) };
  },

  DescribeStackResource({ input, stacks }) {
    const stack = stacks.get(input.requiredText('StackName'));
    const logicalId = input.requiredText('LogicalResourceId');
    const resource = stack.resources.get(logicalId);
    if (resource === undefined) {
      throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`);
    }
    return { StackResourceDetail: describeResourceDetail(stack, resource) };
  },

  ListStackResources({ input, stacks }) {
    const stack = stacks.get(input.requiredText('StackName'));
    return { StackResourceSummaries: [...stack.resources.values()].map(describeResourceSummary) };
  },

  GetTemplate({ input, stacks }) {
    const stack = stacks.get(input.requiredText('StackName'));
    return { TemplateBody: stack.deployed?.template.body ?? '', StagesAvailable: ['Original', 'Processed'] };
  },

  async GetTemplateSummary({ input, stacks, site }) {
    const name = input.text('StackName');
    const stack = name === undefined ? undefined : stacks.get(name);
    const template =
      stack?.deployed?.template ?? parseTemplate(await templateBody(input, undefined, site.objects));
    return {
      Description: template.description,
      Parameters: [...template.parameters].map(([key, { type, noEcho, default: fallback, description }]) => ({
        ParameterKey: key,
        ParameterType: type,
        DefaultValue: fallback,
        NoEcho: noEcho,
        Description: description,
      })),
      ResourceTypes: [...new Set([...template.resources.values()].map(({ type }) => type))],
    };
  },

  async CreateStack({ input, stacks, site }) {
    const name = input.requiredText('StackName');
    if (stacks.find(name) !== undefined)
      throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);
    const deployment = await requestedDeployment(input, undefined, site);
    const stack = stacks.add(name, site.world.now());
    stack.terminationProtection = input.flag('EnableTerminationProtection');
    await deploy(stack, deployment, site, input.text('ClientRequestToken'));
    return { StackId: stack.id };
  },

  async UpdateStack({ input, stacks, site }) {
    const stack = stacks.get(input.requiredText('StackName'));
    requireUpdatable(stack);
    const deployment = await requestedDeployment(input, stack, site);
    const unchanged =
      plannedChanges(stack, deployment, site).length === 0 && !differsOtherwise(stack, deployment, site);
    if (unchanged) throw validationError('No updates are to be performed.');
    await deploy(stack, deployment, site, input.text('ClientRequestToken'));
    return { StackId: stack.id };
  },

  async DeleteStack({ input, stacks, site }) {
    // A stack that is gone already, or never was, is as deleted as can be.
    const stack = stacks.find(input.requiredText('StackName'));
    if (stack === undefined || stack.status === 'DELETE_COMPLETE') return {};
    requireOwn(stack);
    if (stack.terminationProtection) {
      throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
    }
    await deleteStack(stack, site, input.text('RoleARN'), input.text('ClientRequestToken'));
    return {};
  },

  UpdateTerminationProtection({ input, stacks }) {
    const stack = stacks.get(input.requiredText('StackName'));
    stack.terminationProtection = input.flag('EnableTerminationProtection');
    return { StackId: stack.id };
  },

  ListHookResults: () => ({ HookResults: [] }),
};

/** They are not about one stack: what is authorized is `*`. */
export const ABOUT_NO_STACK: ReadonlySet<string> = new Set(['ListStacks', 'ListExports', 'ListHookResults']);

function eventfulStack({ input, stacks }: Call): Stack {
  const name = input.requiredText('StackName');
  const stack = stacks.find(name);
  if (stack === undefined) throw validationError(`Stack [${name}] does not exist`);
  return stack;
}

function stackWith(physicalId: string, stacks: Stacks): Stack {
  const found = stacks.all.find((stack) =>
    [...stack.resources.values()].some((resource) => resource.physicalId === physicalId),
  );
  if (found === undefined) throw validationError(`Stack for ${physicalId} does not exist`);
  return found;
}
