import { AwsError, notModelled, type Permission, type Service, type ServiceRequest } from '../core/service';
import type { World } from '../core/world';
import { jsonResponse, readJsonRequest, text } from '../wire/json-operation';

/**
 * Systems Manager's Parameter Store, of which the CDK reads the version of the bootstrap stack.
 *
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
 */
export function ssmService(world: World): Service {
  return {
    name: 'ssm',
    protocol: 'json',
    recognition: { jsonTarget: 'AmazonSSM' },
    operationOf(request) {
      const { operation, input } = readJsonRequest(request);
      if (operation === 'GetParameter') {
        const name = text(input, 'Name');
        return {
          name: operation,
          permissions: [permission(operation, name, request)],
          run: () => {
            const parameter = describe(name, request, world);
            if (parameter === undefined) throw new AwsError('ParameterNotFound', '');
            return jsonResponse({ Parameter: parameter });
          },
        };
      }
      if (operation === 'GetParameters') {
        const names = Array.isArray(input.Names) ? input.Names.map(String) : [];
        if (names.length < 1) throw namesMust('greater than or equal to 1'); // nothing would be asked about
        if (names.length > 10) throw namesMust('less than or equal to 10');
        return {
          name: operation,
          permissions: names.map((name) => permission(operation, name, request)),
          run: () => {
            const found = names.map((name) => describe(name, request, world));
            return jsonResponse({
              Parameters: found.filter((parameter) => parameter !== undefined),
              InvalidParameters: names.filter((_, index) => found[index] === undefined),
            });
          },
        };
      }
      throw notModelled(`ssm:${operation}`);
    },
  };
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html */
const namesMust = (rule: string): AwsError =>
  new AwsError(
    'ValidationException',
    `1 validation error detected: Value at 'names' failed to satisfy constraint: Member must have length ${rule}`,
  );

function permission(operation: string, name: string, request: ServiceRequest): Permission {
  return { action: `ssm:${operation}`, resource: arn(name, request), resourceAccount: request.account };
}

function describe(name: string, request: ServiceRequest, world: World): Record<string, unknown> | undefined {
  const value = world.accounts.get(request.account)?.parameters.get(`${request.region}/${name}`);
  if (value === undefined) return undefined;
  return { Name: name, Type: 'String', Value: value, Version: 1, ARN: arn(name, request), DataType: 'text' };
}

const arn = (name: string, { region, account }: ServiceRequest): string =>
  name.startsWith('arn:')
    ? name
    : `arn:aws:ssm:${region}:${account}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
