import type { Messages } from '../speech';

/**
 * Remarks in the vendor's `~/.aws/config`, a line each. ASCII alone: the AWS CLI reads the file in the encoding of the
 * system, and on a Japanese or Chinese Windows other letters make every command fail.
 *
 * https://docs.python.org/3/library/configparser.html#configparser.ConfigParser.read
 */
export const en = {
  fillIn: 'Fill in the words in capitals.',
  otherAccounts: 'sso_account_id may also be {accounts}.',
  otherBorrowers: 'These may assume the role, too:',
  accessKey: 'The access key of user {name} is stored by: aws configure --profile {profile}',
  fillInForRole: 'Fill in a profile that may assume the role {name}.',
  onMachine:
    'This is for an EC2 machine that has a role. Elsewhere, in the place of credential_source, write one of',
  orProgram: 'or, for a program that prints credentials, source_profile = {profile} and',
  withoutIdentityCenter:
    'Without Identity Center, leave out the first two sections, and in the place of source_profile write one of',
  orProgramWithoutSource: 'or, for a program that prints credentials, leave source_profile and write',
  onMachineWithRole:
    'On a machine that has the role already, leave out {profile}, and in the place of source_profile write one of',
  programOfRole:
    'For a program that prints credentials of the role, {profile} has, in the place of its first two lines,',
} as const satisfies Messages;
