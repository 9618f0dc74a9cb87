import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Grant } from '../../lib/share/grant';
import type { AwsClients, Connection } from './aws-clients';
import { type AwsProfiles, profileProblem, signInProfile } from './aws-profiles';
import type { Failure } from './outcome';
import { programOf } from './runnable';
import { attempt } from './run-probes';
import { borrowersOf } from '../handoff/vendor-half';

/** Who a profile turned out to be. */
export interface SignedIn {
  readonly profile: string;
  readonly account: string;
  readonly arn: string;
  readonly role: WalkthroughRole;
  readonly clients: AwsClients;
}

/** What part somebody can play in the walkthrough. */
export type WalkthroughRole =
  /** Whom the share is for: a session of the permission set in an account of the vendor, or a role or user that it names. */
  | 'vendor user'
  /** Anyone else of the vendor's accounts. */
  | 'vendor principal'
  /** A session of the lent role: the handoff's chained profile. */
  | 'borrower'
  | 'company principal'
  /** Of the account that runs Identity Center, where that is not the vendor account. */
  | 'identity center principal'
  | 'stranger';

export interface NotSignedIn {
  readonly profile: string;
  readonly failure: Failure;
}

/** Pre-flight: the profile exists, has keys, the keys are good, and whose they are. In this order. */
export async function signIn(
  profile: string,
  grant: Grant,
  io: { connection: Connection; profiles: AwsProfiles; timeout: number; signal: AbortSignal },
): Promise<SignedIn | NotSignedIn> {
  const problem = profileProblem(profile, io.profiles);
  if (problem !== undefined) {
    return {
      profile,
      failure: { kind: 'failed', how: 'not-signed-in', code: 'BadProfile', message: problem },
    };
  }
  const clients = io.connection.asProfile(profile);
  let identity = { account: '', arn: '' };
  const outcome = await attempt(
    async (abortSignal) => {
      const answer = await clients.sts.send(new GetCallerIdentityCommand({}), { abortSignal });
      identity = { account: answer.Account ?? '', arn: answer.Arn ?? '' };
      return identity.arn;
    },
    io.timeout,
    io.signal,
  );
  if (outcome.kind === 'failed')
    return { profile, failure: whoIsSilent(outcome, profile, io.profiles, clients) };
  return { profile, ...identity, role: roleOf(identity, grant), clients };
}

/** Where nobody was asked before the time was over, it is the program of the profile that does not answer, and not AWS. */
export function whoIsSilent(
  failure: Failure,
  profile: string,
  profiles: AwsProfiles,
  { hasAskedForKeys }: Pick<AwsClients, 'hasAskedForKeys'>,
): Failure {
  const command = profiles.profiles[signInProfile(profile, profiles)]?.['credential_process'];
  if (failure.code !== 'TimeoutError' || command === undefined || hasAskedForKeys?.() !== false)
    return failure;
  return {
    ...failure,
    how: 'program',
    code: 'ProgramHangs',
    message: `${programOf(command)}: ${failure.message}`,
  };
}

/**
 * `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION` says which role, without its path; anything else is told by its account.
 */
export function roleOf({ account, arn }: { account: string; arn: string }, grant: Grant): WalkthroughRole {
  const assumed = /^arn:[\w-]+:sts::\d{12}:assumed-role\/([^/]+)\/[^/]+$/.exec(arn)?.[1];
  if (grant.accounts.includes(account)) {
    const named = borrowersOf(grant);
    if (named.length > 0) {
      const borrows = named.some((one) =>
        one.kind === 'role' ? one.account === account && one.name === assumed : one.arn === arn,
      );
      return borrows ? 'vendor user' : 'vendor principal';
    }
    const suffix = assumed?.startsWith(`AWSReservedSSO_${grant.permissionSetName}_`)
      ? assumed.slice(`AWSReservedSSO_${grant.permissionSetName}_`.length)
      : undefined;
    return suffix !== undefined && /^[0-9a-f]{16}$/.test(suffix) ? 'vendor user' : 'vendor principal';
  }
  if (account === grant.companyAccount) return assumed === grant.roleName ? 'borrower' : 'company principal';
  return account === grant.identityCenter?.account ? 'identity center principal' : 'stranger';
}
