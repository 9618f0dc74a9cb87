import { changedProperties, declaredResources } from './changes';
import { dependenciesOf } from '../template/dependencies';
import { exportInUse } from './exports-in-use';
import { customName } from './imports';
import { type JsonObject, sameJson } from '../../core/json';
import { stackOutputs } from '../template/outputs';
import { removeAll, type Removal } from './remove';
import { needsReplacement, refuseSameName, ResourceOperations } from './resource-operations';
import { resolutionScope, resolveObject } from '../template/resolution';
import type { Created } from '../../resource-type/resource-type';
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

/** One thing that was done, to be undone when something after it fails. */
type Step =
  | { readonly kind: 'created' | 'imported'; readonly resource: StackResource }
  | { readonly kind: 'updated'; readonly before: StackResource; readonly after: StackResource }
  | { readonly kind: 'replaced'; readonly before: StackResource; readonly after: StackResource }
  /** An update that failed part of the way. */
  | { readonly kind: 'half-updated'; readonly before: StackResource };

class ResourceFailure extends Error {
  constructor(
    readonly logicalId: string,
    readonly verb: 'create' | 'import' | 'update',
    reason: string,
  ) {
    super(reason);
  }
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
    const declared = declaredResources(stack, this.deployment, this.site.exported);
    let outputs: StackOutput[];
    try {
      for (const resource of declared) await this.bring(resource);
      outputs = stackOutputs(stack, this.deployment, this.site.exported);
      const inUse = exportInUse(stack, outputs, this.site);
      if (inUse !== undefined) throw new Error(inUse);
    } catch (error) {
      await this.rollBack(error);
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
  private async bring(declaration: ResourceDeclaration): Promise<void> {
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
    if (needsReplacement(before, values)) return this.replace(declaration, before, values);
    return this.update(declaration, before, values);
  }

  private async create(declaration: ResourceDeclaration, values: JsonObject): Promise<void> {
    const { log } = this;
    log.resourceStatus(declaration, 'CREATE_IN_PROGRESS', { properties: values });
    let created: Created;
    try {
      created = await this.operations.create(declaration, values);
    } catch (error) {
      throw this.failedCreate(declaration, error);
    }
    const resource = this.record(declaration, values, created, 'CREATE_IN_PROGRESS');
    this.steps.push({ kind: 'created', resource });
    log.resourceStatus(resource, 'CREATE_IN_PROGRESS', {
      reason: 'Resource creation Initiated',
      properties: values,
    });
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
    const physicalId = customName(declaration) ?? '';
    log.resourceStatus({ ...declaration, physicalId }, 'IMPORT_IN_PROGRESS', {
      reason: 'Resource import started.',
      properties: values,
    });
    let found: Created;
    try {
      found = this.operations.find(declaration, values);
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
      // How it was before is not known: every property counts as changed, and asks for its permission.
      await this.operations.update({ ...resource, properties: {} }, values);
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
      throw this.failedUpdate(before, error);
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
      refuseSameName(before, values);
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
    const { resources } = this.deployment.template;
    const resource: StackResource = {
      logicalId,
      type,
      physicalId,
      properties,
      attributes,
      deletionPolicy,
      updateReplacePolicy,
      ...(metadata === undefined ? {} : { metadata }),
      dependsOn: dependenciesOf(resources).get(logicalId) ?? [],
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

  private failedUpdate(before: StackResource, error: unknown): ResourceFailure {
    this.steps.push({ kind: 'half-updated', before });
    this.log.resourceStatus(before, 'UPDATE_FAILED', { reason: reasonOf(error) });
    return new ResourceFailure(before.logicalId, 'update', reasonOf(error));
  }

  private async cleanUp(removed: readonly StackResource[]): Promise<void> {
    const removals: Removal[] = removed.map((resource) => ({
      resource,
      retain: resource.deletionPolicy !== 'Delete',
    }));
    for (const step of this.steps) {
      if (step.kind !== 'replaced') continue;
      removals.push({ resource: step.before, retain: step.after.updateReplacePolicy !== 'Delete' });
    }
    // What cannot be deleted is left behind with an event that says so: the update itself has succeeded.
    await removeAll(removals, this.stack, this.operations, this.log);
    for (const { logicalId } of removed) this.stack.resources.delete(logicalId);
  }

  private async rollBack(error: unknown): Promise<void> {
    const { stack, log } = this;
    const reason = rollbackReason(error);
    log.startOperation();
    log.stackStatus(this.isCreation ? 'ROLLBACK_IN_PROGRESS' : 'UPDATE_ROLLBACK_IN_PROGRESS', reason);
    const stuck = this.isCreation ? [] : await this.restore();
    if (stuck.length > 0) {
      log.stackStatus(
        'UPDATE_ROLLBACK_FAILED',
        `The following resource(s) failed to update: [${stuck.join(', ')}].`,
      );
      return;
    }
    if (!this.isCreation) log.stackStatus('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
    const undeleted = await removeAll(this.madeInVain(), stack, this.operations, log);
    if (this.isCreation) {
      if (undeleted.length > 0) {
        log.stackStatus(
          'ROLLBACK_FAILED',
          `The following resource(s) failed to delete: [${undeleted.join(', ')}].`,
        );
        return;
      }
      log.stackStatus('ROLLBACK_COMPLETE');
      return;
    }
    log.stackStatus('UPDATE_ROLLBACK_COMPLETE');
  }

  /** Takes every changed resource back, the last one first. Answers those that could not be. */
  private async restore(): Promise<string[]> {
    const stuck: string[] = [];
    const touched = new Set(
      this.steps.map((step) => ('before' in step ? step.before : step.resource).logicalId),
    );
    for (const [logicalId, before] of this.resourcesBefore) {
      if (!touched.has(logicalId)) this.stack.resources.set(logicalId, before);
    }
    for (const step of this.steps.toReversed()) {
      if ('resource' in step) continue;
      const { before } = step;
      const current = step.kind === 'half-updated' ? before : step.after;
      this.log.resourceStatus(current, 'UPDATE_IN_PROGRESS');
      try {
        // A replaced resource still exists: it is enough to point back at it.
        if (step.kind !== 'replaced') await this.operations.update(current, before.properties);
        this.stack.resources.set(before.logicalId, before);
        this.log.resourceStatus(before, 'UPDATE_COMPLETE');
      } catch (error) {
        this.log.resourceStatus(current, 'UPDATE_FAILED', { reason: reasonOf(error) });
        stuck.push(before.logicalId);
      }
    }
    return stuck;
  }

  /** What this deployment made, and a rollback takes away again. */
  private madeInVain(): Removal[] {
    return this.steps.flatMap((step): Removal[] => {
      if (step.kind === 'created') {
        const { resource } = step;
        return [{ resource, retain: resource.deletionPolicy === 'Retain' }];
      }
      if (step.kind === 'imported') return [{ resource: step.resource, retain: true, wasImported: true }];
      return step.kind === 'replaced' ? [{ resource: step.after, retain: false }] : [];
    });
  }
}

function rollbackReason(error: unknown): string {
  if (error instanceof ResourceFailure) {
    return `The following resource(s) failed to ${error.verb}: [${error.logicalId}]. Rollback requested by user.`;
  }
  return reasonOf(error);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
