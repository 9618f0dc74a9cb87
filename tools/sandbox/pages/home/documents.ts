import { parsePolicy } from '../../../iam/parse-policy';
import type { Policy, PolicyKind } from '../../../iam/policy';
import { managedPolicyDocument } from '../../access/policies-in-force';
import { AwsError } from '../../core/service';
import { shownPolicy } from '../../access/stored-policy';
import { isRecord } from '../../core/json';
import type { PolicyHolder } from '../../core/identities';
import type { Account } from '../../core/world';
import type { Assignment, IdentityCenterInstance, PermissionSet } from '../../core/identity-center';
import { identityCenterOf } from '../../seed/made-up-identity-center';
import { isProvisionedAsItIs, provisionedRole } from '../../identity-center/provisioning';
import type { Scene, Side } from './scene';

/** Where a document stands, so that it can be written there again. */
export type Place =
  | { readonly kind: 'set'; readonly set: PermissionSet; readonly instance: IdentityCenterInstance }
  | { readonly kind: 'inline'; readonly of: 'Role' | 'User'; readonly holder: string }
  | { readonly kind: 'managed'; readonly of: 'Role' | 'User'; readonly holder: string; readonly arn: string }
  /** Also a managed policy that comes with the permission set: neither is this page's to change. */
  | { readonly kind: 'boundary'; readonly arn: string; readonly isOfTheSet?: true }
  | { readonly kind: 'trust'; readonly role: string }
  | { readonly kind: 'bucket'; readonly bucket: string }
  | { readonly kind: 'key'; readonly arn: string };

/** One policy document as it is in the world at this moment. */
export interface ShownDocument {
  readonly id: string;
  readonly hop: 2 | 3;
  readonly side: Side;
  /** 12 digits: whose administrator can change it. */
  readonly account: string;
  readonly place: Place;
  /** As the evaluator names the policy. */
  readonly name: string;
  readonly kind: PolicyKind;
  /** ARNs of the roles or users whose policy it is; empty for a policy of a resource. */
  readonly holders: readonly string[];
  readonly document: unknown;
  /** The set says something else by now, which is not in force. */
  readonly isOutdated?: true;
}

export interface Documents {
  readonly assignments: readonly Assignment[];
  readonly set: PermissionSet | undefined;
  readonly instance: IdentityCenterInstance | undefined;
  readonly documents: readonly ShownDocument[];
}

/** Every document that has a say when this vendor borrows and reads, from the vendor's to the bucket's. */
export function documentsOf(scene: Scene): Documents {
  const { grant, world } = scene;
  const center = identityCenterOf(grant);
  const instance = center && world.identityCenters.get(center.instanceArn);
  const set = [...(instance?.permissionSets.values() ?? [])].find(
    ({ name }) => name === grant.permissionSetName,
  );
  return {
    instance,
    set,
    assignments: instance?.assignments.filter(({ permissionSetArn }) => permissionSetArn === set?.arn) ?? [],
    documents: [
      ...(set && instance ? ofTheSet(set, instance, scene) : ofTheBorrowers(scene)),
      ...ofTheRole(scene),
      ...ofTheBucket(scene),
    ],
  };
}

/** What is in force: the role that Identity Center has made of the set; before it is assigned, the set itself. */
function ofTheSet(set: PermissionSet, instance: IdentityCenterInstance, scene: Scene): ShownDocument[] {
  const { grant, world } = scene;
  const roles = grant.accounts.flatMap((account) => provisionedRole(set, account, instance, world) ?? []);
  const [role] = roles;
  const [account] = grant.accounts;
  const place = { kind: 'set', set, instance } as const;
  const holders = roles.map(({ arn }) => arn);
  const common = {
    hop: 2,
    side: 'vendor',
    account: instance.ownerAccount,
    kind: 'identity',
    holders,
  } as const;
  const outdated = role !== undefined && !isProvisionedAsItIs(set, account, instance, world);
  const inline = role === undefined ? [set.inlinePolicy] : [...role.inlinePolicies.values()];
  const owner = world.accounts.get(account);
  return [
    ...inline.flatMap((document) =>
      document === undefined
        ? []
        : [
            {
              ...common,
              id: 'set-inline',
              place,
              name: 'AwsSSOInlinePolicy',
              document,
              ...(outdated && { isOutdated: true as const }),
            },
          ],
    ),
    ...[...(role?.attachedPolicies ?? set.managedPolicies)].map((arn) => ({
      ...common,
      id: `set-${nameOf(arn)}`,
      place: { kind: 'boundary', arn, isOfTheSet: true } as const,
      name: nameOf(arn),
      document: owner && textOf(arn, owner),
    })),
  ];
}

