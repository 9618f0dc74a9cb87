import { isOptIn } from '../../../lib/share/validation/regions';
import { ExitCode } from '../../exit-code';
import { sameCode } from '../outcome';
import { type Cause, signInAgain } from '../situation';

/** AWS says of a region that is off what it says of bad keys, and no sign-in helps. */
export const regionCauses: readonly Cause[] = [
  {
    id: 'sts-not-active',
    side: ({ message }, { grant }) =>
      message.includes(grant.companyAccount)
        ? 'the company'
        : grant.accounts.some((account) => message.includes(account))
          ? 'the vendor'
          : 'the vendor or the company',
    when: ({ code, message }) =>
      sameCode(code, 'RegionDisabledException') || /STS is not activated in this region/i.test(message),
    cause: ({ message }, { region }) =>
      `STS is not active in region ${region} for account ${/account: ?(\d{12})/.exec(message)?.[1] ?? 'that AWS does not name'}`,
    todo: () =>
      'an administrator of that account activates it: IAM console, Account settings, Security Token Service, Endpoints. Signing in again does not help',
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'region-not-enabled',
    side: 'the vendor or the company',
    when: ({ code }, { region }) =>
      isOptIn(region) && ['InvalidClientTokenId', 'InvalidToken'].some((one) => sameCode(code, one)),
    cause: (_clues, { region, grant }) =>
      `${region} is an opt-in region, and AWS takes no keys there of an account that has not enabled it: the vendor’s ${grant.accounts.join(' or ')}, or the company’s ${grant.companyAccount}`,
    todo: ({ hop }, situation) =>
      `each side’s administrator asks whether it is enabled, and enables it in the console under Account, AWS Regions, where it is not (it takes minutes to hours)${
        // A sign-in that has just worked needs no second one.
        hop === 'sign in' && !/^aws sso/.test(signInAgain(situation))
          ? `. Where both have it, the keys are not good: ${signInAgain(situation)}`
          : ''
      }`,
    commands: (_clues, { region }) =>
      ['vendor', 'company'].map(
        (side) => `aws account get-region-opt-status --region-name ${region} --profile ${side}`,
      ),
    exitCode: ExitCode.CouldNotTell,
  },
];
