import { roleOfService, ServiceSession } from '../access/service-session';
import { isRecord, type JsonObject as JsonData, textOf } from '../core/json';
import {
  AwsError,
  notModelled,
  type Operation,
  type Permission,
  type Service,
  type ServiceRequest,
} from '../core/service';
import type { ObjectStore } from '../core/object-store';
import type { LambdaFunction, World } from '../core/world';
import { ResourceProperties } from '../resource-type/properties';
import { sdkError, ServiceClient } from '../resource-type/service-client';
import { autoDeleteObjects } from './functions/auto-delete-objects';
import { bucketDeployment } from './functions/bucket-deployment';
import type { CustomResourceEvent, CustomResourceFunction } from './functions/custom-resource-event';
import { type JsonObject, jsonResponse, readJsonRequest, text } from '../wire/json-operation';

/**
 * Functions exist here to lend their role to custom resources; their code is not run: what CDK's own do is in `functions/`. CloudFormation alone calls this
 * service, and nobody over the wire.
 *
 * https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html
 */
export function lambdaService(world: World, objects: ObjectStore, others: readonly Service[]): Service {
  return {
    name: 'lambda',
    protocol: 'json',
    recognition: {},
    operationOf(request) {
      const { operation, input } = readJsonRequest(request);
      const run = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
      if (run === undefined) throw notModelled(`lambda:${operation}`);
      return run({ input, request, world, objects, others });
    },
  };
}

interface LambdaCall {
  readonly input: JsonObject;
  readonly request: ServiceRequest;
  readonly world: World;
  readonly objects: ObjectStore;
  /** Those that functions call. */
  readonly others: readonly Service[];
}

const OPERATIONS: Readonly<Record<string, (call: LambdaCall) => Operation>> = {
  CreateFunction: (call) => ({
    name: 'CreateFunction',
    permissions: [about('CreateFunction', call), passing(call)],
    run: async () => {
      const { input, world } = call;
      const name = text(input, 'FunctionName');
      const arn = functionArn(call);
      await requireCode(call);
      if (world.functions.has(arn))
        throw new AwsError('ResourceConflictException', `Function already exist: ${name}`, 409);
      const lambda: LambdaFunction = { arn, name, roleArn: executionRole(call) };
      world.functions.set(arn, lambda);
      return jsonResponse({ FunctionName: name, FunctionArn: arn });
    },
  }),
  GetFunction: (call) => ({
    name: 'GetFunction',
    permissions: [about('GetFunction', call)],
    run: () => {
      const { arn, name, roleArn } = functionOf(call);
      return jsonResponse({ Configuration: { FunctionName: name, FunctionArn: arn, Role: roleArn } });
    },
  }),
  UpdateFunctionCode: (call) => ({
    name: 'UpdateFunctionCode',
    permissions: [about('UpdateFunctionCode', call)],
    run: async () => {
      functionOf(call);
      await requireCode(call);
      return jsonResponse({});
    },
  }),
  UpdateFunctionConfiguration: (call) => ({
    name: 'UpdateFunctionConfiguration',
    permissions: [about('UpdateFunctionConfiguration', call), passing(call)],
    run: () => {
      functionOf(call).roleArn = executionRole(call);
      return jsonResponse({});
    },
  }),
  DeleteFunction: (call) => ({
    name: 'DeleteFunction',
    permissions: [about('DeleteFunction', call)],
    run: () => {
      call.world.functions.delete(functionOf(call).arn);
      return jsonResponse({});
    },
  }),
  Invoke: (call) => ({
    name: 'Invoke',
    permissions: [about('InvokeFunction', call)],
    run: async () => jsonResponse(await invoke(call)),
  }),
  PublishLayerVersion: (call) => ({
    name: 'PublishLayerVersion',
    permissions: [about('PublishLayerVersion', call, 'layer', 'LayerName')],
    run: async () => {
      await requireCode(call);
      return jsonResponse({ LayerVersionArn: `${functionArn(call, 'layer', 'LayerName')}:1` });
    },
  }),
  DeleteLayerVersion: (call) => ({
    name: 'DeleteLayerVersion',
    permissions: [about('DeleteLayerVersion', call, 'layer', 'LayerName')],
    run: () => jsonResponse({}),
  }),
};

