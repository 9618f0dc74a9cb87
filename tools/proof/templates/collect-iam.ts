import { sayProofTemplates as say } from '../../../words/say';
import type { Collecting } from './collecting';
import type { FoundResource } from './found-resource';
import type {
  AccessInventory,
  FoundPolicy,
  IdentityPolicies,
  LaterPolicy,
  RoleEntry,
  UserOrGroupEntry,
} from './inventory';
import { isObject, shown } from './json';
import { isKnownLater, knownOrLater } from './later-policy';
import { UnresolvableError } from './unresolvable-error';

type Kind = 'Role' | 'User' | 'Group';

/** A policy and the name of the role, user or group that it is attached to, from wherever. */
interface Attachment {
  readonly kind: Kind;
  readonly account: string;
  readonly name: string;
  readonly policy: FoundPolicy | LaterPolicy;
  readonly from: FoundResource;
}

/** Roles, users and groups with all policies that anything in the assembly attaches to them. */
export function collectIdentities(collecting: Collecting): Pick<AccessInventory, 'roles' | 'usersAndGroups'> {
  const managed = managedPolicies(collecting);
  const attachments = attachmentsIn(collecting);
  // What is left unjudged by its own name is not missed as well.
  const isUnread = (arn: string) =>
    collecting.mayBeUnjudged('AWS::IAM::ManagedPolicy', (policy) => policy.arn === arn);
  const policies = (kind: Kind, resource: FoundResource) =>
    policiesOf(kind, resource, attachments, managed, isUnread);

  const roles = collecting.each(collecting.ofType('AWS::IAM::Role'), (role): RoleEntry => {
    const { name } = role;
    const trust = role.policy('AssumeRolePolicyDocument', say('trustPolicyOf', { role: name }));
    const maxSessionDuration = role.optionalNumber('MaxSessionDuration') ?? 3600;
    return { ...common(role), trust, maxSessionDuration, ...policies('Role', role) };
  });
  const users = collecting.each(collecting.ofType('AWS::IAM::User'), (user): UserOrGroupEntry => {
    return { kind: 'user', ...common(user), ...policies('User', user) };
  });
  const groups = collecting.each(collecting.ofType('AWS::IAM::Group'), (group): UserOrGroupEntry => {
    return { kind: 'group', ...common(group), ...policies('Group', group) };
  });

  for (const type of ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::ManagedPolicy']) {
    checkNamesAreUnique(collecting, type);
  }
  checkHolders(collecting, attachments, { Role: roles, User: users, Group: groups });
  checkGroups(collecting, groups);
  return { roles, usersAndGroups: [...users, ...groups] };
}

function common({ arn, account, name, origin }: FoundResource) {
  return { arn, account, name, origin };
}

/** By ARN: what `ManagedPolicyArns` and boundaries may point at. */
function managedPolicies(collecting: Collecting): ReadonlyMap<string, FoundPolicy | LaterPolicy> {
  const found = collecting.each(collecting.ofType('AWS::IAM::ManagedPolicy'), (policy) => {
    const name = lastSegment(policy.arn);
    return [policy.arn, knownOrLater(name, () => policy.policy('PolicyDocument', name))] as const;
  });
  return new Map(found);
}

const HOLDERS: readonly (readonly [kind: Kind, list: string, name: string])[] = [
  ['Role', 'Roles', 'RoleName'],
  ['User', 'Users', 'UserName'],
  ['Group', 'Groups', 'GroupName'],
];

function attachmentsIn(collecting: Collecting): Attachment[] {
  const attachedBy = (type: string, kind: Kind, names: (from: FoundResource) => readonly string[]) =>
    collecting.each(collecting.ofType(type), (from) =>
      names(from).map((name): Attachment => {
        const own = policyName(from);
        const policy = knownOrLater(own, () => from.policy('PolicyDocument', own));
        return { kind, account: from.account, name, policy, from };
      }),
    );
  return [
    ...['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
      HOLDERS.flatMap(([kind, list]) => attachedBy(type, kind, (from) => from.texts(list))),
    ),
    ...HOLDERS.flatMap(([kind, , name]) =>
      attachedBy(`AWS::IAM::${kind}Policy`, kind, (from) => [from.text(name)]),
    ),
  ].flat();
}

function policyName(policy: FoundResource): string {
  if (policy.type === 'AWS::IAM::ManagedPolicy') return lastSegment(policy.arn);
  return policy.optionalText('PolicyName') ?? policy.logicalId;
}

