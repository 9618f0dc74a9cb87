import { sayReading } from '../../../words/say';
import {
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  GetPermissionsBoundaryForPermissionSetCommand,
  paginateListAccountAssignments,
  paginateListAccountsForProvisionedPermissionSet,
  paginateListCustomerManagedPolicyReferencesInPermissionSet,
  paginateListManagedPoliciesInPermissionSet,
  paginateListPermissionSets,
  type PermissionSet,
  type ProvisioningStatus,
  type SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import type { Grant, VendorIdentityCenter } from '../../../lib/share/grant';
import type { AssignmentEntry, PermissionSetEntry } from '../../proof/templates/inventory';
import type { AwsClients } from '../aws-clients';
import { type Call, type LiveReader, parsed } from './live-reader';

interface VendorSide {
  readonly permissionSets: PermissionSetEntry[];
  readonly assignments: AssignmentEntry[];
}

/** The permission set and everyone who has it: empty lists if there is none, undefined if it may not be read. */
export function readPermissionSet(
  live: LiveReader,
  { ssoAdmin }: AwsClients,
  { permissionSetName: name }: Grant,
  { instanceArn: InstanceArn, account }: VendorIdentityCenter,
): Promise<VendorSide | undefined> {
  return live.thing(sayReading('permission-set', { permissionSet: name }), async (call) => {
    const found = await byName(ssoAdmin, InstanceArn, name, call);
    if (found?.PermissionSetArn === undefined) return { permissionSets: [], assignments: [] };
    const input = { InstanceArn, PermissionSetArn: found.PermissionSetArn };
    const origin = { stack: account, logicalId: name, live: true };
    const command = new GetInlinePolicyForPermissionSetCommand(input);
    const { InlinePolicy } = await call.answer(ssoAdmin.send(command, call.options()));
    const olderIn = await notProvisioned(ssoAdmin, input, call);
    const permissionSet: PermissionSetEntry = {
      arn: input.PermissionSetArn,
      name,
      instanceArn: InstanceArn,
      account,
      ...(found.SessionDuration === undefined ? {} : { sessionDuration: found.SessionDuration }),
      ...(InlinePolicy === undefined || InlinePolicy === ''
        ? {}
        : { inlinePolicy: { name: `inline policy of ${name}`, document: parsed(InlinePolicy), origin } }),
      alsoCarries: [
        ...(await alsoCarried(ssoAdmin, input, call)),
        ...olderIn.map((account) => sayReading('carries.older', { account })),
      ],
      ...(olderIn.length > 0 && { olderIn }),
      origin,
    };
    const assignments = (await assignmentsOf(ssoAdmin, input, call)).map((found) => ({
      ...found,
      permissionSetArn: input.PermissionSetArn,
      instanceArn: InstanceArn,
      account,
      origin,
    }));
    return { permissionSets: [permissionSet], assignments };
  });
}

/** The API finds permission sets by ARN only, so they are looked through one by one. */
async function byName(
  client: SSOAdminClient,
  InstanceArn: string,
  name: string,
  call: Call,
): Promise<PermissionSet | undefined> {
  const pages = paginateListPermissionSets({ client }, { InstanceArn }, call.options());
  for await (const { PermissionSets } of call.pages(pages)) {
    for (const PermissionSetArn of PermissionSets ?? []) {
      const command = new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn });
      const { PermissionSet: described } = await call.answer(client.send(command, call.options()));
      if (described?.Name === name) return described;
    }
  }
  return undefined;
}

interface SetInput {
  readonly InstanceArn: string;
  readonly PermissionSetArn: string;
}

async function alsoCarried(client: SSOAdminClient, input: SetInput, call: Call): Promise<string[]> {
  const carried: string[] = [];
  const managed = paginateListManagedPoliciesInPermissionSet({ client }, input, call.options());
  for await (const page of call.pages(managed)) {
    for (const { Arn } of page.AttachedManagedPolicies ?? [])
      carried.push(sayReading('carries.managed', { policy: Arn ?? '' }));
  }
  const references = paginateListCustomerManagedPolicyReferencesInPermissionSet(
    { client },
    input,
    call.options(),
  );
  for await (const page of call.pages(references)) {
    for (const { Name } of page.CustomerManagedPolicyReferences ?? [])
      carried.push(sayReading('carries.customer-managed', { policy: Name ?? '' }));
  }
  const boundary = await call.ifThere(
    client.send(new GetPermissionsBoundaryForPermissionSetCommand(input), call.options()),
    'ResourceNotFoundException',
  );
  const limit = boundary?.PermissionsBoundary;
  if (limit !== undefined)
    carried.push(
      sayReading('carries.boundary', {
        policy: limit.ManagedPolicyArn ?? limit.CustomerManagedPolicyReference?.Name ?? '',
      }),
    );
  return carried;
}

/** Accounts in which the set is in force as it was before. An answer that does not heed the filter says nothing. */
async function notProvisioned(client: SSOAdminClient, input: SetInput, call: Call): Promise<string[]> {
  const accountsWith = async (status: ProvisioningStatus): Promise<string[]> => {
    const asked = { ...input, ProvisioningStatus: status };
    const pages = paginateListAccountsForProvisionedPermissionSet({ client }, asked, call.options());
    const ids: string[] = [];
    for await (const { AccountIds } of call.pages(pages)) ids.push(...(AccountIds ?? []));
    return ids;
  };
  const waiting = await accountsWith('LATEST_PERMISSION_SET_NOT_PROVISIONED');
  if (waiting.length === 0) return [];
  const provisioned = await accountsWith('LATEST_PERMISSION_SET_PROVISIONED');
  return waiting.filter((id) => !provisioned.includes(id));
}

type FoundAssignment = Pick<AssignmentEntry, 'principalType' | 'principalId' | 'targetAccount'>;

/** In every account where the set is provisioned, not only the vendor's. */
async function assignmentsOf(
  client: SSOAdminClient,
  input: SetInput,
  call: Call,
): Promise<FoundAssignment[]> {
  const found: FoundAssignment[] = [];
  const accounts = paginateListAccountsForProvisionedPermissionSet({ client }, input, call.options());
  for await (const { AccountIds } of call.pages(accounts)) {
    for (const AccountId of AccountIds ?? []) {
      const pages = paginateListAccountAssignments({ client }, { ...input, AccountId }, call.options());
      for await (const page of call.pages(pages)) {
        for (const { PrincipalId, PrincipalType } of page.AccountAssignments ?? []) {
          const principal = { principalType: PrincipalType ?? '', principalId: PrincipalId ?? '' };
          found.push({ ...principal, targetAccount: AccountId });
        }
      }
    }
  }
  return found;
}
