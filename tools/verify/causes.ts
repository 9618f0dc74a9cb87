import { ExitCode } from '../exit-code';
import type { Grant } from '../../lib/share/grant';
import { assumeRoleCauses } from './causes/assume-role';
import { letInCauses } from './causes/let-in';
import { networkCauses } from './causes/network';
import { regionCauses } from './causes/region';
import {
  cannotBorrow,
  companyAgain,
  deployCompany,
  FROM_THE_HANDOFF,
  named,
  ofTheCaller,
  PROFILE_AS_IT_SHOULD_BE,
  READ_COMPANY,
  READ_VENDOR,
} from './causes/steps';
import { useS3Causes } from './causes/use-s3';
import { provesNothing, sameCode } from './outcome';
import { type Cause, type Clues, signInAgain, type Situation } from './situation';

/**
 * Every way in which the walkthrough is known to fail, the most particular first: the last rows catch the rest.
 *
 * Which policy is missing is read off AWS's sentence where it says so; where it does not, several causes are
 * possible and the row says which, and how to find out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const causes: readonly Cause[] = [
  ...networkCauses,

  // Sign in.
  {
    id: 'bad-profile',
    hop: 'sign in',
    side: 'you',
    when: ({ code }) => code === 'BadProfile',
    cause: ({ message }) => message,
    todo: () => 'npm run handoff -- --config prints the sections to paste into ~/.aws/config',
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-permission-set',
    hop: 'sign in',
    side: 'you',
    when: (clues, situation) => notAssigned(clues) && otherPermissionSet(situation) !== undefined,
    cause: (_clues, situation) => `the profile asks for ${otherPermissionSet(situation) ?? ''}`,
    todo: () => 'npm run handoff -- --config prints the profile as it should be',
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'not-assigned',
    hop: 'sign in',
    side: 'the vendor',
    when: notAssigned,
    cause: (_clues, { grant }) =>
      `Identity Center does not give this user ${grant.permissionSetName} in account ${grant.accounts.join(' or ')}`,
    todo: (_clues, { grant }) =>
      grant.identityCenter
        ? `the user must be one of vendors[${grant.index}].assignees, or in such a group. The first line reads the assignment, for the vendor’s administrator; where it finds nothing wrong, the user is not in the group, and the other lines put the user back (write the user’s name into them)`
        : `the vendor's administrator assigns it: ${FROM_THE_HANDOFF}`,
    commands: (_clues, { grant }) => assignedAgain(grant),
    exitCode: ExitCode.Broken,
  },
  ...regionCauses,
  {
    id: 'expired',
    hop: 'sign in',
    side: 'you',
    when: ({ how, code, message }) =>
      how === 'not-signed-in' && (/expired/i.test(code) || /expired/i.test(message)),
    cause: () => 'the sign-in has expired',
    todo: (_clues, situation) => signInAgain(situation),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'profile-needs-mfa',
    hop: 'sign in',
    side: 'you',
    when: ({ how, message }) =>
      how === 'not-signed-in' && /requires? multi-?factor authentication/i.test(message),
    cause: (_clues, { profile }) =>
      `profile "${profile}" has an mfa_serial, and verify cannot ask for a code`,
    todo: () =>
      'fetch keys with the code first (aws sts get-session-token), put them into a profile of their own, and name that one with --profile',
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
    cause: (_clues, { profile }) => `the AWS CLI cannot get keys for profile "${profile}" as it is written`,
    todo: () => PROFILE_AS_IT_SHOULD_BE,
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-start-url',
    hop: 'sign in',
    side: 'you',
    when: ({ hop, code }) => hop === 'sign in' && sameCode(code, 'InvalidRequestException'),
    cause: () => 'Identity Center does not know the start URL in the region that the profile names',
    todo: () => `compare sso_start_url and sso_region: ${PROFILE_AS_IT_SHOULD_BE}`,
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-keys',
    hop: 'sign in',
    side: 'you',
    when: ({ how, code }) =>
      how === 'not-signed-in' && !ENDED_AT_THE_PORTAL.some((ended) => sameCode(ended, code)),
    cause: () => 'AWS does not know these keys',
    todo: (_clues, situation) => `get new ones: ${signInAgain(situation)}`,
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'bad-profile',
    hop: 'sign in',
    side: 'you',
    when: ({ how, message }) =>
      how === 'not-signed-in' &&
      /resolve credentials using profile|is configured with invalid|cycle/i.test(message),
    cause: (_clues, { profile }) => `profile "${profile}" does not say how to get keys`,
    todo: () => 'npm run handoff -- --config prints the sections to paste into ~/.aws/config',
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'not-signed-in',
    hop: 'sign in',
    side: 'you',
    when: ({ how }) => how === 'not-signed-in',
    cause: () => 'you are not signed in',
    todo: (_clues, situation) => signInAgain(situation),
    exitCode: ExitCode.CouldNotTell,
  },

  ...letInCauses,

  // Everywhere: AWS names the kind of policy.
  {
    id: 'endpoint-policy',
    side: 'the vendor',
    when: ({ denied, message }) => denied && /VPC endpoint polic/i.test(message),
    cause: (clues) =>
      `the policy of a VPC endpoint in the network where this runs does not let the call through${named(clues)}; the share is not the reason`,
    todo: () =>
      'whoever runs that network allows the role and the bucket in the policy of its STS and S3 endpoints; or run verify from another network',
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'endpoint-region',
    side: 'the vendor',
    when: ({ denied, message }) => denied && /VPC endpoints do not support cross-region/i.test(message),
    cause: (_clues, { region }) =>
      `the call to region ${region} went through a VPC endpoint of another region, which AWS refuses`,
    todo: ({ probe }) =>
      `${probe?.title ?? 'do it'} from a network in the bucket's region, or from one without that endpoint`,
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'outsiders-denied',
    hop: 'assume the role',
    side: 'the company',
    when: (clues) => cannotBorrow(clues) && /resource control policy/i.test(clues.message),
    cause: (clues, { grant }) =>
      `a resource control policy of the company’s organization${named(clues)} does not let the vendor assume ${grant.roleName}: often it denies sts:AssumeRole to everybody outside the organization`,
    todo: (_clues, { grant }) =>
      `whoever administers the company’s organization exempts account ${grant.accounts.join(' and ')} in that policy; no deployment of this share changes it`,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'organization-denies',
    side: (clues) => (/resource control policy/i.test(clues.message) ? 'the company' : ofTheCaller(clues)),
    when: ({ denied, message }) => denied && /(service|resource) control policy/i.test(message),
    cause: (clues) => {
      const resource = /resource control policy/i.test(clues.message);
      const whose = resource ? 'the company' : ofTheCaller(clues);
      return `a ${resource ? 'resource' : 'service'} control policy of ${whose}’s organization forbids it${named(clues)}`;
    },
    todo: () =>
      'whoever administers that organization allows it there, or says that it is meant; no deployment of this share changes it',
    exitCode: ExitCode.Broken,
  },
  {
    id: 'session-policy',
    side: 'you',
    when: ({ denied, message }) => denied && /session policy/i.test(message),
    cause: (clues, { profile }) =>
      `the session of profile "${profile}" was narrowed by a session policy that does not allow it${named(clues)}`,
    todo: () =>
      `get the session without a session policy (--policy, --policy-arns): ${PROFILE_AS_IT_SHOULD_BE}`,
    exitCode: ExitCode.WrongUsage,
  },

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
    cause: ({ code, probe }) =>
      `AWS answered ${code}, which it may say before it looks whether the caller may ${probe?.title ?? 'do this'}`,
    todo: () => 'the company’s administrator reads what the role may do',
    commands: () => READ_COMPANY,
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'unexpected',
    side: 'AWS or the network',
    when: () => true,
    cause: ({ code }) => `AWS answered something that says neither yes nor no: ${code || 'success'}`,
    todo: () => 'run it again; if it stays, look the code up in the documentation of the service',
    exitCode: ExitCode.CouldNotTell,
  },
];

/** Keys that Identity Center has taken back or cannot renew: to sign in again is all that helps. */
const ENDED_AT_THE_PORTAL = [
  'CredentialsProviderError',
  'UnauthorizedException',
  'InvalidGrantException',
  'InvalidClientException',
];