/** Runs what the function behind a custom resource does, as its role. A failure is an answer, too. */
async function invoke(call: LambdaCall): Promise<JsonObject> {
  const { input, request, world, others } = call;
  const { name, roleArn } = functionOf(call);
  const event = isRecord(input.Payload) ? input.Payload : {};
  const run = FUNCTIONS.get(text(event, 'ResourceType'));
  const account = world.accounts.get(request.account);
  const role = account && roleOfService('lambda.amazonaws.com', roleArn, account, world);
  if (run === undefined) throw notModelled(`a function for ${text(event, 'ResourceType')}`);
  if (account === undefined || role === undefined)
    return { Status: 'FAILED', Reason: `The function's role ${roleArn} cannot be assumed by Lambda.` };
  const session = new ServiceSession(role, account, name, request.region, world);
  const propertiesOf = (value: unknown) => new ResourceProperties(isRecord(value) ? (value as JsonData) : {});
  try {
    const { physicalId = text(event, 'PhysicalResourceId'), data = {} } = await run(
      {
        requestType: text(event, 'RequestType') as CustomResourceEvent['requestType'],
        properties: propertiesOf(event.ResourceProperties),
        before: propertiesOf(event.OldResourceProperties),
        physicalId: textOf(event.PhysicalResourceId),
      },
      new ServiceClient(others, session, sdkError),
    );
    return { Status: 'SUCCESS', PhysicalResourceId: physicalId, Data: data };
  } catch (error) {
    return { Status: 'FAILED', Reason: error instanceof Error ? error.message : String(error) };
  }
}

const FUNCTIONS: ReadonlyMap<string, CustomResourceFunction> = new Map([
  ['Custom::CDKBucketDeployment', bucketDeployment],
  ['Custom::S3AutoDeleteObjects', autoDeleteObjects],
]);

function about(action: string, call: LambdaCall, kind = 'function', field = 'FunctionName'): Permission {
  const { account } = call.request;
  return { action: `lambda:${action}`, resource: functionArn(call, kind, field), resourceAccount: account };
}

/** By name, or by the ARN itself. */
function functionArn({ input, request }: LambdaCall, kind = 'function', field = 'FunctionName'): string {
  const name = text(input, field);
  return name.startsWith('arn:')
    ? name
    : `arn:aws:lambda:${request.region}:${request.account}:${kind}:${name}`;
}

const passing = ({ input, request }: LambdaCall): Permission => ({
  action: 'iam:PassRole',
  resource: text(input, 'Role'),
  resourceAccount: request.account,
  context: { 'iam:passedtoservice': 'lambda.amazonaws.com' },
});

function functionOf(call: LambdaCall): LambdaFunction {
  const arn = functionArn(call);
  const found = call.world.functions.get(arn);
  if (found === undefined) throw new AwsError('ResourceNotFoundException', `Function not found: ${arn}`, 404);
  return found;
}

/** The zip must have been published: that is how a forgotten asset shows. */
async function requireCode({ input, objects }: LambdaCall): Promise<void> {
  const key = text(input, 'S3Key');
  if ((await objects.list(text(input, 'S3Bucket'), key)).includes(key)) return;
  throw new AwsError(
    'InvalidParameterValueException',
    'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
  );
}

function executionRole({ input, request, world }: LambdaCall): string {
  const arn = text(input, 'Role');
  const account = world.accounts.get(request.account);
  if (account !== undefined && roleOfService('lambda.amazonaws.com', arn, account, world) !== undefined)
    return arn;
  throw new AwsError(
    'InvalidParameterValueException',
    'The role defined for the function cannot be assumed by Lambda.',
  );
}
