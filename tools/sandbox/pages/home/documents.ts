import { saySandboxHome as say } from '../../../../words/say';
import type { PolicyKind } from '../../../iam/policy';
import { managedPolicyDocument } from '../../access/policies-in-force';
import { shownPolicy } from '../../access/stored-policy';
import type { PolicyHolder } from '../../core/identities';
import type { Assignment, IdentityCenterInstance, PermissionSet } from '../../core/identity-center';
import { AwsError } from '../../core/service';
import type { Account } from '../../core/world';
import { provisionedRole } from '../../identity-center/provisioning';
import { identityCenterOf } from '../../seed/made-up-identity-center';
import { type Call, iamCall, ssoCall } from './change';
import type { Scene, Side } from './scene';

/** One policy document as it is in the world at this moment. */
export interface ShownDocument {
  readonly id: string;
  readonly hop: 2 | 3;
  readonly side: Side;
  readonly title: () => string;
  readonly decides: `decides${'Borrow' | 'Lent' | 'May' | 'Most' | 'Bucket' | 'Key'}`;
  /** As the evaluator names the policy. */
  readonly name: string;
  readonly kind: PolicyKind;
  /** ARNs of the roles or users whose policy it is; absent for a policy of a resource. */
  readonly holders?: readonly string[];
  /** Of a managed policy, and of a key. */
  readonly arn?: string;
  /** Undefined where a bucket has none. */
  readonly document: unknown;
  /** Calls that write another text in its place, or take it away; absent where that is not this page's to do. */
  readonly put?: ((text: unknown) => readonly Call[]) | undefined;
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
  const sets = [...(instance?.permissionSets.values() ?? [])];
  const set = sets.find(({ name }) => name === grant.permissionSetName);
  return {
    instance,
    set,
    assignments: instance?.assignments.filter(({ permissionSetArn }) => permissionSetArn === set?.arn) ?? [],
    documents: [
      ...(set && instance ? ofTheSet(set, instance, scene) : ofTheBorrowers(scene)),
      ...ofTheRole(scene),
      ...ofTheBucket(scene),
      ...ofTheKey(scene),
    ],
  };
}

/** What is in force: the role that Identity Center has made of the set; before it is assigned, the set itself. */
function ofTheSet(set: PermissionSet, instance: IdentityCenterInstance, scene: Scene): ShownDocument[] {
  const { grant, world } = scene;
  const account = world.accounts.get(grant.accounts[0]);
  const roles = grant.accounts.flatMap((one) => provisionedRole(set, one, instance, world) ?? []);
  const [role] = roles;
  const { name, arn: PermissionSetArn, inlinePolicy, managedPolicies } = set;
  const inline = inlinePolicy === undefined ? [] : [['AwsSSOInlinePolicy', inlinePolicy] as const];
  const holder = role ?? { inlinePolicies: new Map(inline), attachedPolicies: new Set(managedPolicies) };
  const everywhere = { PermissionSetArn, TargetType: 'ALL_PROVISIONED_ACCOUNTS' };
  const provision = role && ssoCall(instance, 'ProvisionPermissionSet', everywhere);
  const put = (text: unknown): Call[] => {
    const policy = { PermissionSetArn, InlinePolicy: JSON.stringify(text) };
    const written = ssoCall(instance, 'PutInlinePolicyToPermissionSet', policy);
    return provision === undefined ? [written] : [written, provision];
  };
  const common = { ...OF_THE_VENDOR, holders: roles.map(({ arn }) => arn) };
  return held({ ...holder, name }, 'Role', account, common).map((one) =>
    one.arn === undefined
      ? { ...one, id: 'set-inline', title: () => say('docSet', { set: name }), put }
      : { ...one, put: undefined },
  );
}

const OF_THE_VENDOR = { hop: 2, side: 'vendor', decides: 'decidesBorrow' } as const;

function ofTheBorrowers({ grant, world, vendorBorrowers }: Scene): ShownDocument[] {
  return (vendorBorrowers[grant.index] ?? []).flatMap(({ account, kind, name, arn }) => {
    const owner = world.accounts.get(account);
    const holder = kind === 'role' ? owner?.roles.get(name) : owner?.users.get(name);
    const common = { ...OF_THE_VENDOR, holders: [arn] };
    return holder ? held(holder, kind === 'role' ? 'Role' : 'User', owner, common) : [];
  });
}

function ofTheRole({ grant, world }: Scene): ShownDocument[] {
  const account = world.accounts.get(grant.companyAccount);
  const role = account?.roles.get(grant.roleName);
  if (account === undefined || role === undefined) return [];
  const { name, arn, permissionsBoundary } = role;
  const trusted: ShownDocument = {
    id: 'trust',
    hop: 2,
    side: 'company',
    title: () => say('docTrust', { role: name }),
    decides: 'decidesLent',
    name: `trust policy of ${name}`,
    kind: 'trust',
    document: shownPolicy(role.trustPolicy, world),
    put: (text) => [
      iamCall(account.id, 'UpdateAssumeRolePolicy', { RoleName: name, PolicyDocument: JSON.stringify(text) }),
    ],
  };
  const common = { hop: 3, side: 'company', holders: [arn] } as const;
  const most = permissionsBoundary === undefined ? [] : [managed(permissionsBoundary, account)];
  const boundary = most.map((policy): ShownDocument => {
    const title = (): string => say('docBoundary', { policy: policy.name });
    return { ...common, ...policy, id: 'boundary', decides: 'decidesMost', kind: 'identity', title };
  });
  const own = held(role, 'Role', account, { ...common, decides: 'decidesMay' });
  return [trusted, ...own, ...boundary];
}

