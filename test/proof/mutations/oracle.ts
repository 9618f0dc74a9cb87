/**
 * The oracle: did a mutation change who can do what?
 *
 * It answers by trying requests, with an evaluator, a template reader and a notion of AWS's rules that share no line
 * with `tools/`. What it compares is the mutant with the original, never the mutant with a promise.
 *
 * What it holds the proof to:
 * - Wider anywhere, or narrower on the way of the promised user, is a change. So is a template that AWS would not take.
 * - The bucket is reached by TLS 1.2 or later only, and that is part of the promise: without the two Deny statements of
 *   the bucket policy a borrower could read in the clear, which is a request that was denied and now is not.
 * - A narrower permission set that its user can still borrow the role with (say, one that repeats the ExternalId of the
 *   trust policy) is not what the promise says and harms nobody: either verdict will do.
 * - So are requests that AWS never sees: one without `aws:SecureTransport` or `aws:CurrentTime`, `s3:GetObject` on a
 *   bucket's own ARN, `s3:prefix` on anything but a listing. The proof may look at them, and need not.
 * - The roles of the company's own machinery (the function that puts the seed objects) may do what they like inside the
 *   company, as long as nobody outside can enter them or run them.
 * - A permission set's name is how its users ask the portal for it: another name is another way in, and not the promised
 *   one. Names that decide nothing (a Sid, a managed policy's) change nothing.
 */
import type { JsonObject } from '../../naive/json';
import { type Assembly, Undeployable } from './cloudformation';
import { type Difference, differences } from './compare';
import { type Hop, hopsOf } from './questions';
import { whyProofMayDecline } from './grammar';
import { gravest, rulingsOn } from './rules';
import type { Ruling } from './ruling';
import { type World, worldOf } from './world';

export function judge(original: Assembly, mutant: Assembly): Ruling {
  const before = worldOnce(original);
  let after: World;
  try {
    after = worldOf(mutant);
  } catch (error) {
    if (error instanceof Undeployable)
      return { expectation: 'caught', why: `AWS would reject it: ${error.message}` };
    throw error;
  }
  const unknown = newUnknowns(before, after);
  if (unknown) return unknown;

  const rulings = [...rulingsOn(original, mutant), ...declined(before, after)];
  for (const hop of hopsOf(before, after)) {
    rulings.push(...differences(hop).map((difference) => rulingOn(hop, difference)));
    if (rulings.some(({ expectation }) => expectation === 'caught')) break;
  }
  return gravest(rulings);
}

const worlds = new WeakMap<Assembly, World>();

function worldOnce(assembly: Assembly): World {
  const known = worlds.get(assembly) ?? worldOf(assembly);
  worlds.set(assembly, known);
  return known;
}

function rulingOn(hop: Hop, { direction, canHappen, witness }: Difference): Ruling {
  const why = `${direction}: ${witness}`;
  if (!canHappen) return { expectation: 'any', why: `AWS never sees this request; ${why}` };
  if (hop.counts === 'inside' || hop.counts === 'services')
    return { expectation: 'any', why: `inside the company; ${why}` };
  if (hop.counts === 'wider' && direction === 'narrowed')
    return { expectation: 'any', why: `another hop decides; ${why}` };
  return { expectation: 'caught', why };
}

/** A managed policy that is not in the assembly can allow anything: nobody can call that good. */
function newUnknowns(before: World, after: World): Ruling | undefined {
  const all = (world: World) => [
    ...world.roles.flatMap((role) => role.unknown.map((policy) => `${policy} of ${role.arn}`)),
    ...world.assignments.flatMap((one) => one.unknown.map((policy) => `${policy} of ${one.permissionSet}`)),
  ];
  const known = all(before);
  const added = all(after).find((one) => !known.includes(one));
  if (added === undefined) return undefined;
  const inside = before.roles.some((role) => role.unknown.length > 0 && added.endsWith(role.arn));
  return { expectation: inside ? 'any' : 'caught', why: `what it allows is not in the assembly: ${added}` };
}

function declined(before: World, after: World): Ruling[] {
  const reasons = (world: World) =>
    documentsIn(world)
      .map(whyProofMayDecline)
      .filter((why) => why !== undefined);
  const known = reasons(before);
  return reasons(after)
    .filter((why) => !known.includes(why))
    .map((why) => ({ expectation: 'holds or not decided', why: `changes nothing, but with ${why}` }));
}

function documentsIn(world: World): JsonObject[] {
  return [
    ...world.roles.flatMap((role) => [role.trust, ...role.identity]),
    ...world.buckets.flatMap((bucket) => bucket.policies),
    ...world.assignments.flatMap((one) => one.identity),
  ];
}