function policiesOf(
  kind: Kind,
  holder: FoundResource,
  attachments: readonly Attachment[],
  managed: ReadonlyMap<string, FoundPolicy | LaterPolicy>,
  isUnread: (arn: string) => boolean,
): IdentityPolicies {
  const inline = knownOrLater(say('inlinePolicies'), () => inlinePolicies(holder));
  const arns = knownOrLater(say('managedPolicies'), () => holder.texts('ManagedPolicyArns'));
  const attachedHere = attachments.filter((one) => isFor(one, kind, holder));
  const found = [
    ...(isKnownLater(inline) ? [inline] : inline),
    ...(isKnownLater(arns) ? [arns] : arns.flatMap((arn) => managed.get(arn) ?? [])),
    ...attachedHere.map(({ policy }) => policy),
  ];
  checkInlinePolicies([
    ...(isKnownLater(inline) ? [] : inline),
    ...attachedHere.flatMap(({ policy, from }) => (from.type === 'AWS::IAM::ManagedPolicy' ? [] : [policy])),
  ]);
  const boundary = kind === 'Group' ? undefined : boundaryOf(holder, managed);
  const elsewhere = isKnownLater(arns) ? [] : arns.filter((arn) => !managed.has(arn) && !isUnread(arn));
  const later = found.filter(isKnownLater);
  return {
    policies: found.flatMap((policy) => (isKnownLater(policy) ? [] : [policy])),
    unknownPolicies: elsewhere,
    ...(later.length > 0 && { laterPolicies: later }),
    ...(boundary && { boundary }),
  };
}

function inlinePolicies(holder: FoundResource): FoundPolicy[] {
  return holder.objects('Policies').map(({ PolicyName: name, PolicyDocument: document }): FoundPolicy => {
    const read = holder.document(document, 'Policies');
    if (typeof name !== 'string' || !isObject(read)) {
      throw new UnresolvableError(say('policyWithoutName', { got: shown({ name, document }) }));
    }
    return { name, document: read, origin: holder.origin };
  });
}

function boundaryOf(
  holder: FoundResource,
  managed: ReadonlyMap<string, FoundPolicy | LaterPolicy>,
): IdentityPolicies['boundary'] {
  const arn = knownOrLater(say('aBoundary'), () => ({
    text: holder.optionalText('PermissionsBoundary'),
  }));
  if (isKnownLater(arn)) return { unknownPolicy: arn.name, why: arn.why };
  if (arn.text === undefined) return undefined;
  const policy = managed.get(arn.text);
  if (!policy) return { unknownPolicy: arn.text };
  return isKnownLater(policy) ? { unknownPolicy: policy.name, why: policy.why } : policy;
}

/** Names of one account are unique "regardless of case": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
function isFor(attachment: Attachment, kind: Kind, holder: { account: string; name: string }): boolean {
  return (
    attachment.kind === kind &&
    attachment.account === holder.account &&
    attachment.name.toLowerCase() === holder.name.toLowerCase()
  );
}

/** Whatever the paths, only one of them can be made, and nobody knows which. */
function checkNamesAreUnique(collecting: Collecting, type: string): void {
  const found = collecting.each(collecting.ofType(type), (resource) => ({
    resource,
    key: `${resource.account} ${lastSegment(resource.arn).toLowerCase()}`,
  }));
  for (const [index, { resource, key }] of found.entries()) {
    if (found.findIndex((one) => one.key === key) === index) continue;
    collecting.cannotJudge(say('twiceInTemplates', { type, name: lastSegment(resource.arn) }), resource);
  }
}

/** Inline policies of one name are written over each other, wherever they come from. */
function checkInlinePolicies(policies: readonly { readonly name: string }[]): void {
  const names = policies.map(({ name }) => name.toLowerCase());
  const twice = policies.find(({ name }, index) => names.indexOf(name.toLowerCase()) < index);
  if (twice) {
    throw new UnresolvableError(say('twoInlinePolicies', { name: twice.name }));
  }
}

function checkHolders(
  collecting: Collecting,
  attachments: readonly Attachment[],
  holders: Readonly<Record<Kind, readonly { account: string; name: string }[]>>,
): void {
  for (const attachment of attachments) {
    const { kind, name, policy, from } = attachment;
    if (holders[kind].some((holder) => isFor(attachment, kind, holder))) continue;
    if (collecting.mayBeUnjudged(`AWS::IAM::${kind}`, (holder) => isFor(attachment, kind, holder))) continue;
    collecting.cannotJudge(say(`attachedElsewhere.${kind}`, { policy: policy.name, name }), from);
  }
}

/** A user is examined with its own policies, a group with the group's; a group from elsewhere cannot be. */
function checkGroups(collecting: Collecting, groups: readonly UserOrGroupEntry[]): void {
  const memberships = [
    ...collecting.each(collecting.ofType('AWS::IAM::User'), (user) =>
      user.texts('Groups').map((group) => ({ group, resource: user })),
    ),
    ...collecting.each(collecting.ofType('AWS::IAM::UserToGroupAddition'), (addition) => [
      { group: addition.text('GroupName'), resource: addition },
    ]),
  ].flat();
  for (const { group, resource } of memberships) {
    const isMeant = ({ account, name }: { account: string; name: string }) =>
      account === resource.account && name === group;
    if (!groups.some(isMeant) && !collecting.mayBeUnjudged('AWS::IAM::Group', isMeant))
      collecting.cannotJudge(say('groupElsewhere', { name: group }), resource);
  }
}

function lastSegment(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
