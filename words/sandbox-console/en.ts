import type { Messages } from '../speech';

/** The browser's steps in the sandbox. What AWS's console says itself is quoted in `tools/sandbox/pages/console/`. */
export const en = {
  'banner.not-aws': 'A sandbox on your computer. Not AWS.',
  'banner.no-password': 'No password is needed here. Do not type one.',
  title: '{page} – the browser’s steps in the sandbox',
  steps: 'The four pages of the browser’s way',
  'step.start': 'Sign in and choose',
  'step.switch': 'Switch role',
  'step.home': 'S3’s home is denied',
  'step.bucket': 'Open the bucket',
  'back-home': 'Back to the two accounts',
  minutes: { one: '{count} minute', other: '{count} minutes' },

  // Who one is now.
  who: 'Who you are now',
  'who.now': 'You are now',
  'who.now-left': 'You are now ({left} left)',
  'who.expired': 'This session has ended',
  'who.resting': 'Your own permissions (resting)',
  'who.resting-note': 'They come back when you switch back. They are not added to the role’s.',
  'who.nobody': 'Nobody yet',
  'who.no-set': 'A user of the vendor’s. No permission set is chosen yet.',
  'who.role': 'Borrowed role',
  'who.none': 'None',
  'who.switch-back': 'Switch back',

  // Whom one can be.
  'be.title': 'Who do you want to be?',
  'be.intro':
    'These are the people, roles and users of the vendor’s that the sandbox knows. On AWS you sign in here.',
  'be.this': 'Be {who}',
  'be.else': 'Be somebody else',
  'be.user': 'a user of the vendor’s Identity Center',
  'be.not-assigned': 'a colleague who does not get the permission set',
  'be.iam-user': 'an IAM user that the company lends to',
  'be.iam-role': 'an IAM role that the company lends to',
  vendor: 'Vendor {name}',
  'vendor.only': 'Vendor',

  // Accounts and permission sets.
  'start.title': 'Accounts you can use',
  'start.intro':
    'The company’s account is not in this list. You enter it on the next page, by assuming its role (AssumeRole). These pages call that “to borrow the role”.',
  'start.enter': 'Enter with this permission set',
  'start.set': 'permission set',
  'start.none': '{who} has no account here',
  'start.not-assigned':
    'No permission set is assigned to this person, so there is nothing to borrow the role with.',
  'start.not-deployed':
    'The vendor’s half is not deployed in this sandbox yet. Deploy it, then load this page again: the sandbox’s first lines in the terminal show how.',
  'start.you-are': 'You are {who}',
  'start.go-on': 'Go on to Switch role',

  // Switch role.
  'switch.account': 'Account ID',
  'switch.account-note': 'The company’s account, 12 digits.',
  'switch.roleName': 'Role name',
  'switch.roleName-note': 'Letter by letter, capitals too. A path belongs to it.',
  'switch.displayName': 'Display name',
  'switch.displayName-note': 'A label for yourself. It has no effect on permissions.',
  'switch.go': 'Switch role',
  'switch.does': 'What switching does',
  'switch.does-call':
    'The console calls sts:AssumeRole once, with your own permissions. The command aws sts assume-role does the same.',
  'switch.does-exchange':
    'While you use the role, your own permissions rest. Permissions are exchanged, not added up.',
  'switch.failed': 'The role was not switched. The console says:',
  'switch.hides': 'The console does not say more. The sandbox knows why:',
  'switch.external-id':
    'The company’s side: the role asks for an ExternalId, and Switch Role cannot send one. Use the AWS CLI or an SDK, as the handoff page shows.',

  // S3's home.
  'home.title': 'S3’s home',
  'home.denied': 'The list of buckets is denied',
  'home.right':
    'This is as it should be. The home page lists every bucket of the account, and this role may see one bucket only. Open that bucket by its link.',
  'home.not-switched': 'You use your own permissions, not the company’s role. Switch to the role first.',
  'home.open': 'Open the bucket by its link',
  'home.buckets': 'The buckets of account {account}',
  'home.not-promised': 'The promise says that this role may not list all buckets. Here it may.',

  // A bucket.
  'bucket.object': 'Object',
  'bucket.size': 'Size',
  'bucket.modified': 'Last modified',
  'bucket.action': 'Action',
  'bucket.bytes': { one: '{count} byte', other: '{count} bytes' },
  'bucket.folder': 'Folder',
  'bucket.download': 'Download',
  'bucket.empty': 'Nothing is here.',
  'bucket.next': 'Next page',
  'bucket.path': 'Where you are in the bucket',
  'bucket.denied': 'The list of objects is denied',
  'bucket.download-denied': 'The download is denied',
  'bucket.outside': 'This is as it should be. This role may read only this:',
  'bucket.should-work': 'The promise says that this role may do it. Here it may not.',

  // What must be denied.
  'try.title': 'Try what must be denied',
  'try.intro': 'Each button sends a real request. It would change nothing even if it were allowed.',
  'try.put': 'Write an object',
  'try.delete': 'Delete an object',
  'try.other': 'List another bucket',
  'try.policy': 'Change the bucket policy',
  'try.read-policy': 'Read the bucket policy',
  'try.users': 'List the company’s users',
  'try.denied': '{what}: denied',
  'try.allowed': '{what}: allowed',
  'try.not-promised':
    'The promise says that this role may not do it. Here it may: {action} was authorized for {resource}.',
  'try.undecided': '{what}: could not tell',

  // What became of a request.
  'as-promised': 'As promised',
  'not-as-promised': 'Not as promised',
  failed: 'It did not work',
  said: 'AWS says',
} as const satisfies Messages;
