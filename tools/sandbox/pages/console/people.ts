import type { Grant } from '../../../../lib/share/grant';
import { saySandboxConsole as say } from '../../../../words/say';
import { identityCenterOf } from '../../seed/made-up-identity-center';
import type { Credential } from '../../core/identities';
import type { IdentityCenterInstance, Principal } from '../../core/identity-center';
import type { SeededWorld } from '../../seed/seed-world';

/** Somebody of a vendor's who one can be. */
export interface Someone {
  /** In a form: the vendor's place in the share, and who. */
  readonly id: string;
  readonly name: string;
  /** Who that is, in the language that is spoken. */
  readonly note: () => string;
  readonly grant: Grant;
  /** Of Identity Center: signs in there, and then chooses a permission set. */
  readonly person?: {
    readonly user: Principal;
    readonly instance: IdentityCenterInstance;
    /** Never gets the permission set. */
    readonly isOutsider: boolean;
  };
  /** Of somebody who signs in nowhere: a user's own, or the administrator's who assumes the role. */
  readonly credential?: Credential;
  readonly roleArn?: string;
}

/** Identity Center's people or the roles and users that borrow by ARN, and who administers the vendor's accounts. */
export function peopleOf(
  grant: Grant,
  { administrators, vendorBorrowers, vendorUsers, world }: SeededWorld,
): Someone[] {
  const center = identityCenterOf(grant);
  const instance = center && world.identityCenters.get(center.instanceArn);
  const outsider = vendorUsers[grant.index]?.notAssigned.userId;
  const someone = (who: string, name: string, note: () => string, rest: Partial<Someone>): Someone => {
    return { id: `${grant.index} ${who}`, name, note, grant, ...rest };
  };
  const administratorOf = (account: string): Credential | undefined =>
    [...administrators.values()].find((one) => one.account === account)?.credential;
  const people =
    instance === undefined
      ? []
      : [...instance.users.values()].map((user) => {
          const isOutsider = user.id === outsider;
          const note = (): string => (isOutsider ? say('be.not-assigned') : say('be.user'));
          return someone(user.id, user.name, note, { person: { user, instance, isOutsider } });
        });
  const borrowers = (vendorBorrowers[grant.index] ?? []).flatMap(({ arn, name, account, credential }) => {
    if (credential !== undefined) return [someone(arn, name, () => say('be.iam-user'), { credential })];
    const administrator = administratorOf(account);
    const assumed = administrator && { credential: administrator, roleArn: arn };
    return assumed === undefined ? [] : [someone(arn, name, () => say('be.iam-role'), assumed)];
  });
  const others = grant.accounts.flatMap((account) => {
    const credential = administratorOf(account);
    const note = (): string => say('be.administrator', { account });
    return credential?.kind === 'user' ? [someone(account, credential.userName, note, { credential })] : [];
  });
  return [...people, ...borrowers, ...others];
}
