import { sayDeployed } from '../../../words/say';
import { readPolicy } from '../../iam/parse-policy';
import type { Statement } from '../../iam/policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import type { FoundPolicy, RoleEntry } from '../../proof/templates/inventory';

/** The company has cut off the sessions of a role that were lent before a moment. */
export interface Suspension {
  /** `AWSRevokeOlderSessions (inline)` */
  readonly policy: string;
  /** ISO 8601, as it stands in the policy. */
  readonly before: string;
  /** `suspended for sessions before …` */
  readonly inWords: string;
}

/**
 * Takes out of a role the policies that do nothing but cut off older sessions, as the console's "Revoke sessions" writes
 * them: whoever borrows anew is not concerned, so they take nothing away from what was promised, and they are there on
 * purpose. Any other Deny is left for the proof.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 */
export function setSuspensionsApart(
  role: RoleEntry,
  now: Date,
): {
  readonly role: RoleEntry;
  readonly suspensions: readonly Suspension[];
} {
  const looked = role.policies.map((policy) => ({ policy, before: cutOffBy(policy) }));
  return {
    role: {
      ...role,
      policies: looked.flatMap(({ policy, before }) => (before === undefined ? [policy] : [])),
    },
    suspensions: looked.flatMap(({ policy, before }) =>
      before === undefined ? [] : [{ policy: policy.name, before, inWords: inWords(before, now) }],
    ),
  };
}

/** The latest moment, where every statement is a Deny of sessions before one. */
function cutOffBy({ document, name }: FoundPolicy): string | undefined {
  try {
    const { policy } = readPolicy(document, 'identity', name);
    const moments = policy.statements.map(momentOf);
    const known = moments.filter((moment) => moment !== undefined);
    if (known.length === 0 || known.length < moments.length) return undefined;
    return known.reduce((latest, one) => (Date.parse(one) > Date.parse(latest) ? one : latest));
  } catch (error) {
    if (!(error instanceof UnsupportedPolicyError)) throw error;
    return undefined;
  }
}

function momentOf({ effect, conditions, unmodelled = [] }: Statement): string | undefined {
  const [condition, ...more] = conditions;
  if (effect !== 'Deny' || condition === undefined || more.length > 0 || unmodelled.length > 0)
    return undefined;
  const { operator, ifExists, set, key, values } = condition;
  const isOlder = operator === 'DateLessThan' && !ifExists && set === undefined;
  const [moment, ...others] = values;
  if (!isOlder || key !== 'aws:tokenissuetime' || moment === undefined || others.length > 0) return undefined;
  return Number.isNaN(Date.parse(moment)) ? undefined : moment;
}

function inWords(before: string, now: Date): string {
  return Date.parse(before) > now.getTime()
    ? sayDeployed('suspended.future', { before })
    : sayDeployed('suspended.past', { before });
}
