import type { Messages } from '../speech';

/** What lookup prints beside the lines to paste: what it found instead, and what to do. */
export const en = {
  note: 'Note: {remark}.',
  'paste.vendor': 'Paste into vendors[{index}] of parameters.ts:',
  'paste.share': 'Paste into the share of parameters.ts, in the place of company and vendors:',
  'name-principals': 'name groups or users with --group and --user to get their ids',
  'no-identity-center':
    '{field} names roles and users, which have no Identity Center, so there is nothing to look up',
  'no-identity-center.handoff':
    '{field} names roles and users, which have no Identity Center, so there is nothing to look up (npm run handoff writes what their account needs)',
  'grant-file': '--grant must be the company’s NAME.grant.json: {reason}',
  profile: '--profile: {problem}',
  'no-region':
    '--region must be given, got nothing: profile "{profile}" has no region, and nothing else says where Identity Center is (it is its home region, as in the settings of Identity Center)',

  // Where AWS could not be asked, or said no; what AWS answered follows on a line of its own.
  finding: '{cause}; {todo}',
  answer: '({code}: {message})',
  'not-assigned':
    'Identity Center does not allow you what profile "{profile}" asks for: the permission set of its sso_role_name is not assigned to you in its sso_account_id',
  'not-allowed':
    'profile "{profile}" is not allowed to look this up: use a profile of the account that runs Identity Center, and one that allows sso:ListInstances, sso:DescribeInstance, sso:ListPermissionSets, identitystore:ListGroups and identitystore:ListUsers',
  'no-account': 'STS answered without the account of the caller',
  'no-ids': 'Identity Center answered without the ARN or the identity store of its instance',

  // Identity Center.
  'no-instance':
    '--region {region}: account {account} sees no Identity Center instance there. Each region answers for itself: the settings page of the AWS access portal shows the home region. Try that one, or a profile of the account that runs Identity Center',
  instances: 'account {account} sees in {region}:',
  instance: '{arn} of account {owner}: {kind}',
  'instance.named': '{arn} "{name}" of account {owner}: {kind}',
  'kind.usable': 'an organization instance',
  'kind.account-instance': 'an account instance, which has no permission sets',
  'kind.of-another-account': 'an organization instance that this account does not administer',
  'kind.not-active': 'not active (its status is {status})',
  'kind.not-allowed': 'an instance whose permission sets this profile may not list',
  'several.todo':
    'several could be meant: write the right one into identityCenter.instanceArn in parameters.ts, and run this again',
  'account-instance.todo':
    'permission sets need an organization instance: use a profile of the organization’s management account, or of its delegated administrator',
  'of-another-account.todo':
    'use a profile of the owner account, or of the account that administers Identity Center for it, and set identityCenter.account to that account',
  'not-active.todo': 'wait until it is active, or look at it in the console',
  'not-allowed.todo':
    'use a profile that allows sso:ListPermissionSets; if it is an account instance, use a profile of the organization’s management account',

  // Remarks on what was found.
  'start-url':
    'startUrl is the first address of the portal; if the portal was given a name of its own, use that address',
  'other-account': {
    one: 'this profile is of account {account}, and {field} is {accounts}. That is right if {account} administers Identity Center for {accounts}; otherwise use another profile, or correct the account',
    other:
      'this profile is of account {account}, and {field} are {accounts}. That is right if {account} administers Identity Center for {accounts}; otherwise use another profile, or correct the accounts',
  },
  'management-account':
    '{field} {owner} is the organization’s management account, and a delegated administrator cannot manage permission sets there: use a profile of {owner}',

  // Groups and users by name.
  'several-match': '{option} matches several ({ids}): write the right id into assignees by hand',
  'no-groups': '{option} was not found: the identity store has no groups',
  'no-users': '{option} was not found: the identity store has no users',
  'close-names':
    '{option} was not found (a name must match exactly, upper and lower case included); did you mean {names}',
  'all-groups':
    '{option} was not found (a name must match exactly, upper and lower case included); the groups there are {names}',
  'all-users':
    '{option} was not found (a name must match exactly, upper and lower case included); the users there are {names}',
  'names.more': {
    one: '{names}, and {count} more',
    other: '{names}, and {count} more',
  },
} as const satisfies Messages;
