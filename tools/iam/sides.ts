import type { AccessRequest, Blame, NearMiss, PoliciesInForce, PolicyRole } from './request';
import type { Policy } from './policy';
import type { PrincipalMatch } from './principals';
import { matchStatement, type Mismatch } from './statement-match';

/** All policies in one role, and what they say about one request. */
export interface Side {
  readonly role: PolicyRole;
  /** False if there is no such policy, which for a boundary or a session policy means no limit. */
  readonly inForce: boolean;
  readonly allows: readonly (Blame & { readonly as: PrincipalMatch })[];
  readonly denies: readonly Blame[];
  /** The Allow statements that came closest. */
  readonly nearMisses: () => readonly NearMiss[];
}

export type Sides = Readonly<Record<PolicyRole, Side>>;

export function consult(request: AccessRequest, policies: PoliciesInForce): Sides {
  const { resource } = policies;
  // None of these can be attached to a root user.
  const { identity, boundary, session }: Partial<PoliciesInForce> =
    request.caller.kind === 'root' ? {} : policies;
  return {
    identity: side('identity', identity, request),
    boundary: side('boundary', boundary && [boundary], request),
    session: side('session', session, request),
    resource: side('resource', resource && [resource], request),
  };
}

function side(role: PolicyRole, policies: readonly Policy[] | undefined, request: AccessRequest): Side {
  const allows: (Blame & { as: PrincipalMatch })[] = [];
  const denies: Blame[] = [];
  const misses: Miss[] = [];
  for (const policy of policies ?? []) {
    for (const statement of policy.statements) {
      const match = matchStatement(statement, request);
      if (!match.applies) {
        if (statement.effect === 'Allow') misses.push({ policy, statement, ...match.mismatch });
      } else if (statement.effect === 'Deny') {
        denies.push({ policy, statement });
      } else {
        allows.push({ policy, statement, as: match.as });
      }
    }
  }
  return { role, inForce: policies !== undefined, allows, denies, nearMisses: () => closest(misses) };
}

type Miss = Blame & Mismatch;

function closest(misses: readonly Miss[]): readonly NearMiss[] {
  const deepest = Math.max(...misses.map((miss) => Math.min(miss.depth, 3)));
  return misses
    .filter((miss) => Math.min(miss.depth, 3) === deepest)
    .map(({ policy, statement, because }) => ({ policy, statement, because: because() }));
}
