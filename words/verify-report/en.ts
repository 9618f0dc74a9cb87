/** The frame of what verify prints, its conclusions, and why something was not tried. */
export const en = {
  verifying: 'Verifying {vendor}',
  'read-access': 'read access to {bucket}',
  'not-signed-in': 'could not sign in',
  expected: 'expected',
  got: 'got',
  allowed: 'allowed',
  'allowed-then': 'allowed, then {code}',
  'not-tried': 'not tried: {probes}',

  'label.cause': 'cause',
  'label.action': 'action',
  'label.answer': 'AWS’s answer',
  'label.error': 'error',
  'label.seen-in': 'seen in',

  'hop.sign in': 'sign in',
  'hop.assume the role': 'assume the role',
  'hop.use S3': 'use S3',
  'hop.use IAM': 'use IAM',

  'side.you': 'you',
  'side.the vendor': 'the vendor',
  'side.the company': 'the company',
  'side.the vendor or the company': 'the vendor or the company',
  'side.AWS or the network': 'AWS or the network',

  'role.vendor user': 'a vendor user who may assume the role',
  'role.vendor principal': 'a principal of the vendor account',
  'role.borrower': 'a session of the role',
  'role.company principal': 'a principal of the company account',
  'role.identity center principal': 'a principal of the account that runs Identity Center',
  'role.stranger': 'a principal of an account that has no part in this share',

  'as-promised': 'As promised: {works} things work that should, {denied} are denied that must be.',
  unseen:
    'What a vendor user cannot see: what else the policies of the role and the bucket allow, and to whom. The company’s administrator proves that:',
  broken: 'The promise is broken.',
  'wrong-usage': 'Not verified: the profile or the settings of this computer are wrong.',
  'could-not-tell': 'Could not tell. No fault was found, but some checks could not run.',
  'deployed-not-decided':
    'Not decided: something that is deployed cannot be judged, or is not what was proved.',

  'signing-in': '{profile}: signing in',
  calls: '{profile}: {done} of {all} calls',
  synthesizing: 'synthesizing, to compare with what is deployed',
  'reading-deployed': 'reading what is deployed',

  'because.not-assumed': 'the role could not be assumed',
  'because.wrong-account':
    'profile {profile} is of account {account}, and the walkthrough is for account {accounts}',
  'because.assumed-already':
    'profile {profile} has assumed the role already; --profile {start} also tries to assume it',
  'because.ended': 'the share ended on {until}',
  'because.permission-set':
    'only users of permission set {permissionSet} may assume the role, and this profile is not one of them',
  'because.borrowers': 'only {borrowers} may assume the role, and this profile is not one of them',
  'borrower.role': 'role {name}',
  'borrower.user': 'user {name}',
  'wrong-account.todo': 'use the profile of the vendor user (npm run handoff -- --config prints it)',
  'wrong-account.todo.deployed':
    'use the profile of the vendor user (npm run handoff -- --config prints it), or add --deployed to read with this profile what is deployed',
  'secret.hidden': '({number} characters, not shown)',
  'secret.missing': '(missing)',
} as const;
