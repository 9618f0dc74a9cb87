import type { Messages } from '../speech';

/** What was promised, rule by rule: said of a request that breaks the rule. */
export const en = {
  lentToAccounts: {
    one: 'The role is lent to account {accounts} only.',
    other: 'The role is lent to the accounts {accounts} only.',
  },
  lentToSessions: 'The role is lent to sessions of the permission set {set} only.',
  lentToArns: 'The role is lent to {arns} only.',
  onlyAssumeRole: 'Only sts:AssumeRole is promised.',
  promisedRole: 'The promised role is {role}.',
  onlyRole: 'Only {role} may be assumed.',
  externalId: 'sts:ExternalId must be "{externalId}".',
  ended: 'Nothing is allowed from {until} on.',
  noUsers: 'No user is part of the promise.',
  noGroups: 'No group is part of the promise.',
  companyOnly: 'Only the company may use {what}.',
  noServiceReads: 'No AWS service was promised to read the shared bucket.',
  sourceAccount: 'aws:SourceAccount must be "{account}", so that {service} calls for the company only.',
  relays: '{service} carries requests of people outside the company.',
  unknownService: 'It cannot be told whether {service} calls for the company only when it does {action}.',
  onlyActions: 'Only {actions} are promised.',
  ownersBucket: 'The promised bucket belongs to account {account}.',
  overTls: 'The bucket is reached over TLS only.',
  overTlsVersion: 'The bucket is reached over TLS {version} or later only.',
  onlyKey: 'Only the key {key} may be used.',
  keyThroughService: 'The key is used through {service} only.',
  keyForObjects: 'The key decrypts objects in {objects} only.',
  onlyListing: 'Only {bucket} may be listed.',
  prefix: 's3:prefix must start with {prefixes}.',
  onlyObjects: 'Only objects in {objects} may be read.',
  restoreDeny:
    'Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).',
} as const satisfies Messages;
