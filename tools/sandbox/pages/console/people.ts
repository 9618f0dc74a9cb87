import type { Grant } from '../../../../lib/share/grant';
import { saySandboxConsole as say } from '../../../../words/say';
import type { IdentityCenterInstance, Principal } from '../../core/identity-center';
import { identityCenterOf } from '../../seed/made-up-identity-center';
import type { Administrator, SeededWorld } from '../../seed/seed-world';
import { administratorOf } from '../home/change';

/** Somebody of a vendor's who one can be. */
export interface Someone {
  /** In a form: the vendor's place in the share, and who. */
  readonly id: string;
  readonly name: string;
  /** Who that is, in the language that is spoken. */
  readonly note: () => string;
  readonly grant: Grant;
  /** Of Identity Center: signs in there, and then chooses a permission set. */
  readonly person?: Person;
  /** Of somebody who signs in nowhere: a user's own, or the administrator's who assumes the role. */
  readonly credential?: Administrator['credential'];
  readonly roleArn?: string;
}

export interface Person {
  readonly user: Principal;
  readonly instance: IdentityCenterInstance;
  /** Never gets the permission set. */
  readonly isOutsider: boolean;
}

/** Identity Center's people, or the roles and users that borrow by ARN. */
export function peopleOf(grant: Grant, seeded: SeededWorld): Someone[] {
  const center = identityCenterOf(grant);
  const instance = center && seeded.world.identityCenters.get(center.instanceArn);
  const outsider = seeded.vendorUsers[grant.index]?.notAssigned.userId;
  const someone = (who: string, name: string, note: () => string, rest: Partial<Someone>): Someone => {
    return { id: `${grant.index} ${who}`, name, note, grant, ...rest };
  };
  const people = [...(instance?.users.values() ?? [])].flatMap((user) => {
    const isOutsider = user.id === outsider;
    const note = (): string => say(isOutsider ? 'be.not-assigned' : 'be.user');
    return instance ? [someone(user.id, user.name, note, { person: { user, instance, isOutsider } })] : [];
  });
  const borrowers = (seeded.vendorBorrowers[grant.index] ?? []).map(({ arn, name, account, credential }) =>
    credential === undefined
      ? someone(arn, name, () => say('be.iam-role'), {
          credential: administratorOf(account, seeded),
          roleArn: arn,
        })
      : someone(arn, name, () => say('be.iam-user'), { credential }),
  );
  return [...people, ...borrowers];
}
