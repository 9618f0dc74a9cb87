import { changedProperties, declaredResources } from './changes';
import { dependenciesOf } from '../template/dependencies';
import { exportInUse } from './exports-in-use';
import { liveResources } from './drift';
import { customName } from './imports';
import { type JsonObject, sameJson } from '../../core/json';
import { stackOutputs } from '../template/outputs';
import { removeAll } from './remove';
import { ResourceOperations } from './resource-operations';
import { rollBack } from './rollback';
import { reasonOf, replacedResources, ResourceFailure, type Step } from './steps';
import { resolutionScope, resolveObject } from '../template/resolution';
import type { Created, LiveResource } from '../../resource-type/resource-type';
import type { Site } from './site';
import type { Deployment, Stack, StackOutput, StackResource } from '../stacks/stack';
import { StackLog } from '../stacks/stack-log';
import type { ResourceDeclaration } from '../template/template';

/**
 * Brings a stack from what is deployed to what a template says, or back to where it was when a resource fails.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-overview.html
 */
export async function deploy(
  stack: Stack,
  deployment: Deployment,
  site: Site,
  token?: string,
): Promise<void> {
  await new StackDeployment(stack, deployment, site, token).run();
}

class StackDeployment {
  private readonly log: StackLog;
  private readonly operations: ResourceOperations;
  private readonly steps: Step[] = [];
  private readonly isCreation: boolean;
  private readonly resourcesBefore: ReadonlyMap<string, StackResource>;

  constructor(
    private readonly stack: Stack,
    private readonly deployment: Deployment,
    private readonly site: Site,
    token?: string,
  ) {
    this.log = new StackLog(stack, site.world.now, token);
    this.operations = new ResourceOperations(stack, site, site.deployer(deployment.roleArn));
    this.isCreation = stack.deployed === undefined;
    this.resourcesBefore = new Map(stack.resources);
  }

