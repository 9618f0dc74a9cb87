import { COMPANY_STACK_NAME } from '../../../../lib/share/grant';
import { option } from '../../../handoff/shell';
import type { Html } from '../../../pages/html';
import { isRecord } from '../../core/json';
import { administratorProfileOf } from '../../seed/seed-world';
import { type PlainId, said } from './said';
import { type Call, iamCall, ssoCall } from './change';
import type { Documents, ShownDocument } from './documents';
import type { Scene, Side } from './scene';
import { statementsOf } from './policy-text';

/** One thing that people break by hand. */
export interface Breakage {
  readonly id: PlainId;
  /** Whose administrator breaks it. */
  readonly side: Side;
  readonly what: Html;
  /** Undefined where what it would break is not there. */
  readonly change: Change | undefined;
  /** What is typed to repair it, after `npm run verify`. */
  readonly repair: string | undefined;
}

/** Calls that change something, and those that put back what was there. */
interface Change {
  readonly calls: readonly Call[];
  /** Looked up when it is asked for: what a call has made has its name only then. */
  readonly undo: () => readonly Call[];
}

/** Eight of them, for this vendor, as everything is now. */
export function breakagesOf(shown: Documents, scene: Scene): Breakage[] {
  const { grant, share, world, vendorUsers } = scene;
  const { roleName, roleArn, bucketArn } = grant;
  const find = (decides: ShownDocument['decides'], text: string): ShownDocument | undefined =>
    shown.documents.find((one) => one.decides === decides && JSON.stringify(one.document)?.includes(text));
  const trust = find('decidesLent', '');
  const permissions = find('decidesMay', '"s3:GetObject"');
  const borrows = find('decidesBorrow', `"${roleArn}"`);
  const again = (stack: string, profile: string): string =>
    `npx cdk deploy ${stack} ${option('--profile', profile)} --revert-drift`;
  const deployed = again(COMPANY_STACK_NAME, 'company');
  const ofVendor = grant.identityCenter && again(grant.vendorStackName, administratorProfileOf(grant));
  const unbound = `aws iam delete-role-permissions-boundary ${option('--role-name', roleName)} --profile company`;
  const role = withoutALetter(roleName);
  const policy = permissions?.name ?? grant.policyName;
  const account =
    ['333333333333', '444444444444', '555555555555'].find((id) => !world.accounts.has(id)) ?? '';
  const stranger = () => ({ Principal: { AWS: `arn:aws:iam::${account}:root` } });
  const externalId = `another-${grant.vendor.externalId ?? 'share-7f3a'}`;
  const deny = { Sid: 'DenyTheVendor', Effect: 'Deny', Principal: { AWS: roleArn }, Action: 's3:GetObject' };
  const denying = { ...deny, Resource: `${bucketArn}/*` };
  type Row = readonly [id: PlainId, what: Html, change: Change | undefined, repair?: string];
  const company = (...[id, what, change, repair = deployed]: Row): Breakage => {
    return { id, side: 'company', what, change, repair };
  };
  const vendor = (...[id, what, change]: Row): Breakage => {
    return { id, side: 'vendor', what, change, repair: ofVendor };
  };
  const denied = company(
    'bucketDenies',
    said('bucketDeniesBody'),
    trust && added(shown.bucketPolicy, denying),
  );
  const bounding = bounded('arn:aws:iam::aws:policy/IAMReadOnlyAccess', scene);
  const unbounding = share.company.permissionsBoundary === undefined ? unbound : deployed;
  return [
    company('otherAccount', said('otherAccountBody', { account }), merged(trust, stranger)),
    vendor('mistyped', said('mistypedBody', { role }), replaced(borrows, `/${roleName}"`, `/${role}"`)),
    company('detached', said('detachedBody', { policy }), takenAway(permissions)),
    company('tooMuch', said('tooMuchBody'), replaced(permissions, '"s3:GetObject"', '"s3:GetObject*"')),
    vendorUsers[grant.index] === undefined
      ? vendor('unlet', said('unletBody'), takenAway(borrows))
      : vendor('unassigned', said('unassignedBody'), unassigned(shown)),
    { ...denied, repair: grant.bucketIsThere ? undefined : deployed },
    company('externalId', said('externalIdBody'), merged(trust, demanding('sts:ExternalId', externalId))),
    company('boundary', said('boundaryBody'), bounding, unbounding),
  ];
}

/** Another text in a document's place, or none. */
function edited(document: ShownDocument | undefined, edit: (text: unknown) => unknown): Change | undefined {
  if (document?.put === undefined) return undefined;
  const { put, putBack, document: text } = document;
  return { calls: put(edit(text)), undo: putBack ?? (() => put(text)) };
}

const takenAway = (document: ShownDocument | undefined): Change | undefined =>
  edited(document, () => undefined);

const replaced = (document: ShownDocument | undefined, from: string, to: string): Change | undefined =>
  edited(document, (text) => JSON.parse(JSON.stringify(text).replaceAll(from, to)) as unknown);

type Statement = Readonly<Record<string, unknown>>;

const merged = (
  document: ShownDocument | undefined,
  change: (one: Statement) => Statement,
): Change | undefined =>
  edited(document, (text) => {
    const all = statementsOf(text).map((one) => (isRecord(one) ? { ...one, ...change(one) } : one));
    return { ...(isRecord(text) && text), Statement: all };
  });

const added = (document: ShownDocument | undefined, statement: Statement): Change | undefined =>
  edited(document, (text) => {
    const all = [...statementsOf(text), statement];
    return { Version: '2012-10-17', ...(isRecord(text) && text), Statement: all };
  });

const demanding =
  (key: string, value: string) =>
  ({ Condition: condition }: Statement): Statement => {
    const block = isRecord(condition) ? condition : {};
    const equals = isRecord(block['StringEquals']) ? block['StringEquals'] : {};
    return { Condition: { ...block, StringEquals: { ...equals, [key]: value } } };
  };

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

/** One letter of a double one left out, as it happens when one types; or else the one in the middle. */
function withoutALetter(name: string): string {
  const at = /(.)\1/.exec(name)?.index ?? Math.floor(name.length / 2);
  return name.slice(0, at) + name.slice(at + 1);
}
