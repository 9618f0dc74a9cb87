import { randomUUID } from 'node:crypto';
import type { AsynchronousRequest } from '../../core/identity-center';
import { isRecord } from '../../core/json';
import { notFound, seconds, type SsoCall, type SsoOperation, validText, validWord } from './operation';

/**
 * Remembers what became of work that is done already. The answer says, as AWS's first one does, that it is in progress.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AccountAssignmentOperationStatus.html
 */
export function begun(
  kind: AsynchronousRequest['kind'],
  about: AsynchronousRequest['about'],
  failure: string | undefined,
  { instance, world }: SsoCall,
): unknown {
  const id = randomUUID();
  const request = { kind, about, failure, createdAt: world.now() };
  instance.requests.set(id, request);
  return {
    [NAMES[kind].status]: { ...describe(id, request), Status: 'IN_PROGRESS', FailureReason: undefined },
  };
}

const NAMES = {
  creation: {
    status: 'AccountAssignmentCreationStatus',
    list: 'AccountAssignmentsCreationStatus',
    id: 'AccountAssignmentCreationRequestId',
  },
  deletion: {
    status: 'AccountAssignmentDeletionStatus',
    list: 'AccountAssignmentsDeletionStatus',
    id: 'AccountAssignmentDeletionRequestId',
  },
  provisioning: {
    status: 'PermissionSetProvisioningStatus',
    list: 'PermissionSetsProvisioningStatus',
    id: 'ProvisionPermissionSetRequestId',
  },
} as const;

export const requestOperations: Readonly<Record<string, SsoOperation>> = {
  DescribeAccountAssignmentCreationStatus: describing('creation'),
  ListAccountAssignmentCreationStatus: listing('creation'),
  DescribeAccountAssignmentDeletionStatus: describing('deletion'),
  ListAccountAssignmentDeletionStatus: listing('deletion'),
  DescribePermissionSetProvisioningStatus: describing('provisioning'),
  ListPermissionSetProvisioningStatus: listing('provisioning'),
};

function describing(kind: AsynchronousRequest['kind']): SsoOperation {
  const { status, id: field } = NAMES[kind];
  return ({ input, instance }) => {
    const id = validText(
      input,
      field,
      '\\b[0-9a-f]{8}\\b-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-\\b[0-9a-f]{12}\\b',
    );
    const request = instance.requests.get(id);
    if (request?.kind !== kind) throw notFound(`Could not find ${status} with id ${id}`);
    return { [status]: describe(id, request) };
  };
}

function listing(kind: AsynchronousRequest['kind']): SsoOperation {
  return ({ input, instance }) => {
    const { Filter: filter } = input;
    const wanted = isRecord(filter) && validWord(filter, 'Status', ['IN_PROGRESS', 'FAILED', 'SUCCEEDED']);
    const found = [...instance.requests]
      .filter(([, request]) => request.kind === kind && (wanted === false || statusOf(request) === wanted))
      .map(([RequestId, request]) => ({
        RequestId,
        Status: statusOf(request),
        CreatedDate: seconds(request.createdAt),
      }));
    return { [NAMES[kind].list]: found };
  };
}

const describe = (id: string, request: AsynchronousRequest) => ({
  Status: statusOf(request),
  RequestId: id,
  FailureReason: request.failure,
  ...request.about,
  CreatedDate: seconds(request.createdAt),
});

const statusOf = ({ failure }: AsynchronousRequest) => (failure === undefined ? 'SUCCEEDED' : 'FAILED');
