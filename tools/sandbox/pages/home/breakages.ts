import type { Html } from '../../../pages/html';
import { isRecord } from '../../core/json';
import { type Call, iamCall, ssoCall } from './change';
import type { Documents, ShownDocument } from './documents';
import { type PlainId, said, type Scene, type Side } from './scene';
import { statementsOf } from './decided';

/** One thing that people break by hand. */
export interface Breakage {
  readonly id: PlainId;
  /** Whose administrator breaks it. */
  readonly side: Side;
  readonly what: Html;
  /** Undefined where what it would break is not there. */
  readonly change: Change | undefined;
}

/** Calls that change something, and those that put back what was there. */
export interface Change {
  readonly calls: readonly Call[];
  /** Looked up when it is asked for: what a call has made has its name only then. */
  readonly undo: () => readonly Call[];
}

/** Eight of them, for this vendor, as everything is now. */
export function breakagesOf(shown: Documents, scene: Scene): Breakage[] {
  const { grant, world, vendorUsers } = scene;
  const { roleName, roleArn, bucketArn } = grant;
  const find = (decides: ShownDocument['decides'], text = ''): ShownDocument | undefined =>
    shown.documents.find(
      (one) => one.decides === decides && `${JSON.stringify(one.document)}`.includes(text),
    );
  const trust = find('decidesLent');
  const permissions = find('decidesMay', '"s3:GetObject"');
  const borrows = find('decidesBorrow', `"${roleArn}"`);
  const role = roleName.slice(0, -1);
  const policy = permissions?.name ?? grant.policyName;
  const account =
    ['333333333333', '444444444444', '555555555555'].find((id) => !world.accounts.has(id)) ?? '';
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  const demanded = { 'sts:ExternalId': `another-${grant.vendor.externalId ?? 'share-7f3a'}` };
  const denied = {
    Sid: 'DenyTheVendor',
    Effect: 'Deny',
    Principal: { AWS: roleArn },
    Action: 's3:GetObject',
    Resource: `${bucketArn}/*`,
  };
  const of =
    (side: Side) =>
    (id: PlainId, what: Html, change: Change | undefined): Breakage => ({ id, side, what, change });
  const [company, vendor] = [of('company'), of('vendor')];
  const elsewhere = edited(trust, (all) => all.map((one) => ({ ...one, Principal })));
  const denying = trust && edited(find('decidesBucket'), (all) => [...all, denied]);
  const demanding = edited(trust, (all) =>
    all.map((one) => ({ ...one, Condition: { ...one.Condition, StringLike: demanded } })),
  );
  return [
    company('otherAccount', said('otherAccountBody', { account }), elsewhere),
    vendor('mistyped', said('mistypedBody', { role }), replaced(borrows, `/${roleName}"`, `/${role}"`)),
    company('detached', said('detachedBody', { policy }), takenAway(permissions)),
    company('tooMuch', said('tooMuchBody'), replaced(permissions, '"s3:GetObject"', '"s3:GetObject*"')),
    vendorUsers[grant.index] === undefined
      ? vendor('unlet', said('unletBody'), takenAway(borrows))
      : vendor('unassigned', said('unassignedBody'), unassigned(shown)),
    company('bucketDenies', said('bucketDeniesBody'), denying),
    company('externalId', said('externalIdBody'), demanding),
    company('boundary', said('boundaryBody'), bounded('arn:aws:iam::aws:policy/IAMReadOnlyAccess', scene)),
  ];
}

function takenAway(document: ShownDocument | undefined): Change | undefined {
  if (document?.put === undefined) return undefined;
  const { put, document: text } = document;
  return { calls: put(undefined), undo: () => put(text) };
}

/** What is read of a statement that AWS has taken. */
type Statement = Readonly<Record<string, unknown>> & { readonly Condition?: object };

function edited(
  document: ShownDocument | undefined,
  edit: (statements: readonly Statement[]) => readonly object[],
): Change | undefined {
  if (document?.put === undefined) return undefined;
  const { put, document: text } = document;
  const Statement = edit(statementsOf(text) as readonly Statement[]);
  const changed = { Version: '2012-10-17', ...(isRecord(text) && text), Statement };
  return { calls: put(changed), undo: () => put(text) };
}

const replaced = (document: ShownDocument | undefined, from: string, to: string): Change | undefined =>
  edited(document, (all) => JSON.parse(JSON.stringify(all).replaceAll(from, to)) as Statement[]);

/** Takes the permission set from everybody. */
function unassigned({ assignments, instance }: Documents): Change | undefined {
  if (instance === undefined || assignments.length === 0) return undefined;
  const all = (operation: string): Call[] =>
    assignments.map(({ permissionSetArn, principalType, principalId, targetAccount }) =>
      ssoCall(instance, operation, {
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
function bounded(arn: string, { grant, world }: Scene): Change | undefined {
  const role = world.accounts.get(grant.companyAccount)?.roles.get(grant.roleName);
  if (role === undefined) return undefined;
  const { name: RoleName, permissionsBoundary: before } = role;
  const put = (PermissionsBoundary: string): Call =>
    iamCall(grant.companyAccount, 'PutRolePermissionsBoundary', { RoleName, PermissionsBoundary });
  const taken = iamCall(grant.companyAccount, 'DeleteRolePermissionsBoundary', { RoleName });
  return { calls: [put(arn)], undo: () => [before === undefined ? taken : put(before)] };
}
