import { isOptIn } from '../../../lib/share/validation/regions';
import { listed } from '../../../words/speech';
import { sayCause } from '../../../words/say';
import { ExitCode } from '../../exit-code';
import { includesCode, sameCode } from '../outcome';
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
    cause: ({ message }, { region }) => {
      const [, account] = /account: ?(\d{12})/.exec(message) ?? [];
      return account === undefined
        ? sayCause('sts-not-active.cause.unnamed', { region })
        : sayCause('sts-not-active.cause', { region, account });
    },
    todo: () => sayCause('sts-not-active.todo'),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'region-not-enabled',
    side: 'the vendor or the company',
    when: ({ code }, { region }) => isOptIn(region) && includesCode(UNKNOWN_KEYS, code),
    cause: (_clues, { region, grant }) =>
      sayCause('region-not-enabled.cause', {
        region,
        vendor: listed(grant.accounts, 'or'),
        company: grant.companyAccount,
      }),
    todo: ({ hop }, situation) => {
      const signIn = signInAgain(situation);
      // A sign-in that has just worked needs no second one.
      return hop === 'sign in' && !/^aws sso/.test(signIn)
        ? sayCause('region-not-enabled.todo.sign-in', { signIn })
        : sayCause('region-not-enabled.todo');
    },
    commands: (_clues, { region }) =>
      ['vendor', 'company'].map(
        (side) => `aws account get-region-opt-status --region-name ${region} --profile ${side}`,
      ),
    exitCode: ExitCode.CouldNotTell,
  },
];

/** STS and IAM say the first, S3 the second, services with JSON the third. */
const UNKNOWN_KEYS = ['InvalidClientTokenId', 'InvalidToken', 'UnrecognizedClientException'];