/** The assignment, and a member of each group that is assigned: who it was, AWS tells nobody who is not let in. */
function assignedAgain(grant: Grant): string[] {
  const members = (grant.identityCenter?.assignees ?? []).flatMap(({ type, id }) =>
    type === 'GROUP' ? memberAgain(id) : [],
  );
  return grant.identityCenter === undefined ? [] : [...READ_VENDOR, ...members];
}

function memberAgain(groupId: string): string[] {
  return [
    "STORE=$(aws sso-admin list-instances --query 'Instances[0].IdentityStoreId' --output text --profile vendor)",
    'MEMBER=$(aws identitystore get-user-id --identity-store-id $STORE --alternate-identifier \'{"UniqueAttribute":{"AttributePath":"userName","AttributeValue":"USER-NAME"}}\' --query UserId --output text --profile vendor)',
    `aws identitystore create-group-membership --identity-store-id $STORE --group-id ${groupId} --member-id UserId=$MEMBER --profile vendor`,
  ];
}

function notAssigned({ hop, code }: Clues): boolean {
  return hop === 'sign in' && code === 'ForbiddenException';
}

/** `permission set X in account 2…`, if the profile at the start of the chain names another than the share. */
function otherPermissionSet({ grant, profile, profiles }: Situation): string | undefined {
  const start = profiles.profiles[profile]?.source_profile ?? profile;
  const { sso_role_name: name, sso_account_id: account } = profiles.profiles[start] ?? {};
  if (name === undefined || account === undefined) return undefined;
  if (name === grant.permissionSetName && grant.accounts.includes(account)) return undefined;
  return `permission set ${name} in account ${account}, and the share is for ${grant.permissionSetName} in ${grant.accounts.join(' or ')}`;
}
