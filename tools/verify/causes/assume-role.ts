import type { Grant } from '../../../lib/share/grant';
import { ExitCode } from '../../exit-code';
import { withLocalTime } from '../../until';
import { sameCode } from '../outcome';
import { type Cause, hasEnded } from '../situation';
import {
  cannotBorrow,
  companyAgain,
  deployCompany,
  FROM_THE_HANDOFF,
  lettingBorrow,
  named,
  PROFILE_AS_IT_SHOULD_BE,
  readBoth,
  vendorAgain,
} from './steps';

/** Why the vendor's user does not get the role. */
export const assumeRoleCauses: readonly Cause[] = [
  {
    id: 'ended',
    side: 'the company',
    when: (clues, situation) => clues.denied && hasEnded(situation),
    cause: (_clues, { grant }) =>
      `the share ended on ${withLocalTime(grant.vendor.until ?? '')}, and the role is refused as promised`,
    todo: (_clues, { grant }) =>
      `if it should go on, set vendors[${grant.index}].until in parameters.ts to a later moment and deploy CompanyStack`,
    exitCode: ExitCode.AsPromised,
  },
  {
    id: 'root-user',
    hop: 'assume the role',
    side: 'you',
    when: ({ denied, message }) => denied && /assumed by root accounts?/i.test(message),
    cause: (_clues, { profile }) =>
      `profile "${profile}" has the keys of the root user, and AWS lets no root user assume a role`,
    todo: () => `use the profile of a user of the vendor’s; ${PROFILE_AS_IT_SHOULD_BE}`,
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-mfa-code',
    hop: 'assume the role',
    side: 'you',
    when: ({ denied, message }) => denied && /multi-?factor ?authentication failed/i.test(message),
    cause: () => 'AWS did not take the MFA code: it was mistyped, used already, or of another device',
    todo: (_clues, { profile }) =>
      `wait for the next code and run it again; if that fails too, compare mfa_serial in profile "${profile}" with the device`,
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'session-duration',
    hop: 'assume the role',
    side: 'you',
    when: ({ code, message }) => invalid(code) && /DurationSeconds|MaxSessionDuration/i.test(message),
    cause: (_clues, { profile }) =>
      `profile "${profile}" asks for a session duration (duration_seconds) that AWS does not give for this role`,
    todo: () =>
      'take duration_seconds out of the profile: a role that is borrowed from a role is lent for an hour at most, whatever its own maximum is',
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-role-setting',
    hop: 'assume the role',
    side: 'you',
    when: ({ code, message }) => invalid(code) && settingIn(message) !== undefined,
    cause: ({ message }, { profile }) =>
      `AWS does not take the ${settingIn(message) ?? ''} of profile "${profile}": it has the wrong form`,
    todo: () => PROFILE_AS_IT_SHOULD_BE,
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'session-tags',
    hop: 'assume the role',
    side: 'the vendor or the company',
    when: ({ denied, message }) => denied && /sts:TagSession\b/i.test(message),
    cause: (_clues, { grant }) =>
      `the session carries session tags, which AWS passes on with AssumeRole, and ${grant.roleName} allows sts:AssumeRole without sts:TagSession`,
    todo: () =>
      'the vendor’s administrator makes the tags not transitive, or leaves them out where the session begins. To take them, both sides must allow sts:TagSession, and the company’s deployment of this share does not',
    exitCode: ExitCode.Broken,
  },
  {
    id: 'source-identity',
    hop: 'assume the role',
    side: 'the vendor or the company',
    when: ({ denied, message }) => denied && /sts:SetSourceIdentity\b/i.test(message),
    cause: (_clues, { grant }) =>
      `the session carries a source identity, which AWS passes on with AssumeRole, and ${grant.roleName} allows sts:AssumeRole without sts:SetSourceIdentity`,
    todo: () =>
      'the vendor’s administrator lets the session begin without a source identity. To take it, both sides must allow sts:SetSourceIdentity, and the company’s deployment of this share does not',
    exitCode: ExitCode.Broken,
  },
  {
    id: 'borrower-denied',
    hop: 'assume the role',
    side: 'the vendor',
    when: (clues) => cannotBorrow(clues) && /explicit deny in an identity-based policy/i.test(clues.message),
    cause: (clues, { grant }) =>
      `a policy of the vendor’s own${named(clues)} denies sts:AssumeRole on ${grant.roleArn}; a Deny wins over what allows it`,
    todo: () =>
      'the vendor’s administrator takes that Deny off the people who borrow, or exempts this role in it; to deploy the vendor’s half again changes nothing',
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'borrower-boundary',
    hop: 'assume the role',
    side: 'the vendor',
    when: (clues) => cannotBorrow(clues) && /permissions boundary/i.test(clues.message),
    cause: (clues, { grant }) =>
      `the permissions boundary of the vendor’s user or role${named(clues)} does not allow sts:AssumeRole on ${grant.roleArn}`,
    todo: () => 'the vendor’s administrator allows it in that boundary',
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'trust-denies',
    hop: 'assume the role',
    side: 'the company',
    when: (clues) =>
      cannotBorrow(clues) && /explicit deny in a (resource-based|role trust) policy/i.test(clues.message),
    cause: (_clues, { grant }) => `the trust policy of ${grant.roleName} denies this caller`,
    todo: deployCompany,
    commands: companyAgain,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'permission-set-policy',
    hop: 'assume the role',
    side: 'the vendor',
    when: (clues) => cannotBorrow(clues) && /identity-based policy/i.test(clues.message),
    cause: (_clues, { grant }) => `${lettingBorrow(grant)} does not allow sts:AssumeRole on ${grant.roleArn}`,
    todo: (_clues, { grant }) =>
      grant.identityCenter
        ? 'the vendor’s administrator restores its inline policy'
        : `restore it: ${FROM_THE_HANDOFF}`,
    commands: (_clues, { grant }) => vendorAgain(grant),
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'trust-policy',
    hop: 'assume the role',
    // Where a whole account is trusted, AWS may name this policy and mean that the account's own lets nobody out.
    side: (_clues, { grant }) => (trustsTheAccount(grant) ? 'the vendor or the company' : 'the company'),
    when: (clues) => cannotBorrow(clues) && /resource-based policy|trust policy/i.test(clues.message),
    cause: (_clues, { grant }) =>
      `the trust policy of ${grant.roleName} does not let this caller in${
        grant.vendor.externalId === undefined ? '' : ', or wants another ExternalId'
      }, or the role does not exist${
        trustsTheAccount(grant)
          ? `. It trusts the whole account, so ${lettingBorrow(grant)} may be what does not allow it`
          : ''
      }`,
    todo: (_clues, { grant }) =>
      trustsTheAccount(grant)
        ? 'read both sides; each finds its own fault, and prints what repairs it'
        : deployCompany(),
    commands: (_clues, { grant }) => (trustsTheAccount(grant) ? readBoth(grant) : companyAgain()),
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'cannot-borrow',
    hop: 'assume the role',
    side: 'the vendor or the company',
    when: cannotBorrow,
    cause: (_clues, { grant }) =>
      `AWS does not say which: the role does not exist, or does not trust account ${grant.accounts.join(' or ')}${
        grant.vendor.externalId === undefined ? '' : ' with this ExternalId'
      } (the company), or ${lettingBorrow(grant)} does not allow it (the vendor)`,
    todo: (_clues, { grant }) =>
      grant.identityCenter
        ? 'read both sides: the company’s administrator the role, the vendor’s the permission set. Each finds its own side’s fault, and prints what repairs it'
        : `the company's administrator reads the role; of the vendor's side, ${FROM_THE_HANDOFF}`,
    commands: (_clues, { grant }) => readBoth(grant),
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
];

/** Everybody whom the vendor's administrators let: who may not is then a matter of both sides. */
function trustsTheAccount({ vendor }: Grant): boolean {
  return (vendor.borrowers ?? 'account') === 'account';
}

const invalid = (code: string): boolean => sameCode(code, 'ValidationError');

/** The setting of `~/.aws/config` that AWS's sentence is about. */
function settingIn(message: string): string | undefined {
  return Object.entries(SETTINGS).find(([parameter]) => message.includes(`'${parameter}'`))?.[1];
}

const SETTINGS = {
  roleArn: 'role_arn',
  roleSessionName: 'role_session_name',
  externalId: 'external_id',
};
