import type { Administrator } from '../../seed/seed-world';
import { type OwnCall, type OwnRequest, queryOperation, textOf } from '../own-call';
import { provisionKey } from '../../core/identity-center';
import type { Documents, ShownDocument } from './documents';
import type { Scene } from './scene';

/** One call of an administrator. */
export interface Call {
  /** 12 digits: whose administrator. */
  readonly account: string;
  readonly request: OwnRequest;
}

/** Calls that change something, and those that put back what was there. */
export interface Change {
  readonly calls: readonly Call[];
  /** Looked up when it is asked for: what a call has made has its name only then. */
  readonly undo: () => readonly Call[];
}

/** @returns AWS's answer to the first call that it did not take */
export async function make(calls: readonly Call[], call: OwnCall, scene: Scene): Promise<string | undefined> {
  for (const { account, request } of calls) {
    const answer = await call(administratorOf(account, scene).credential, request);
    if (answer.status >= 300)
      return scene.journal.entryOf(answer.requestId)?.error?.message ?? textOf(answer);
  }
  return undefined;
}

export function administratorOf(account: string, { administrators }: Scene): Administrator {
  const found = [...administrators.values()].find((one) => one.account === account);
  if (found === undefined) throw new Error(`nobody administers account ${account}`);
  return found;
}

/** Writes another text in a document's place. */
export function rewritten(document: ShownDocument, text: unknown, scene: Scene): Change | undefined {
  const { account, place, name } = document;
  const iam = (operation: string, input: Record<string, string>): Call => iamCall(account, operation, input);
  const json = JSON.stringify;
  const both = (write: (text: unknown) => readonly Call[]): Change => ({
    calls: write(text),
    undo: () => write(document.document),
  });
  switch (place.kind) {
    case 'trust':
      return both((to) => [
        iam('UpdateAssumeRolePolicy', { RoleName: place.role, PolicyDocument: json(to) }),
      ]);
    case 'inline':
      return both((to) => [
        iam(`Put${place.of}Policy`, {
          [`${place.of}Name`]: place.holder,
          PolicyName: name,
          PolicyDocument: json(to),
        }),
      ]);
    case 'bucket': {
      const at = {
        service: 's3',
        region: scene.grant.region,
        path: `/${place.bucket}`,
        query: { policy: '' },
      };
      return both((to) => [
        {
          account,
          request: {
            ...at,
            method: to === undefined ? 'DELETE' : 'PUT',
            body: to === undefined ? '' : json(to),
          },
        },
      ]);
    }
    case 'set': {
      const { set, instance } = place;
      const named = { InstanceArn: instance.instanceArn, PermissionSetArn: set.arn };
      return both((to) => [
        ssoCall(account, instance.region, 'PutInlinePolicyToPermissionSet', {
          ...named,
          InlinePolicy: json(to),
        }),
        ...(scene.grant.accounts.some((one) => instance.provisionedRoles.has(provisionKey(set.arn, one)))
          ? [
              ssoCall(account, instance.region, 'ProvisionPermissionSet', {
                ...named,
                TargetType: 'ALL_PROVISIONED_ACCOUNTS',
              }),
            ]
          : []),
      ]);
    }
    case 'managed': {
      const policy = scene.world.accounts.get(account)?.managedPolicies.get(place.arn);
      if (policy === undefined) return undefined; // AWS's own
      const before = { default: policy.defaultVersionId, ids: new Set(policy.versions.keys()) };
      const PolicyArn = place.arn;
      return {
        calls: [iam('CreatePolicyVersion', { PolicyArn, PolicyDocument: json(text), SetAsDefault: 'true' })],
        undo: () => [
          iam('SetDefaultPolicyVersion', { PolicyArn, VersionId: before.default }),
          ...[...policy.versions.keys()]
            .filter((id) => !before.ids.has(id))
            .map((VersionId) => iam('DeletePolicyVersion', { PolicyArn, VersionId })),
        ],
      };
    }
    case 'boundary':
    case 'key':
      return undefined;
  }
}

/** Takes a policy off its role or user. */
export function takenOff({ account, place, name, document }: ShownDocument): Change | undefined {
  if (place.kind !== 'managed' && place.kind !== 'inline') return undefined;
  const { of, holder } = place;
  const holderName = { [`${of}Name`]: holder };
  const call = (operation: string, input: Record<string, string>): readonly Call[] => [
    iamCall(account, operation, { ...holderName, ...input }),
  ];
  if (place.kind === 'managed') {
    const named = { PolicyArn: place.arn };
    return { calls: call(`Detach${of}Policy`, named), undo: () => call(`Attach${of}Policy`, named) };
  }
  const named = { PolicyName: name };
  return {
    calls: call(`Delete${of}Policy`, named),
    undo: () => call(`Put${of}Policy`, { ...named, PolicyDocument: JSON.stringify(document) }),
  };
}

/** Takes the permission set from everybody. */
export function unassigned({ assignments, instance }: Documents): Change | undefined {
  if (instance === undefined || assignments.length === 0) return undefined;
  const all = (operation: string): Call[] =>
    assignments.map(({ permissionSetArn, principalType, principalId, targetAccount }) =>
      ssoCall(instance.ownerAccount, instance.region, operation, {
        InstanceArn: instance.instanceArn,
        PermissionSetArn: permissionSetArn,
        PrincipalType: principalType,
        PrincipalId: principalId,
        TargetType: 'AWS_ACCOUNT',
        TargetId: targetAccount,
      }),
    );
  return { calls: all('DeleteAccountAssignment'), undo: () => all('CreateAccountAssignment') };
}

/** Puts another permissions boundary on the lent role. */
export function bounded(arn: string, { grant, world }: Scene): Change | undefined {
  const role = world.accounts.get(grant.companyAccount)?.roles.get(grant.roleName);
  if (role === undefined) return undefined;
  const before = role.permissionsBoundary;
  const RoleName = role.name;
  const put = (PermissionsBoundary: string): Call =>
    iamCall(grant.companyAccount, 'PutRolePermissionsBoundary', { RoleName, PermissionsBoundary });
  return {
    calls: [put(arn)],
    undo: () => [
      before === undefined
        ? iamCall(grant.companyAccount, 'DeleteRolePermissionsBoundary', { RoleName })
        : put(before),
    ],
  };
}

const iamCall = (account: string, operation: string, input: Record<string, string>): Call => ({
  account,
  request: queryOperation('iam', 'us-east-1', operation, input),
});

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html */
const ssoCall = (account: string, region: string, operation: string, input: object): Call => ({
  account,
  request: {
    service: 'sso',
    region,
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `SWBExternalService.${operation}`,
    },
    body: JSON.stringify(input),
  },
});
