import { listed } from '../../../words/speech';
import { sayCause } from '../../../words/say';
import type { Grant } from '../../../lib/share/grant';
import { ExitCode } from '../../exit-code';
import { withLocalTime } from '../../until';
import { sameCode } from '../outcome';
import { type Cause, hasEnded } from '../situation';
import {
  cannotBorrow,
  companyAgain,
  deployCompany,
  isDeniedIn,
  profileAsItShouldBe,
  readBoth,
  vendorAgain,
  vendorDoesNotAllow,
} from './steps';

/** Why the vendor's user does not get the role. */
export const assumeRoleCauses: readonly Cause[] = [
  {
    id: 'ended',
    side: 'the company',
    when: (clues, situation) => clues.denied && hasEnded(situation),
    cause: (_clues, { grant }) => sayCause('ended.cause', { until: withLocalTime(grant.vendor.until ?? '') }),
    todo: (_clues, { grant }) => sayCause('ended.todo', { index: grant.index }),
    exitCode: ExitCode.AsPromised,
  },
  {
    id: 'root-user',
    hop: 'assume the role',
    side: 'you',
    when: ({ denied, message }) => denied && /assumed by (the )?root\b/i.test(message),
    cause: (_clues, { profile }) => sayCause('root-user.cause', { profile }),
    todo: () => sayCause('root-user.todo'),
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-mfa-code',
    hop: 'assume the role',
    side: 'you',
    when: ({ denied, message }) => denied && /multi-?factor ?authentication failed/i.test(message),
    cause: ({ message }) =>
      /must provide both/i.test(message)
        ? sayCause('wrong-mfa-code.cause.incomplete')
        : sayCause('wrong-mfa-code.cause'),
    todo: (_clues, { profile }) => sayCause('wrong-mfa-code.todo', { profile }),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'session-duration',
    hop: 'assume the role',
    side: 'you',
    when: ({ code, message }) => invalid(code) && /DurationSeconds|MaxSessionDuration/i.test(message),
    cause: (_clues, { profile }) => sayCause('session-duration.cause', { profile }),
    todo: () => sayCause('session-duration.todo'),
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-role-setting',
    hop: 'assume the role',
    side: 'you',
    when: ({ code, message }) => invalid(code) && settingIn(message) !== undefined,
    cause: ({ message }, { profile }) =>
      sayCause('wrong-role-setting.cause', { setting: settingIn(message) ?? '', profile }),
    todo: profileAsItShouldBe,
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'session-end-unknown',
    side: 'you',
    when: ({ how, probe }) => how === 'nothing-to-try' && probe?.id === 'session-length',
    cause: (_clues, { profile }) => sayCause('session-end-unknown.cause', { profile }),
    todo: profileAsItShouldBe,
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'session-tags',
    hop: 'assume the role',
    side: 'the vendor or the company',
    when: ({ denied, message }) => denied && /sts:TagSession\b/i.test(message),
    cause: (_clues, { grant }) => sayCause('session-tags.cause', { role: grant.roleName }),
    todo: () => sayCause('session-tags.todo'),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'source-identity',
    hop: 'assume the role',
    side: 'the vendor or the company',
    when: ({ denied, message }) => denied && /sts:SetSourceIdentity\b/i.test(message),
    cause: (_clues, { grant }) => sayCause('source-identity.cause', { role: grant.roleName }),
    todo: () => sayCause('source-identity.todo'),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'borrower-denied',
    hop: 'assume the role',
    side: 'the vendor',
    when: (clues) => cannotBorrow(clues) && isDeniedIn(clues.message, 'identity-based policy'),
    cause: (_clues, { grant }) => sayCause('borrower-denied.cause', { role: grant.roleArn }),
    todo: () => sayCause('borrower-denied.todo'),
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'borrower-boundary',
    hop: 'assume the role',
    side: 'the vendor',
    when: (clues) => cannotBorrow(clues) && /permissions boundary/i.test(clues.message),
    cause: (_clues, { grant }) => sayCause('borrower-boundary.cause', { role: grant.roleArn }),
    todo: () => sayCause('borrower-boundary.todo'),
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'trust-denies',
    hop: 'assume the role',
    side: 'the company',
    when: (clues) =>
      cannotBorrow(clues) && isDeniedIn(clues.message, 'resource-based policy', '(role )?trust policy'),
    cause: (_clues, { grant }) => sayCause('trust-denies.cause', { role: grant.roleName }),
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
    cause: (_clues, { grant }) => vendorDoesNotAllow(grant),
    todo: (_clues, { grant }) =>
      grant.identityCenter
        ? sayCause('permission-set-policy.todo')
        : sayCause('permission-set-policy.todo.handoff'),
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
    cause: (_clues, { grant }) => {
      const role = { role: grant.roleName };
      const trust =
        grant.vendor.externalId === undefined
          ? sayCause('trust-policy.cause', role)
          : sayCause('trust-policy.cause.external-id', role);
      return trustsTheAccount(grant)
        ? sayCause('trust-policy.cause.account', { trust, vendor: vendorDoesNotAllow(grant) })
        : trust;
    },
    todo: (_clues, { grant }) => {
      if (!trustsTheAccount(grant)) return deployCompany();
      return grant.identityCenter
        ? sayCause('trust-policy.todo.account')
        : sayCause('trust-policy.todo.account.handoff');
    },
    commands: (_clues, { grant }) => (trustsTheAccount(grant) ? readBoth(grant) : companyAgain()),
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'cannot-borrow',
    hop: 'assume the role',
    side: 'the vendor or the company',
    when: cannotBorrow,
    cause: (_clues, { grant }) => {
      const slots = {
        accounts: listed(grant.accounts, 'or'),
        vendor: vendorDoesNotAllow(grant),
      };
      return grant.vendor.externalId === undefined
        ? sayCause('cannot-borrow.cause', slots)
        : sayCause('cannot-borrow.cause.external-id', slots);
    },
    todo: (_clues, { grant }) =>
      grant.identityCenter ? sayCause('cannot-borrow.todo') : sayCause('cannot-borrow.todo.handoff'),
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