/** The policies of a role or user, attached and inline. */
function held(
  holder: Pick<PolicyHolder, 'inlinePolicies' | 'attachedPolicies'> & { readonly name: string },
  of: 'Role' | 'User',
  account: Account | undefined,
  common: Pick<ShownDocument, 'hop' | 'side' | 'decides' | 'holders'>,
): ShownDocument[] {
  if (account === undefined) return [];
  const call = (operation: string, input: Readonly<Record<string, string>>): Call =>
    iamCall(account.id, `${operation}${of}Policy`, { [`${of}Name`]: holder.name, ...input });
  const attached = [...holder.attachedPolicies].map((PolicyArn) => {
    const policy = managed(PolicyArn, account);
    const put = versioned(PolicyArn, account, (operation) => call(operation, { PolicyArn }));
    return { ...policy, put, id: `${holder.name}-managed-${policy.name}` };
  });
  const inline = [...holder.inlinePolicies].map(([name, document]) => {
    const put = (text: unknown): Call[] => [
      text === undefined
        ? call('Delete', { PolicyName: name })
        : call('Put', { PolicyName: name, PolicyDocument: JSON.stringify(text) }),
    ];
    return { name, document, put, id: `${holder.name}-inline-${name}` };
  });
  return [...attached, ...inline].map((policy) => {
    return {
      ...common,
      ...policy,
      kind: 'identity',
      title: () => say('docOfHolder', { holder: holder.name, policy: policy.name }),
    };
  });
}

/**
 * Another text is another version of the policy; a text that it has had comes back, and the version in its place goes.
 * AWS's own policies nobody changes.
 */
function versioned(
  PolicyArn: string,
  { id, managedPolicies }: Account,
  holding: (operation: 'Attach' | 'Detach') => Call,
): ShownDocument['put'] {
  const policy = managedPolicies.get(PolicyArn);
  if (policy === undefined) return undefined;
  const version = (operation: string, input: Readonly<Record<string, string>>): Call =>
    iamCall(id, `${operation}PolicyVersion`, { PolicyArn, ...input });
  return (text) => {
    if (text === undefined) return [holding('Detach')];
    const PolicyDocument = JSON.stringify(text);
    const { versions, defaultVersionId: now } = policy;
    const had = [...versions].find(([, { document }]) => JSON.stringify(document) === PolicyDocument);
    if (had === undefined) return [version('Create', { PolicyDocument, SetAsDefault: 'true' })];
    const back = [holding('Attach'), version('SetDefault', { VersionId: had[0] })];
    return had[0] === now ? back : [...back, version('Delete', { VersionId: now })];
  };
}

const OF_A_RESOURCE = { hop: 3, side: 'company', kind: 'resource' } as const;

function ofTheBucket({ grant, world }: Scene): ShownDocument[] {
  const bucket = world.buckets.get(grant.bucketName);
  if (bucket === undefined) return [];
  const { account, name: bucketName, policy } = bucket;
  const at = { account, service: 's3', region: grant.region, path: `/${bucketName}`, query: { policy: '' } };
  const put = (text: unknown): Call[] => [
    text === undefined ? { ...at, method: 'DELETE' } : { ...at, method: 'PUT', body: JSON.stringify(text) },
  ];
  const document = shownPolicy(policy, world);
  const name = `bucket policy of ${bucketName}`;
  const title = (): string => say('docBucket');
  return [{ ...OF_A_RESOURCE, id: 'bucket', title, decides: 'decidesBucket', name, document, put }];
}

function ofTheKey(scene: Scene): ShownDocument[] {
  const key = bucketKeyOf(scene);
  if (key === undefined) return [];
  const document = shownPolicy(key.policy, scene.world);
  const name = `key policy of ${key.id}`;
  const title = (): string => say('docKey');
  return [{ ...OF_A_RESOURCE, id: 'key', title, decides: 'decidesKey', name, arn: key.arn, document }];
}

/** The key that the bucket encrypts with now. */
export function bucketKeyOf({ grant, world }: Scene) {
  const keyId = world.buckets.get(grant.bucketName)?.encryption?.keyId;
  return [...world.keys.values()].find(({ id, arn }) => id === keyId || arn === keyId);
}

/** Of one of AWS's that the sandbox does not have, nothing is known. */
function managed(arn: string, account: Account | undefined) {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  try {
    return { arn, name, document: account && managedPolicyDocument(arn, account) };
  } catch (error) {
    if (error instanceof AwsError) return { arn, name, document: undefined };
    throw error;
  }
}
