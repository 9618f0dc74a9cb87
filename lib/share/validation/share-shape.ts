import type { Assignee, Company, IdentityCenter, SeedObject, Share, Vendor } from '../share';
import { type Check, list, oneOf, record } from './checks';
import * as format from './formats';
import { MOST_SEED_OBJECTS } from './quotas';

const seedObject: Check<SeedObject> = record<SeedObject>('a seed object', {
  key: format.seedKey,
  content: format.seedContent,
});

export const company: Check<Company> = record<Company>('company', {
  account: format.accountId,
  region: format.region,
  bucketName: format.bucketName,
  seedObjects: list(seedObject, {
    atLeast: 0,
    next: 'an empty one for no objects',
    atMost: MOST_SEED_OBJECTS,
    tooMany: 'the function that unpacks them takes one after the other; copy the others with aws s3 cp',
  }),
  whenStackIsDeleted: { optional: oneOf('keep', 'delete-with-all-data') },
  organizationId: { optional: format.organizationId },
});

const identityCenter: Check<IdentityCenter> = record<IdentityCenter>('identityCenter', {
  instanceArn: format.instanceArn,
  identityStoreId: { optional: format.identityStoreId },
  region: format.region,
  account: { optional: format.accountId },
  startUrl: format.startUrl,
});

const assignee: Check<Assignee> = record<Assignee>('an assignee', {
  type: oneOf('GROUP', 'USER'),
  id: format.principalId,
  name: format.displayName,
});

export const vendor: Check<Vendor> = record<Vendor>('a vendor', {
  name: { optional: format.vendorName },
  account: format.accountId,
  identityCenter,
  assignees: list(assignee, { atLeast: 1, next: 'npm run lookup finds groups and users' }),
  prefixes: {
    optional: list(format.prefix, { atLeast: 1, next: 'leave prefixes out to share the whole bucket' }),
  },
  borrowers: { optional: oneOf('account', 'permission-set') },
  externalId: { optional: format.externalId },
  until: { optional: format.until },
  roleName: { optional: format.roleName },
  rolePath: { optional: format.rolePath },
  policyName: { optional: format.policyName },
  permissionSetName: { optional: format.permissionSetName },
  permissionSetDescription: { optional: format.permissionSetDescription },
  sessionDuration: { optional: format.sessionDuration },
});

export const share: Check<Share> = record<Share>('a share', {
  company,
  vendors: list(vendor, {
    atLeast: 1,
    next: 'to take access away from the last vendor, set its until to a moment in the past',
  }),
});
