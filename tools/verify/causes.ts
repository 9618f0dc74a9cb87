import { sayCause } from '../../words/say';
import { ExitCode } from '../exit-code';
import { assumeRoleCauses } from './causes/assume-role';
import { everywhereCauses } from './causes/everywhere';
import { letInCauses } from './causes/let-in';
import { networkCauses } from './causes/network';
import { notAssignedCauses } from './causes/not-assigned';
import { programCauses } from './causes/program';
import { regionCauses } from './causes/region';
import { companyAgain, deployCompany, profileAsItShouldBe, READ_COMPANY } from './causes/steps';
import { useS3Causes } from './causes/use-s3';
import { provesNothing, sameCode } from './outcome';
import { type Cause, signInAgain } from './situation';

/**
 * Every way in which the walkthrough is known to fail, the most particular first: the last rows catch the rest.
 *
 * Which policy is missing is read off AWS's sentence where it says so; where it does not, several causes are
 * possible and the row says which, and how to find out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const causes: readonly Cause[] = [
  ...networkCauses,
  ...programCauses,

  ...notAssignedCauses,
  ...regionCauses,
  {
    id: 'expired',
    hop: 'sign in',
    side: 'you',
    when: ({ how, code, message }) =>
      how === 'not-signed-in' && (/expired/i.test(code) || /expired/i.test(message)),
    cause: () => sayCause('expired.cause'),
    todo: (_clues, situation) => signInAgain(situation),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'profile-needs-mfa',
    hop: 'sign in',
    side: 'you',
    when: ({ how, message }) =>
      how === 'not-signed-in' && /requires? multi-?factor authentication/i.test(message),
    cause: (_clues, { profile }) => sayCause('profile-needs-mfa.cause', { profile }),
    todo: () => sayCause('profile-needs-mfa.todo'),
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'profile-unreadable',
    hop: 'sign in',
    side: 'you',
    // In the words of the AWS CLI: a profile's credential_process may be one.
    when: ({ how, message }) =>
      how === 'not-signed-in' &&
      /config profile \(.*\) could not be found|partial credentials found|sso-session does not exist|missing required configuration/i.test(
        message,
      ),
    cause: (_clues, { profile }) => sayCause('profile-unreadable.cause', { profile }),
    todo: profileAsItShouldBe,
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-start-url',
    hop: 'sign in',
    side: 'you',
    when: ({ hop, code }) => hop === 'sign in' && sameCode(code, 'InvalidRequestException'),
    cause: () => sayCause('wrong-start-url.cause'),
    todo: () => sayCause('wrong-start-url.todo'),
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-keys',
    hop: 'sign in',
    side: 'you',
    when: ({ how, code }) =>
      how === 'not-signed-in' && !ENDED_AT_THE_PORTAL.some((ended) => sameCode(ended, code)),
    cause: () => sayCause('wrong-keys.cause'),
    todo: (_clues, situation) => sayCause('wrong-keys.todo', { signIn: signInAgain(situation) }),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'bad-profile',
    hop: 'sign in',
    side: 'you',
    when: ({ how, message }) =>
      how === 'not-signed-in' &&
      /resolve credentials using profile|is configured with invalid|cycle/i.test(message),
    cause: (_clues, { profile }) => sayCause('bad-profile.cause', { profile }),
    todo: () => sayCause('bad-profile.todo'),
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'not-signed-in',
    hop: 'sign in',
    side: 'you',
    when: ({ how }) => how === 'not-signed-in',
    cause: () => sayCause('not-signed-in.cause'),
    todo: (_clues, situation) => signInAgain(situation),
    exitCode: ExitCode.CouldNotTell,
  },

  ...letInCauses,

  ...everywhereCauses,
  ...assumeRoleCauses,
  ...useS3Causes,

  {
    id: 'unexpected-content',
    side: 'the company',
    when: ({ how }) => how === 'unexpected-content',
    cause: ({ message }) => message,
    todo: deployCompany,
    commands: companyAgain,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'proves-nothing',
    side: 'the company',
    when: provesNothing,
    cause: ({ code, probe }) => sayCause('proves-nothing.cause', { code, probe: probe?.title ?? '' }),
    todo: () => sayCause('read-company'),
    commands: () => READ_COMPANY,
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'unexpected',
    side: 'AWS or the network',
    when: () => true,
    cause: ({ code }) =>
      code === '' ? sayCause('unexpected.cause.success') : sayCause('unexpected.cause', { code }),
    todo: () => sayCause('unexpected.todo'),
    exitCode: ExitCode.CouldNotTell,
  },
];

/** Credentials that Identity Center has ended or cannot renew: to sign in again is all that helps. */
const ENDED_AT_THE_PORTAL = [
  'CredentialsProviderError',
  'UnauthorizedException',
  'InvalidGrantException',
  'InvalidClientException',
];
