import type { Grant } from '../../../lib/share/grant';
import type { Share } from '../../../lib/share/share';
import { awsConfig, profileNames } from '../../handoff/aws-config';
import type { SeededBorrower } from '../seed/borrowers';
import type { PortalUser } from '../seed/people';
import type { Administrator, SeededWorld } from '../seed/seed-world';
import type { LongLivedKeys } from './aws-files';

/** What somebody of the vendor's has on their computer who borrows: the handoff's config, and their own way to sign in. */
export interface VendorLogin {
  /** Who that is: `member-of-analysts`, `role etl`. */
  readonly name: string;
  /** `~/.aws/config`: the handoff's, with what only the vendor knows filled in. */
  readonly config: string;
  /** Of the role or user that borrows, where nobody signs in. */
  readonly borrower?: string;
  /** Of the user that borrows. */
  readonly keys?: ReadonlyMap<string, LongLivedKeys>;
  /** Whoever may be the role that borrows; its profile is the source of the borrower's. */
  readonly administrators?: ReadonlyMap<string, Administrator>;
  readonly signedIn?: { readonly session: string; readonly user: PortalUser };
}

/** @param user of this vendor's portal. @default - the one that gets the permission set */
export function vendorLogin(
  grant: Grant,
  share: Share,
  { vendorUsers, vendorBorrowers, administrators }: Omit<SeededWorld, 'world'>,
  user: PortalUser | undefined = vendorUsers[grant.index]?.assigned,
): VendorLogin {
  if (user !== undefined) {
    const session = profileNames(grant).ssoSession;
    return {
      name: user.name,
      config: awsConfig(grant, share, user.instance),
      signedIn: { session, user },
    };
  }
  const [borrower] = vendorBorrowers[grant.index] ?? [];
  if (borrower === undefined) throw new Error(`vendors[${grant.index}] was not seeded`);
  return borrowerLogin(borrower, grant, share, administrators);
}

function borrowerLogin(
  borrower: SeededBorrower,
  grant: Grant,
  share: Share,
  administrators: ReadonlyMap<string, Administrator>,
): VendorLogin {
  const profile = profileNames(grant).permissionSet;
  const name = `${borrower.kind} ${borrower.name}`;
  const written = awsConfig(grant, share);
  if (borrower.credential !== undefined) {
    const config = withProfile(profile, [`region = ${grant.region}`], written);
    return { name, borrower: borrower.arn, config, keys: new Map([[profile, borrower.credential]]) };
  }
  const own = [...administrators].find(([, { account }]) => account === borrower.account);
  if (own === undefined) throw new Error(`account ${borrower.account} was not seeded`);
  const [sourceProfile] = own;
  const section = [
    `role_arn = ${borrower.arn}`,
    `source_profile = ${sourceProfile}`,
    `region = ${grant.region}`,
  ];
  // A product's machine has its role by itself: here there is none.
  const filledIn = written
    .replace(/^credential_source = .*$/m, `source_profile = ${profile}`)
    .replaceAll('A-PROFILE-THAT-YOU-HAVE', sourceProfile);
  const config = withProfile(profile, section, filledIn);
  return { name, borrower: borrower.arn, config, administrators: new Map([own]) };
}

/** The section of whoever borrows, where the handoff leaves it to the vendor. */
function withProfile(profile: string, settings: readonly string[], config: string): string {
  const title = `[profile ${profile}]`;
  if (config.split('\n').includes(title)) return config;
  return `${[title, ...settings].join('\n')}\n\n${config}`;
}
