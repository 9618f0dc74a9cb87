import type { Messages } from '../speech';

/**
 * The page for the vendor, and the remarks in its configuration. Of Markdown there are only marks inside a line: `code`,
 * **strong**, *emphasis*, [link](address). Slots that are names come in their `code` marks.
 */
export const en = {
  title: 'Read access to {bucket}',
  fromTo: 'From {company} to {vendor}',
  theCompany: 'the company',
  theVendor: 'the vendor',
  issued: 'Issued by {company} (AWS account {account}) on {day}. Contact: {contact}',
  noSecrets: 'This page holds no secrets.',

  purposeHeading: 'What this is for',
  purpose:
    'The company (AWS account {account}) shares data in the S3 bucket {bucket} with you. This page says what you may do and until when, how to do it, what to do when it does not work, and whom to ask.',
  purposeOfNamed:
    'The company {company} (AWS account {account}) shares data in the S3 bucket {bucket} with you. This page says what you may do and until when, how to do it, what to do when it does not work, and whom to ask.',
  valuesToPaste: 'Paste these values into your product:',
  valuesAsked: 'what it asks for',
  value: 'value',
  roleArn: 'role ARN',
  bucket: 'bucket',
  region: 'region',
  prefix: 'prefix',
  nothingElse:
    'There may be nothing else to do and nothing to deploy: such a product assumes the role by itself.',

  scopeHeading: 'What you may do',
  scopeAbout: 'about',
  scopeAnswer: 'what is agreed',
  who: 'who you are',
  whoProduct: 'software that runs in AWS account {accounts}',
  whoProductOfSeveral: 'software that runs in AWS accounts {accounts}',
  whoUsers: 'users of AWS account {accounts}',
  whoUsersOfSeveral: 'users of AWS accounts {accounts}',
  whoBorrowers: '{borrowers} of AWS account {account}',
  theRole: 'the role {name}',
  theUser: 'the user {name}',
  actions: 'what you may do',
  mayRead: 'list and read {places}, and nothing else',
  mayReadMore: 'list and read {places}, and also read {also}; nothing else, and you cannot write anything',
  alsoLocation: 'which region the bucket is in',
  alsoVersions: 'old versions of the objects',
  alsoTags: 'the tags of the objects',
  how: 'how',
  howAnswer: 'by assuming the role {role}',
  sessionLength: 'how long a session lasts',
  sessionLengthAnswer: 'one hour at most; the commands below get a new session by themselves',
  encryption: 'encryption',
  encryptionAnswer:
    'The objects are encrypted with a key of the company. There is nothing to do: S3 decrypts them for you.',
  encryptionWithPrefixes: 'Which prefixes you may read is decided by S3, and not by the key.',
  optInAnswer: '{region}, an opt-in region: account {accounts} must have enabled it',
  optInAnswerOfSeveral: '{region}, an opt-in region: accounts {accounts} must have enabled it',
  roleExplained:
    "To assume a role means to get a session that has the role's permissions. Permissions are exchanged, not added: such a session cannot use your own permissions.",
  noCredentialsOfCompany:
    'You get no password and no access key of the company. You sign in where you always do, and AWS then gives you a session of the role.',
  noCredentialsAtAll:
    'You get no password and no access key of the company. AWS gives you a session of the role whenever one is needed.',

  endHeading: 'When it ends',
  noEnd: 'No date is set. The company may end the access at any time.',
  endsAt:
    'The access ends on {end}. From then on AWS denies every request, also in sessions that are still open.',
  hasEnded: 'The access ended on {end}. Ask the company if you still need it.',

  setUpHeading: 'Once: set up your computer',
  setUpHeadingOfProduct: 'For the AWS CLI and for programs: the set-up',
  system: 'Operating system',
  install:
    'Install [version 2 of the AWS CLI]({address}). If you have it already, leave it as it is: `aws --version` then says `aws-cli/2`.',
  openConfig: 'Open the configuration file. This command creates it if it is not there yet:',
  addConfig: 'Add this text at the end of the file, and save it.',
  configFile: 'configuration file',
  'typed.windows': 'Windows: in PowerShell',
  'typed.macos': 'macOS: in Terminal',
  'typed.linux': 'Linux: in a shell',
  setUp:
    'Install [version 2 of the AWS CLI]({address}). Then add this to the file `~/.aws/config` (on Windows `%USERPROFILE%\\.aws\\config`).',
  asItIs: 'Nothing in it has to be changed.',
  asItIsOnMachine:
    'On an EC2 machine that has a role, nothing in it has to be changed; the remarks say what to write elsewhere.',
  fillIn: 'Your administrator knows the values for the words in capitals.',
  fillInProfile: 'For the words in capitals, write one of your profiles.',
  profilesOfPeople:
    "{user} signs you in. {data} uses that session to assume the company's role. Use {data} for the company's data.",
  profilesOfRole:
    "{user} is the role {name}. {data} uses its session to assume the company's role. Use {data} for the company's data.",
  profilesOfUser:
    "{user} is the user {name}. {data} uses its credentials to assume the company's role. Use {data} for the company's data.",
  profileOfProduct: "{data} assumes the company's role with the role of the machine.",
  sessionName:
    "The company's log shows you as {name}. You can write your own name into `role_session_name`. AWS takes 2 to 64 characters there: letters, digits and {others}; no spaces and no accents.",
  externalId:
    '`external_id` is part of the agreement with the company: AWS denies the role without it. It is not a secret, but do not change it.',
  ownNames:
    'Pages of several companies fit into one file: the name of each section begins with {name}, which stands for this company. If your file has a section of the same name already, choose another name, in all places of this page.',

  commandsHeading: 'Every day: three commands',
  commandsHeadingOfProduct: 'To see that it works: three commands',
  commandsOfPeople:
    'The first command signs you in (a browser opens). The second lists what is there. The third copies one file to the current folder.',
  commandsOfOthers:
    'The first command shows that you can assume the role. The second lists what is there. The third copies one file to the current folder.',

  signIn: 'Sign in (a browser opens)',
  seeIdentity: 'See that you can assume the role',
  list: 'List what is there',
  copy: 'Copy one file to the current folder',
  copyNamed: 'Copy one file to the current folder: write its name for {name}',
  allIsSetUp: 'If the second command ends without an error, everything is set up.',

  browserHeading: 'In the browser',
  browserInOrder: 'Do this in this order:',
  browserSignInLabel: 'Sign in',
  browserSignIn: 'Open account {accounts} with {permissionSet}.',
  browserSignInAsAlways: 'Sign in where you always do, and open account {accounts} with {permissionSet}.',
  browserSignInAs: 'Sign in to account {accounts} as {borrowers}.',
  browserSwitchRoleLabel: 'Assume the role',
  browserSwitchRole: 'The form is filled in already: press *Switch Role*.',
  browserOpenLabel: 'Open the data',
  browserOpen: 'Do this in the session of the role.',
  open: 'Open',
  browserHome:
    "The home page of S3 says *You don't have permissions to list buckets*. This is as it should be: that page lists all buckets of the account, and you may see only this one. Use the link.",
  browserSessions:
    'If you have turned on multi-session support, the console keeps several sessions, and its address begins with the account of one of them. If a link opens with another account than {account}, choose the session of the role in the menu at the top right, and open the link again.',
  browserImpossibleHeading: 'In the browser: not possible',
  browserImpossible:
    'The role asks for an ExternalId ({externalId}), and Switch Role in the console cannot send one. Use the commands above.',

  whomToAskHeading: 'Whom to ask',
  askCompany: 'About the data, the role and the end of the access: {contact}',
  sender: 'the person who gave you this page',
  askAdministrator:
    'About your own AWS accounts (sign-in, permission sets, roles and users): your own administrator',
} as const satisfies Messages;
