/** What `verify --deployed` prints of what is deployed. */
export const en = {
  'heading.deployed': 'What is deployed',
  'heading.other-readers': 'Who else reads the bucket: not part of the promise, not judged',
  'heading.repairs': 'What repairs it',
  'repair.root-user':
    'The bucket policy denies everybody, the company’s administrators included. Only the root user of account {account} can still delete or replace it. Sign in to the console as the root user, open CloudShell, and type:',
  'repair.deploy': 'Deploy {stack} again, and restore what was changed outside CloudFormation:',
  'repair.deploy.given':
    'Deploy {stack} again, and restore what was changed outside CloudFormation. It does not touch what is there already: the policy, ACL, access points and key of bucket {bucket} are corrected by hand:',
  'repair.inline': 'Delete the inline policy {policy} of the role; the stack did not create it:',
  'repair.inline.deny':
    'The inline policy {policy} of the role denies something, and the stack did not create it. Look at it, and ask who put it there, and why; whether it stays is for them to decide:',
  'repair.boundary': 'Delete the permissions boundary of the role; the stack did not set it:',
  'repair.boundary.named': 'Delete the permissions boundary {policy} of the role; the stack did not set it:',
  'repair.provision': 'Provision the permission set as it is written now:',
  'heading.rests-on': 'It depends on',
  'label.by': 'decided by',
  'label.why': 'reason',
  'label.do': 'action',
  more: {
    one: 'and {count} more; --json lists all of them.',
    other: 'and {count} more; --json lists all of them.',
  },

  read: 'read: {what}',
  'not-read': 'could not be read, so not proved: {what}',
  'not-looked-at': 'not looked at, so not proved: {what}',
  suspended:
    'the role is {suspended} ({policy}). The company did this on purpose; sessions that begin after that moment are not affected.',
  'suspended.past': 'suspended for sessions before {before}',
  'suspended.future': 'suspended for sessions before {before}, which is every session until then',

  'as-promised.both': 'What is deployed allows exactly what was promised, and nothing is missing.',
  'as-promised.company':
    'What is deployed on the company’s side allows exactly what was promised, and nothing is missing there. The vendor’s side was not looked at.',
  'as-promised.company.own':
    'What is deployed on the company’s side allows exactly what was promised, and nothing is missing there. The vendor’s side is the vendor’s own: the share promises nothing about it.',
  'as-promised.vendor':
    'What is deployed on the vendor’s side allows exactly what was promised, and nothing is missing there. The company’s side was not looked at.',
  holds: 'What was read gives exactly what was promised.',
  'in-part':
    'Nothing is wrong in what was read. What could not be read was taken as promised, and is not proved.',
  broken: 'The promise is broken.',
  'not-decided': 'Not decided.',
  'not-decided.what': 'not decided: {what}',
  'nothing-read': 'Nothing could be read, so nothing was proved.',
  proof: {
    one: 'The proof covers {count} class of requests. {result}',
    other: 'The proof covers {count} classes of requests. {result}',
  },
  'proof.suspended': {
    one: 'The proof covers {count} class of requests. {result} The role is {suspended}.',
    other: 'The proof covers {count} classes of requests. {result} The role is {suspended}.',
  },

  'stack.as-proved': 'stack {name} in account {account} runs the template that was proved.',
  'stack.none':
    'there is no stack {name} in account {account}: it was deployed in another way, so there is no template to compare.',
  'stack.differs': 'Stack {name} in account {account} runs another template than the one that was proved.',
  'stack.differs.why':
    'What these resources give was not proved. Somebody deployed a changed template, or parameters.ts, lib/ or the version of aws-cdk-lib has changed since.',
  'stack.differs.do':
    'Prove what you have (npm run prove), then deploy it: npx cdk deploy {name}. If the change is wanted, write it into parameters.ts or lib/.',
  'difference.missing': '{where}: proved was {proved}, and it is not deployed.',
  'difference.added': '{where}: deployed is {deployed}, and it was not proved.',
  'difference.changed': '{where}: deployed is {deployed}, proved was {proved}.',
  'template.whole': 'the whole template',
  'template.not-json': 'not JSON, which CDK writes',

  'entrances.not-listed': 'not listed: {why}',
  'entrances.none': 'The trust policies of the account’s other roles allow nobody from outside.',
  'entrances.heading': {
    one: 'One other entrance to the company’s account: not part of the promise, not judged',
    other: '{count} other entrances to the company’s account: not part of the promise, not judged',
  },
  entrance: 'role {role}: {who}',
  'entrance.conditions': 'role {role}: {who}, under conditions on {conditions}',
} as const;
