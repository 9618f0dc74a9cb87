import { randomUUID } from 'node:crypto';
import { rejectNoRollback } from '../operation';
import { requireCapabilities } from '../template/capabilities';
import { declaredResources, plannedChanges } from './changes';
import { liveResources } from './drift';
import {
  EARLY_VALIDATION_FAILED,
  type ExistingNamedResource,
  existingResources,
  importProblem,
  nameConflicts,
} from './imports';
import { ResourceOperations } from './resource-operations';
import { sameJson } from '../../core/json';
import { stackOutputs } from '../template/outputs';
import { parameterValues } from '../template/parameters';
import { type QueryInput, validationError } from '../../wire/query-protocol';
import { MissingExport, resolutionScope } from '../template/resolution';
import { checkRules } from '../template/rules';
import type { Site } from './site';
import type { ChangeSet, Deployment, Stack } from '../stacks/stack';
import { parseTemplate } from '../template/template';
import { templateBody } from '../template/template-source';
import { validateTemplate } from '../template/validate-template';

/**
 * Reads what a request wants to be deployed: template, parameters, capabilities, tags.
 *
 * @throws AwsError for a template that is wrong or not supported, or parameters that do not fit
 */
export async function requestedDeployment(
  input: QueryInput,
  stack: Stack | undefined,
  site: Site,
): Promise<Deployment> {
  rejectNoRollback(input);
  rejectOptions(input);
  const template = parseTemplate(await templateBody(input, stack, site.objects));
  validateTemplate(template, site.types);
  const parameters = parameterValues(
    template,
    input.structures('Parameters'),
    stack?.deployed?.parameters ?? new Map(),
    (name) => site.account.parameters.get(`${site.region}/${name}`),
  );
  const capabilities = input.texts('Capabilities');
  requireCapabilities(template, capabilities, site.types);
  const roleArn = input.text('RoleARN') ?? stack?.deployed?.roleArn;
  site.deployer(roleArn); // rejects a role that could not be used later
  const deployment: Deployment = {
    template,
    parameters,
    capabilities,
    tags: Object.fromEntries(
      input.structures('Tags', 50).map((tag) => [tag.requiredText('Key'), tag.text('Value') ?? '']),
    ),
    notificationArns: input.texts('NotificationARNs', 5),
    imports: new Set(),
    revertsDrift: input.text('DeploymentMode') === 'REVERT_DRIFT',
    ...(roleArn === undefined ? {} : { roleArn }),
  };
  const place = {
    id: '',
    name: input.requiredText('StackName'),
    account: site.account.id,
    region: site.region,
  };
  checkRules(template, resolutionScope(stack ?? place, deployment, new Map(), site.exported));
  return deployment;
}

/** A change set that has nothing to change, or cannot import something, is FAILED, as CloudFormation has it. */
export async function newChangeSet(
  stack: Stack,
  requested: Deployment,
  input: QueryInput,
  site: Site,
): Promise<ChangeSet> {
  const importsExisting = input.flag('ImportExistingResources');
  const before = requested.revertsDrift ? await asItIs(stack, requested, site) : stack;
  const declared = declaredResources(before, requested, site.exported);
  const existing = await existingResources(before, declared, site);
  const importable = importsExisting ? existing.filter(({ isHere }) => isHere) : [];
  const imports = new Set(importable.map(({ logicalId }) => logicalId));
  const deployment = { ...requested, imports };
  const name = input.requiredText('ChangeSetName');
  const description = input.text('Description');
  const changeSet = {
    id: `arn:aws:cloudformation:${site.region}:${site.account.id}:changeSet/${name}/${randomUUID()}`,
    name,
    ...(description === undefined ? {} : { description }),
    createdAt: site.world.now(),
    type: stack.deployed === undefined ? ('CREATE' as const) : ('UPDATE' as const),
    deployment,
    importsExisting,
    changes: [],
    conflicts: importsExisting ? [] : nameConflicts(existing),
  };
  const statusReason = importsExisting ? importProblem(importable) : nameProblem(existing);
  if (statusReason !== undefined) {
    return { ...changeSet, status: 'FAILED', statusReason, executionStatus: 'UNAVAILABLE' };
  }
  try {
    const changes = plannedChanges(before, deployment, site);
    if (changes.length > 0 || differsOtherwise(stack, deployment, site))
      return { ...changeSet, changes, status: 'CREATE_COMPLETE', executionStatus: 'AVAILABLE' };
  } catch (error) {
    if (!(error instanceof MissingExport)) throw error;
    return { ...changeSet, status: 'FAILED', statusReason: error.message, executionStatus: 'UNAVAILABLE' };
  }
  return {
    ...changeSet,
    status: 'FAILED',
    statusReason:
      "The submitted information didn't contain changes. Submit different information to create a change set.",
    executionStatus: 'UNAVAILABLE',
  };
}

/** The stack with its resources as they are in the account. */
async function asItIs(stack: Stack, { roleArn }: Deployment, site: Site): Promise<Stack> {
  const operations = new ResourceOperations(stack, site, site.deployer(roleArn));
  return { ...stack, resources: await liveResources(stack, operations) };
}

const nameProblem = (existing: readonly ExistingNamedResource[]): string | undefined =>
  existing.length === 0 ? undefined : EARLY_VALIDATION_FAILED;

/** Outputs and stack tags can change without any resource. */
export function differsOtherwise(stack: Stack, deployment: Deployment, site: Site): boolean {
  if (stack.deployed === undefined) return true;
  if (!sameJson({ ...stack.deployed.tags }, { ...deployment.tags })) return true;
  const outputs = stackOutputs(stack, deployment, site.exported);
  return JSON.stringify(outputs) !== JSON.stringify(stack.outputs);
}

/** Options that would change what is deployed or how, and that this engine does not carry out. */
function rejectOptions(input: QueryInput): void {
  const unsupported = [
    ...[
      'ResourcesToImport',
      'RollbackConfiguration.RollbackTriggers',
      'StackPolicyBody',
      'StackPolicyURL',
    ].filter((name) => input.has(name)),
    ...((input.text('DeploymentMode') ?? 'REVERT_DRIFT') === 'REVERT_DRIFT' ? [] : ['DeploymentMode']),
    ...(input.text('OnStackFailure') === undefined ? [] : ['OnStackFailure']),
    ...((input.text('DeploymentConfig.Mode') ?? 'STANDARD') === 'STANDARD' ? [] : ['DeploymentConfig.Mode']),
  ];
  if (unsupported.length > 0) {
    throw validationError(`${unsupported.join(', ')}: not supported by the sandbox`);
  }
}