function ofTheBorrowers({ grant, world, vendorBorrowers }: Scene): ShownDocument[] {
  return (vendorBorrowers[grant.index] ?? []).flatMap(({ account, kind, name, arn }) => {
    const owner = world.accounts.get(account);
    const holder = kind === 'role' ? owner?.roles.get(name) : owner?.users.get(name);
    const of = kind === 'role' ? ('Role' as const) : ('User' as const);
    return holder && owner
      ? held(holder, { of, holder: name, arn, account, side: 'vendor', hop: 2 }, owner)
      : [];
  });
}

function ofTheRole({ grant, world }: Scene): ShownDocument[] {
  const account = world.accounts.get(grant.companyAccount);
  const role = account?.roles.get(grant.roleName);
  if (account === undefined || role === undefined) return [];
  const { name, arn } = role;
  const common = { side: 'company', account: account.id } as const;
  const { permissionsBoundary: boundary } = role;
  const trusted: ShownDocument = {
    ...common,
    id: 'trust',
    hop: 2,
    place: { kind: 'trust', role: name },
    name: `trust policy of ${name}`,
    kind: 'trust',
    holders: [],
    document: shownPolicy(role.trustPolicy, world),
  };
  const most = (policyArn: string): ShownDocument => ({
    ...common,
    id: 'boundary',
    hop: 3,
    place: { kind: 'boundary', arn: policyArn },
    name: nameOf(policyArn),
    kind: 'identity',
    holders: [arn],
    document: textOf(policyArn, account),
  });
  const own = held(role, { of: 'Role', holder: name, arn, hop: 3, ...common }, account);
  return [trusted, ...own, ...(boundary === undefined ? [] : [most(boundary)])];
}

function held(
  { inlinePolicies, attachedPolicies }: PolicyHolder,
  {
    of,
    holder,
    arn,
    ...common
  }: { of: 'Role' | 'User'; holder: string; arn: string } & Pick<ShownDocument, 'account' | 'side' | 'hop'>,
  owner: Account,
): ShownDocument[] {
  const all = { ...common, kind: 'identity' as const, holders: [arn] };
  return [
    ...[...attachedPolicies].map((policyArn) => ({
      ...all,
      id: `${holder}-managed-${nameOf(policyArn)}`,
      place: { kind: 'managed', of, holder, arn: policyArn } as const,
      name: nameOf(policyArn),
      document: textOf(policyArn, owner),
    })),
    ...[...inlinePolicies].map(([name, document]) => ({
      ...all,
      id: `${holder}-inline-${name}`,
      place: { kind: 'inline', of, holder } as const,
      name,
      document,
    })),
  ];
}

function ofTheBucket({ grant, world }: Scene): ShownDocument[] {
  const bucket = world.buckets.get(grant.bucketName);
  if (bucket === undefined) return [];
  const keyId = bucket.encryption?.keyId;
  const key = [...world.keys.values()].find(({ id, arn }) => id === keyId || arn === keyId);
  const of = (id: string, name: string, place: Place, policy: unknown): ShownDocument => ({
    id,
    hop: 3,
    side: 'company',
    account: bucket.account,
    place,
    name,
    kind: 'resource',
    holders: [],
    document: shownPolicy(policy, world),
  });
  const named = `bucket policy of ${bucket.name}`;
  return [
    ...(bucket.policy === undefined
      ? []
      : [of('bucket', named, { kind: 'bucket', bucket: bucket.name }, bucket.policy)]),
    ...(key === undefined
      ? []
      : [of('key', `key policy of ${key.id}`, { kind: 'key', arn: key.arn }, key.policy)]),
  ];
}

/** Of one of AWS's that the sandbox does not have, nothing is known. */
function textOf(arn: string, account: Account): unknown {
  try {
    return managedPolicyDocument(arn, account);
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** Its statements as they are written. */
export function statementsOf(document: unknown): readonly unknown[] {
  const statements = isRecord(document) ? document['Statement'] : undefined;
  if (Array.isArray(statements)) return statements;
  return statements === undefined ? [] : [statements];
}

export const statementId = ({ id }: ShownDocument, index: number): string => `${id}-${index + 1}`;

/** One statement as the evaluator reads it; undefined where that does not know it. */
export function parsedStatement(
  statement: unknown,
  kind: PolicyKind,
  name: string,
): Policy['statements'][number] | undefined {
  try {
    return parsePolicy({ Version: '2012-10-17', Statement: [statement] }, kind, name).statements[0];
  } catch {
    return undefined;
  }
}
