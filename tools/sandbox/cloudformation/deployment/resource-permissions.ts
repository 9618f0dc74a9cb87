import type { AwsError, Permission } from '../../core/service';
import type { ResourceContext } from '../../resource-type/resource-context';
import {
  type HandlerError,
  iamError,
  kmsError,
  lambdaError,
  s3Error,
  ssoAdminError,
} from '../../resource-type/handler-error';
import type { ResourceProperties } from '../../resource-type/properties';
import type { ServiceCalls } from '../../resource-type/service-calls';

/** Whoever deploys: the session of the execution role, or the caller where there is none. */
export interface Deployer {
  /** In the words of the service, or undefined when it is allowed. */
  denialOf(permission: Permission): AwsError | undefined;
}

/** One step in the life of a resource. */
export type ResourceStep =
  | { readonly kind: 'create' }
  | { readonly kind: 'update'; readonly physicalId: string; readonly changed: readonly string[] }
  | { readonly kind: 'delete'; readonly physicalId: string };

/** @throws HandlerError AccessDenied for the first call that the deployer may not make */
export function authorizeStep(
  step: ResourceStep,
  calls: ServiceCalls | undefined,
  properties: ResourceProperties,
  context: ResourceContext,
  deployer: Deployer,
): void {
  if (calls === undefined) return;
  const physicalId = step.kind === 'create' ? undefined : step.physicalId;
  const resource = calls.resource(properties, context, physicalId);
  const permissions = [...new Set(actionsOf(step, properties, calls))].map((action) =>
    calls.permission === undefined
      ? { action, resource, resourceAccount: context.account.id }
      : calls.permission(action, resource, context),
  );
  for (const permission of [...permissions, ...passedRole(step, properties, calls, context)]) {
    const denial = deployer.denialOf(permission);
    if (denial !== undefined) throw deniedBy(permission.action, denial);
  }
}

function actionsOf(
  step: ResourceStep,
  properties: ResourceProperties,
  calls: ServiceCalls,
): readonly string[] {
  if (step.kind === 'delete') return calls.delete;
  const { whenGiven = {}, whenChanged = {} } = calls;
  if (step.kind === 'update') return callsFor(step.changed, { ...whenGiven, ...whenChanged });
  return [...calls.create, ...callsFor(Object.keys(properties.values), whenGiven)];
}

function callsFor(properties: readonly string[], calls: Readonly<Record<string, string>>): string[] {
  return properties.flatMap((name) => (Object.hasOwn(calls, name) ? (calls[name] ?? []) : []));
}

function passedRole(
  step: ResourceStep,
  properties: ResourceProperties,
  { passesRole }: ServiceCalls,
  { account }: ResourceContext,
): Permission[] {
  if (passesRole === undefined || step.kind === 'delete') return [];
  if (step.kind === 'update' && !step.changed.includes(passesRole.property)) return [];
  return [
    {
      action: 'iam:PassRole',
      resource: properties.text(passesRole.property),
      resourceAccount: account.id,
      context: { 'iam:passedtoservice': passesRole.to },
    },
  ];
}

const ERRORS = {
  s3: s3Error,
  iam: iamError,
  kms: kmsError,
  lambda: lambdaError,
  sso: ssoAdminError,
} as const;

function deniedBy(action: string, denial: AwsError): HandlerError {
  const prefix = action.slice(0, action.indexOf(':'));
  const error = Object.entries(ERRORS).find(([name]) => name === prefix)?.[1] ?? iamError;
  return error('AccessDenied', denial.status, denial.message);
}
