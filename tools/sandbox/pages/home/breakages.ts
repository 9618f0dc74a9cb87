import { COMPANY_STACK_NAME } from '../../../../lib/share/grant';
import { option } from '../../../handoff/shell';
import type { Html } from '../../../pages/html';
import { isRecord } from '../../core/json';
import { administratorProfileOf } from '../../seed/seed-world';
import { said } from './said';
import { type Call, iamCall, ssoCall } from './change';
import { type Documents, type ShownDocument, statementsOf } from './documents';
import type { Scene, Side } from './scene';

/** One thing that people break by hand. */
export interface Breakage {
  readonly id:
    | 'otherAccount'
    | 'mistyped'
    | 'detached'
    | 'tooMuch'
    | 'unassigned'
    | 'unlet'
    | 'bucketDenies'
    | 'externalId'
    | 'boundary';
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
  const { documents } = shown;
  const trust = documents.find(({ id }) => id === 'trust');
  const permissions = documents.find(
    ({ decides, document }) => decides === 'decidesMay' && holds('"s3:GetObject"', document),
  );
  const borrows = documents.find(
    ({ decides, document }) => decides === 'decidesBorrow' && holds(`"${grant.roleArn}"`, document),
  );
  const bucket = trust && shown.bucketPolicy;
  const again = (stack: string, profile: string): string =>
    `npx cdk deploy ${stack} ${option('--profile', profile)} --revert-drift`;
  const repairs = {
    company: again(COMPANY_STACK_NAME, 'company'),
    vendor: grant.identityCenter && again(grant.vendorStackName, administratorProfileOf(grant)),
  };
  const role = withoutALetter(grant.roleName);
  const account =
    ['333333333333', '444444444444', '555555555555'].find((id) => !world.accounts.has(id)) ?? '';
  const stranger = { Principal: { AWS: `arn:aws:iam::${account}:root` } };
  const externalId = `another-${grant.vendor.externalId ?? 'share-7f3a'}`;
  const policy = permissions?.name ?? grant.policyName;
  const hasBoundary = share.company.permissionsBoundary !== undefined;
  const unbound = `aws iam delete-role-permissions-boundary ${option('--role-name', grant.roleName)} --profile company`;
  const row = (
    id: Breakage['id'],
    side: Side,
    what: Html,
    change: Change | undefined,
    repair = repairs[side],
  ): Breakage => ({ id, side, what, change, repair });
  return [
    row(
      'otherAccount',
      'company',
      said('otherAccountBody', { account }),
      edited(
        trust,
        onEach(() => stranger),
      ),
    ),
    row(
      'mistyped',
      'vendor',
      said('mistypedBody', { role }),
      edited(borrows, replaced(`/${grant.roleName}"`, `/${role}"`)),
    ),
    row('detached', 'company', said('detachedBody', { policy }), edited(permissions, takenAway)),
    row(
      'tooMuch',
      'company',
      said('tooMuchBody'),
      edited(permissions, replaced('"s3:GetObject"', '"s3:GetObject*"')),
    ),
    vendorUsers[grant.index] === undefined
      ? row('unlet', 'vendor', said('unletBody'), edited(borrows, takenAway))
      : row('unassigned', 'vendor', said('unassignedBody'), unassigned(shown)),
    {
      ...row(
        'bucketDenies',
        'company',
        said('bucketDeniesBody'),
        edited(bucket, withDeny(grant.roleArn, grant.bucketArn)),
      ),
      repair: grant.bucketIsThere ? undefined : repairs.company,
    },
    row(
      'externalId',
      'company',
      said('externalIdBody'),
      edited(trust, onEach(demanding('sts:ExternalId', externalId))),
    ),
    row(
      'boundary',
      'company',
      said('boundaryBody'),
      bounded('arn:aws:iam::aws:policy/IAMReadOnlyAccess', scene),
      hasBoundary ? repairs.company : unbound,
    ),
  ];
}

const holds = (text: string, document: unknown): boolean => (JSON.stringify(document) ?? '').includes(text);

/** Another text in a document's place. */
function edited(document: ShownDocument | undefined, edit: (text: unknown) => unknown): Change | undefined {
  if (document?.put === undefined) return undefined;
  const { put, putBack, document: text } = document;
  return { calls: put(edit(text)), undo: putBack ?? (() => put(text)) };
}

const takenAway = (): undefined => undefined;

/** Takes the permission set from everybody. */
function unassigned({ assignments, instance }: Documents): Change | undefined {
  if (instance === undefined || assignments.length === 0) return undefined;
  const before = [...assignments];
  const all = (operation: string): Call[] =>
    before.map(({ permissionSetArn, principalType, principalId, targetAccount }) =>
      ssoCall(instance, operation, {
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

const replaced =
  (from: string, to: string) =>
  (document: unknown): unknown =>
    JSON.parse(JSON.stringify(document).replaceAll(from, to));

const withStatements = (document: unknown, statements: readonly unknown[]): unknown => ({
  Version: '2012-10-17',
  ...(isRecord(document) ? document : {}),
  Statement: statements,
});

const withDeny =
  (role: string, bucket: string) =>
  (document: unknown): unknown => {
    const deny = { Sid: 'DenyTheVendor', Effect: 'Deny', Principal: { AWS: role }, Action: 's3:GetObject' };
    return withStatements(document, [...statementsOf(document), { ...deny, Resource: `${bucket}/*` }]);
  };

const onEach =
  (change: (statement: Record<string, unknown>) => object) =>
  (document: unknown): unknown =>
    withStatements(
      document,
      statementsOf(document).map((one) => (isRecord(one) ? { ...one, ...change(one) } : one)),
    );

const demanding =
  (key: string, value: string) =>
  ({ Condition: condition }: Record<string, unknown>): object => {
    const block = isRecord(condition) ? condition : {};
    const equals = isRecord(block['StringEquals']) ? block['StringEquals'] : {};
    return { Condition: { ...block, StringEquals: { ...equals, [key]: value } } };
  };
