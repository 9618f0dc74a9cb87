import { sayProofClasses as say } from '../../../words/say';
import type { AccessInventory, FoundPolicy, Unjudged } from './inventory';
import { isObject } from './json';
import { MADE_UP } from './made-up';

/**
 * Policies that spell out a name which CloudFormation makes up, or a part of it. The end of such a name is known only once it
 * is made: whether a pattern fits it, nobody can say before, unless a `*` stands for all of it.
 */
export function spelledOutNames(inventory: Omit<AccessInventory, 'unjudged' | 'notProved'>): Unjudged[] {
  const { roles, usersAndGroups, buckets, resourcePolicies, permissionSets } = inventory;
  const fronts = [
    ...roles,
    ...usersAndGroups,
    ...buckets.map(({ name }) => ({ arn: `arn:aws:s3:::${name}` })),
  ]
    .map(({ arn }) => arn)
    .filter((arn) => arn.includes(MADE_UP))
    .map((arn) => arn.slice(0, arn.indexOf(MADE_UP)));
  if (fronts.length === 0) return [];
  const policies: FoundPolicy[] = [
    ...roles.flatMap((role) => [role.trust, ...(role.arn.includes(MADE_UP) ? [] : role.policies)]),
    ...usersAndGroups.flatMap((one) => one.policies),
    ...buckets.flatMap(({ policy }) => policy ?? []),
    ...resourcePolicies.map(({ policy }) => policy),
    ...permissionSets.flatMap(({ inlinePolicy }) => inlinePolicy ?? []),
  ];
  return policies.flatMap(({ name, document, origin }) => {
    const texts = new Set(textsIn(document).filter((text) => fronts.some((front) => mayFit(text, front))));
    return [...texts].map((text) => ({
      what: say('spelledOut', { policy: name, text }),
      origin,
      unreadPolicy: true,
    }));
  });
}

function textsIn(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  if (Array.isArray(json)) return json.flatMap(textsIn);
  return isObject(json) ? Object.values(json).flatMap(textsIn) : [];
}

/** Names are unique regardless of case. */
function mayFit(text: string, madeUpFront: string): boolean {
  const pattern = text.toLowerCase();
  const front = madeUpFront.toLowerCase();
  if (text.includes(MADE_UP)) return false;
  const spelled = /^[^*?]*/.exec(pattern)?.[0] ?? '';
  const name = front.slice(0, Math.max(front.lastIndexOf('/'), front.lastIndexOf(':')) + 1);
  if (!spelled.startsWith(front) && !(front.startsWith(spelled) && spelled.length > name.length))
    return false;
  const [rest, madeUp] = spelled.startsWith(front)
    ? [pattern.slice(front.length), '']
    : [pattern.slice(spelled.length), front.slice(spelled.length)];
  if (rest === '' || /^\*($|[/:])/.test(rest)) return false;
  return canMeet(rest, `${madeUp}*`);
}

/** Whether some text fits two patterns. */
function canMeet(one: string, other: string): boolean {
  const reached = new Set<string>();
  const open = [[one, other] as const];
  for (let next = open.pop(); next; next = open.pop()) {
    const [left, right] = next;
    if (left === '' && right === '') return true;
    const key = `${left.length} ${right.length}`;
    if (reached.has(key)) continue;
    reached.add(key);
    if (left.startsWith('*')) open.push([left.slice(1), right]);
    if (right.startsWith('*')) open.push([left, right.slice(1)]);
    if (left === '' || right === '') continue;
    const fits = [left, right].some((pattern) => /^[*?]/.test(pattern)) || left[0] === right[0];
    if (!fits) continue;
    const after = (pattern: string) => (pattern.startsWith('*') ? pattern : pattern.slice(1));
    open.push([after(left), after(right)]);
  }
  return false;
}