  async run(): Promise<void> {
    const { stack, log } = this;
    const started = log.stackStatus(
      this.isCreation ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS',
      'User Initiated',
    );
    if (!this.isCreation) stack.updatedAt = started;
    if (this.deployment.revertsDrift) stack.resources = await liveResources(stack, this.operations);
    const declared = declaredResources(stack, this.deployment, this.site.exported);
    let outputs: StackOutput[];
    try {
      for (const resource of declared) await this.apply(resource);
      outputs = stackOutputs(stack, this.deployment, this.site.exported);
      const inUse = exportInUse(stack, outputs, this.site);
      if (inUse !== undefined) throw new Error(inUse);
    } catch (error) {
      const { isCreation, operations, resourcesBefore, steps } = this;
      await rollBack(error, { stack, log, operations, steps, isCreation, resourcesBefore });
      return;
    }
    const kept = new Set(declared.map(({ logicalId }) => logicalId));
    const removed = [...stack.resources.values()].filter(({ logicalId }) => !kept.has(logicalId));
    stack.deployed = this.deployment;
    stack.outputs = outputs;
    if (!this.isCreation) {
      log.stackStatus('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
      await this.cleanUp(removed);
    }
    log.stackStatus(this.isCreation ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE');
  }

  /** Creates, updates, replaces or leaves one resource. */
  private async apply(declaration: ResourceDeclaration): Promise<void> {
    const { stack } = this;
    const before = stack.resources.get(declaration.logicalId);
    let values: JsonObject;
    try {
      const scope = resolutionScope(stack, this.deployment, stack.resources, this.site.exported);
      values = resolveObject(declaration.properties, scope);
    } catch (error) {
      throw before === undefined ? this.failedCreate(declaration, error) : this.failedUpdate(before, error);
    }
    if (before === undefined) {
      const isThere = this.deployment.imports.has(declaration.logicalId);
      return isThere ? this.import(declaration, values) : this.create(declaration, values);
    }
    if (changedProperties(before.properties, values).length === 0) return this.keep(declaration, before);
    if (this.operations.needsReplacement(before, values)) return this.replace(declaration, before, values);
    return this.update(declaration, before, values);
  }

  private async create(declaration: ResourceDeclaration, values: JsonObject): Promise<void> {
    const { log } = this;
    log.resourceStatus(declaration, 'CREATE_IN_PROGRESS', { properties: values });
    const created = await this.operations.create(declaration, values).catch((error: unknown) => {
      throw this.failedCreate(declaration, error);
    });
    const resource = this.record(declaration, values, created, 'CREATE_IN_PROGRESS');
    this.steps.push({ kind: 'created', resource });
    const begun = { reason: 'Resource creation Initiated', properties: values };
    log.resourceStatus(resource, 'CREATE_IN_PROGRESS', begun);
    log.resourceStatus(resource, 'CREATE_COMPLETE', { properties: values });
  }

  /**
   * Takes over what is there, and then brings it to the template: CloudFormation runs the update handler of whatever it
   * has imported, whether there are stack-level tags to apply or not. A rollback does not undo that.
   *
   * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-automatically.html
   */
  private async import(declaration: ResourceDeclaration, values: JsonObject): Promise<void> {
    const { log } = this;
    const physicalId = customName(declaration, this.site.types) ?? '';
    log.resourceStatus({ ...declaration, physicalId }, 'IMPORT_IN_PROGRESS', {
      reason: 'Resource import started.',
      properties: values,
    });
    let found: LiveResource;
    try {
      found = await this.operations.find(declaration, values);
    } catch (error) {
      log.resourceStatus({ ...declaration, physicalId }, 'IMPORT_FAILED', { reason: reasonOf(error) });
      throw new ResourceFailure(declaration.logicalId, 'import', reasonOf(error));
    }
    const resource = this.record(declaration, values, found, 'IMPORT_IN_PROGRESS');
    this.steps.push({ kind: 'imported', resource });
    log.resourceStatus(resource, 'IMPORT_COMPLETE', { reason: 'Resource import completed.' });
    log.resourceStatus(resource, 'UPDATE_IN_PROGRESS', {
      reason: 'Apply stack-level tags to imported resource if applicable.',
    });
    try {
      await this.operations.update({ ...resource, properties: found.properties }, values);
    } catch (error) {
      log.resourceStatus(resource, 'UPDATE_FAILED', { reason: reasonOf(error) });
      throw new ResourceFailure(declaration.logicalId, 'update', reasonOf(error));
    }
    log.resourceStatus(resource, 'UPDATE_COMPLETE', { properties: values });
  }

  private async update(
    declaration: ResourceDeclaration,
    before: StackResource,
    values: JsonObject,
  ): Promise<void> {
    this.log.resourceStatus(before, 'UPDATE_IN_PROGRESS', { properties: values });
    let updated: Created;
    try {
      updated = await this.operations.update(before, values);
    } catch (error) {
      throw this.failedUpdate(before, error, values);
    }
    const after = this.record(declaration, values, updated, 'UPDATE_IN_PROGRESS');
    this.steps.push({ kind: before.physicalId === after.physicalId ? 'updated' : 'replaced', before, after });
    this.log.resourceStatus(after, 'UPDATE_COMPLETE', { properties: values });
  }

  private async replace(
    declaration: ResourceDeclaration,
    before: StackResource,
    values: JsonObject,
  ): Promise<void> {
    const { log } = this;
    log.resourceStatus(before, 'UPDATE_IN_PROGRESS', {
      reason: 'Requested update requires the creation of a new physical resource; hence creating one.',
      properties: values,
    });
    let created: Created;
    try {
      this.operations.rejectSameName(before, values);
      created = await this.operations.create(declaration, values);
    } catch (error) {
      throw this.failedUpdate(before, error);
    }
    const after = this.record(declaration, values, created, 'UPDATE_IN_PROGRESS');
    this.steps.push({ kind: 'replaced', before, after });
    log.resourceStatus(after, 'UPDATE_IN_PROGRESS', {
      reason: 'Resource creation Initiated',
      properties: values,
    });
    log.resourceStatus(after, 'UPDATE_COMPLETE', { properties: values });
  }

  /** Nothing to do in the account, but what the template says about the resource may have changed. */
  private keep(declaration: ResourceDeclaration, before: StackResource): void {
    const after = this.record(declaration, before.properties, before, before.status);
    if (sameJson(before.metadata, after.metadata)) return;
    this.steps.push({ kind: 'updated', before, after });
    this.log.resourceStatus(after, 'UPDATE_IN_PROGRESS', { properties: after.properties });
    this.log.resourceStatus(after, 'UPDATE_COMPLETE', { properties: after.properties });
  }

  private record(
    declaration: ResourceDeclaration,
    properties: JsonObject,
    { physicalId, attributes }: Created,
    status: StackResource['status'],
  ): StackResource {
    const { logicalId, type, deletionPolicy, updateReplacePolicy, metadata } = declaration;
    const resource: StackResource = {
      logicalId,
      type,
      physicalId,
      properties,
      attributes,
      deletionPolicy,
      updateReplacePolicy,
      ...(metadata === undefined ? {} : { metadata }),
      dependsOn: dependenciesOf(this.deployment.template.resources).get(logicalId) ?? [],
      status,
      changedAt: this.site.world.now(),
    };
    this.stack.resources.set(logicalId, resource);
    return resource;
  }

  private failedCreate(resource: ResourceDeclaration, error: unknown): ResourceFailure {
    this.log.resourceStatus(resource, 'CREATE_FAILED', { reason: reasonOf(error) });
    return new ResourceFailure(resource.logicalId, 'create', reasonOf(error));
  }

  /** @param attempted what may have been set in part */
  private failedUpdate(
    before: StackResource,
    error: unknown,
    attempted = before.properties,
  ): ResourceFailure {
    this.steps.push({ kind: 'half-updated', before, after: { ...before, properties: attempted } });
    this.log.resourceStatus(before, 'UPDATE_FAILED', { reason: reasonOf(error) });
    return new ResourceFailure(before.logicalId, 'update', reasonOf(error));
  }

  private async cleanUp(removed: readonly StackResource[]): Promise<void> {
    const removals = removed.map((resource) => ({ resource, retain: resource.deletionPolicy !== 'Delete' }));
    // What cannot be deleted is left behind with an event that says so: the update itself has succeeded.
    await removeAll([...removals, ...replacedResources(this.steps)], this.stack, this.operations, this.log);
    for (const { logicalId } of removed) this.stack.resources.delete(logicalId);
  }
}
