import type {
  AccessRequest,
  DeterminingStatement,
  NearMiss,
  PoliciesInForce,
  PolicyType,
  Reading,
} from './request';
import type { Policy } from './policy';
import type { PrincipalMatch } from './principals';
import { matchStatement, type Mismatch } from './statement-match';

/** All policies of one type, and what they say about one request. */
export interface PolicyGroup {
  readonly type: PolicyType;
  /** False if there is no such policy, which for a boundary or a session policy means no limit. */
  readonly inForce: boolean;
  readonly allows: readonly (DeterminingStatement & { readonly as: PrincipalMatch })[];
  readonly denies: readonly DeterminingStatement[];
  /** The Allow statements that came closest. */
  readonly nearMisses: () => readonly NearMiss[];
}

export type PolicyGroups = Readonly<Record<PolicyType, PolicyGroup>>;

export function matchPolicies(
  request: AccessRequest,
  policies: PoliciesInForce,
  reading: Reading,
): PolicyGroups {
  const { resource } = policies;
  // None of these can be attached to a root user.
  const { identity, boundary, session }: Partial<PoliciesInForce> =
    request.caller.kind === 'root' ? {} : policies;
  return {
    identity: group('identity', identity, request, reading),
    boundary: group('boundary', boundary && [boundary], request, reading),
    session: group('session', session, request, reading),
    resource: group('resource', resource && [resource], request, reading),
  };
}

function group(
  type: PolicyType,
  policies: readonly Policy[] | undefined,
  request: AccessRequest,
  reading: Reading,
): PolicyGroup {
  const allows: (DeterminingStatement & { as: PrincipalMatch })[] = [];
  const denies: DeterminingStatement[] = [];
  const misses: Miss[] = [];
  for (const policy of policies ?? []) {
    for (const statement of policy.statements) {
      const match = matchStatement(statement, request, reading);
      if (!match.applies) {
        if (statement.effect === 'Allow') misses.push({ policy, statement, ...match.mismatch });
      } else if (statement.effect === 'Deny') {
        denies.push({ policy, statement });
      } else {
        allows.push({ policy, statement, as: match.as });
      }
    }
  }
  return { type, inForce: policies !== undefined, allows, denies, nearMisses: () => closest(misses) };
}

type Miss = DeterminingStatement & Mismatch;

function closest(misses: readonly Miss[]): readonly NearMiss[] {
  const deepest = Math.max(...misses.map((miss) => Math.min(miss.depth, 3)));
  return misses
    .filter((miss) => Math.min(miss.depth, 3) === deepest)
    .map(({ policy, statement, because }) => ({ policy, statement, because: because() }));
}
