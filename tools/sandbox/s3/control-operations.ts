import {
  AwsError,
  notModelled,
  type Operation,
  type ServiceRequest,
  type ServiceResponse,
} from '../core/service';
import { requestContext } from './request-context';
import { xmlResponse } from './xml';

/**
 * S3 Control signs as S3 does. What tells it is its version in the path, together with the account in a header.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_AWS_S3_Control.html
 */
export function isControlRequest({ path, headers }: ServiceRequest): boolean {
  return path.startsWith(VERSION) && headers['x-amz-account-id'] !== undefined;
}

const VERSION = '/v20180820/';

/** There are no access points and no access grants: who asks for them is told so. */
export function controlOperation(request: ServiceRequest): Operation {
  const { method, path, account, region } = request;
  const asked = `${method} ${path.slice(VERSION.length)}`;
  const row = Object.hasOwn(ROWS, asked) ? ROWS[asked] : undefined;
  if (row === undefined) throw notModelled(`S3 Control's ${asked}`);
  const resource =
    row.resource === 'access grants' ? `arn:aws:s3:${region}:${account}:access-grants/default` : '*';
  return {
    name: row.name,
    permissions: [
      {
        action: `s3:${row.name}`,
        resource,
        resourceAccount: account,
        context: requestContext(request, row.name),
      },
    ],
    run: row.run,
  };
}

interface Row {
  readonly name: string;
  readonly resource: '*' | 'access grants';
  readonly run: () => ServiceResponse;
}

const ROWS: Readonly<Record<string, Row>> = {
  'GET accesspoint': {
    name: 'ListAccessPoints',
    resource: '*',
    run: () => xmlResponse('ListAccessPointsResult', { AccessPointList: '' }),
  },
  'GET accessgrantsinstance/grants': {
    name: 'ListAccessGrants',
    resource: 'access grants',
    run: () => {
      throw new AwsError('AccessGrantsInstanceNotExistsError', 'Access Grants Instance does not exist', 404);
    },
  },
};
