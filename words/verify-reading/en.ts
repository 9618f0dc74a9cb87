import type { Messages } from '../speech';

/** What `verify --deployed` read in the accounts, what it could not read, and what it found there. */
export const en = {
  // What is read.
  template: 'the template of stack {stack}',
  role: 'role {role}: its trust policy and everything attached to it',
  'permission-set': 'permission set {permissionSet}: everything it carries and everyone who has it',
  'access-points': 'access points of bucket {bucket}',
  'access-grants': 'access grants on bucket {bucket}',
  bucket: 'bucket {bucket}',
  key: '{key}: its policy',
  'other-roles': 'the other roles of account {account}',
  'in-parts': '{what}: {parts}',
  'part.acl': 'ACL',
  'part.policy': 'policy',
  'part.public-access-block': 'public-access block',
  'part.ownership': 'ownership',
  'part.encryption': 'encryption',
  'part.lifecycle': 'lifecycle',
  'part.tiering': 'intelligent tiering',
  'part.owners': 'owners of objects',
  'part.replication': 'replication',
  'part.inventories': 'inventories',
  'part.analyses': 'analyses',
  'part.access-logs': 'access logs',
  'part.notifications': 'notifications',
  'part.website': 'website',
  'part.bucket-owners': 'whose the buckets are that it sends something to',

  // Why something was not read.
  'not-read': '{what}: {why}',
  'why.not-allowed': 'this profile may not read it',
  why: '{code}, {message}',
  'not-aws': 'something answered that is not AWS: the answer has no request id',
  'no-next-page': 'the list has more pages, and AWS does not say where',
  'templates.none': 'the templates of the stacks, because there is nothing to compare them with: {why}',
  'templates.broken': 'the templates that the app writes now break the promise; npm run prove says why',
  'templates.not-decided': 'the templates that the app writes now cannot be judged; npm run prove says why',

  // What is never looked at.
  'not-looked-at.account-block':
    'the public-access block of account {account} as a whole: it can only take more away than the bucket’s own',
  'not-looked-at.bucket':
    'Multi-Region Access Points, Object Lambda access points and metadata tables of the bucket',
  'not-looked-at.deposits': 'what other buckets put into this one: their access logs, inventories and copies',
  'not-looked-at.company':
    'the company’s side, the role and the bucket: no profile that could read it in account {account} was given',
  'not-looked-at.vendor':
    'the vendor’s side, the permission set and its assignments: no profile that could read it in account {account} was given',
  'not-looked-at.vendors-own':
    'the vendor’s side: it is the vendor’s own, and the share promises nothing about it; the role’s trust policy says which of its principals may assume the role',
  'not-looked-at.organizations': 'policies of the organizations',

  // What takes objects away.
  'rule.deletes': 'its lifecycle rule "{id}" deletes objects',
  'rule.deletes.unnamed': 'its lifecycle rule without a name deletes objects',
  'rule.moves': 'its lifecycle rule "{id}" moves objects to {storageClass}',
  'rule.moves.unnamed': 'its lifecycle rule without a name moves objects to {storageClass}',
  'unknown-class': 'an unknown class',
  tiering: 'its intelligent tiering "{id}" moves objects to {tier}',
  'unknown-tier': 'an unknown tier',
  'taken-away': 'the bucket {bucket}: {what}, and the role can then no longer read them',
  owners: {
    one: 'of the first {all} objects, {count} is owned by another account, and the role cannot read it: {keys}',
    other:
      'of the first {all} objects, {count} are owned by other accounts, and the role cannot read them: {keys}',
  },
  'owners.prefix': {
    one: 'of the first {all} objects under {prefix}, {count} is owned by another account, and the role cannot read it: {keys}',
    other:
      'of the first {all} objects under {prefix}, {count} are owned by other accounts, and the role cannot read them: {keys}',
  },
  'keys.more': { one: '{keys} and {count} more', other: '{keys} and {count} more' },

  // What the bucket gives to others by itself: a clause that goes before "to …".
  replication: 'its replication rule "{id}" copies objects',
  inventory: 'its inventory "{id}" lists all objects',
  analysis: 'its analysis "{id}" reports on objects',
  'access-logs': 'its access logs go',
  'access-logs.give': 'its access logs give {permission}',
  notifications: 'its notifications go',
  'to.bucket': 'bucket {bucket}',
  'to.bucket.unnamed': 'a bucket without a name',
  'to.somebody': 'somebody',
  'to.somewhere': 'somewhere',
  acl: '{permission} to {grantee}',
  'acl.not-judged':
    'the bucket {bucket}: its ACL gives {grant}, and S3 does not say whose that is. The vendor finds its own with `aws s3api list-buckets --query Owner.ID`.',
  'grantee.user': 'directory user {id}',
  'grantee.group': 'directory group {id}',
  grantee: 'grantee {id}',

  // What a permission set carries beside its inline policy.
  'carries.managed': 'managed policy {policy}',
  'carries.customer-managed': 'customer managed policy {policy}',
  'carries.boundary': 'boundary {policy}',
  'carries.older': 'an older version of itself, in force in account {account} until it is provisioned there',

  // Who else.
  everyone: 'everyone',
  account: 'account {account}',
  'another-account': 'another account',
  service: 'the service {service}',
  'everybody-whose': 'everybody whose {conditions}',
  condition: '{key} is {values}',
  'reader.sends': '{who} ({what} to {to})',
  'reader.grant': '{grantee} (S3 Access Grants: {permission} on {scope})',
  'reader.policy': '{who} ({policy}, {statement}: {actions})',
  'entrance.unreadable': 'not known who, because its trust policy could not be read ({why})',
  'entrance.somebody': 'somebody ({what})',
  'entrance.relays': '{service}, which carries requests of others',
  'entrance.federated': 'people who sign in through {provider}',
  'entrance.of-role': '{who} ({role})',

  // On whom it depends.
  'rests-on':
    'account {account}: whoever can write to the bucket {bucket}, or use the roles {deployRole} and {publishingRole}, can have something else deployed at any time.',
  'rests-on.inside':
    'account {account}: whoever can write to the bucket {bucket}, or use the roles {deployRole} and {publishingRole}, can have something else deployed at any time. Their trust policies allow nobody outside account {account}.',
  'rests-on.outside':
    'account {account}: whoever can write to the bucket {bucket}, or use the roles {deployRole} and {publishingRole}, can have something else deployed at any time. Their trust policies allow {who}.',
} as const satisfies Messages;
