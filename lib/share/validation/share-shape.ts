import type {
  Assignee,
  Company,
  IdentityCenter,
  PermissionsBoundary,
  SeedObject,
  Share,
  Vendor,
} from '../share';
import { type Check, eitherListOr, eitherTextOr, jsonObject, list, oneOf, record, texts } from './checks';
import * as format from './formats';
import { MOST_SEED_OBJECTS } from './quotas';

const seedObject: Check<SeedObject> = record<SeedObject>('seedObject', {
  key: format.seedKey,
  content: format.seedContent,
});

const boundary: Check<PermissionsBoundary> = record<PermissionsBoundary>('permissionsBoundary', {
  arn: format.boundaryArn,
  document: jsonObject,
});

export const company: Check<Company> = record<Company>('company', {
  name: { optional: format.companyName },
  contact: { optional: format.contact },
  account: format.accountId,
  region: format.region,
  bucketName: format.bucketName,
  bucket: { optional: oneOf('make', 'existing') },
  seedObjects: list(seedObject, {
    atLeast: 0,
    next: 'seedObjects.next',
    atMost: MOST_SEED_OBJECTS,
    tooMany: 'manySeedObjects.next',
  }),
  whenStackIsDeleted: { optional: oneOf('keep', 'delete-with-all-data') },
  kmsKey: { optional: format.kmsKey },
  permissionsBoundary: { optional: eitherTextOr(format.boundaryArn, boundary) },
  // https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
  tags: {
    optional: texts(format.tagKey, format.tagValue, { atMost: 50, next: 'tags.next' }),
  },
  accessLogs: { optional: format.bucketName },
  organizationId: { optional: format.organizationId },
});

const identityCenter: Check<IdentityCenter> = record<IdentityCenter>('identityCenter', {
  instanceArn: format.instanceArn,
  identityStoreId: { optional: format.identityStoreId },
  region: format.region,
  account: { optional: format.accountId },
  startUrl: format.startUrl,
});

const assignee: Check<Assignee> = record<Assignee>('assignee', {
  type: oneOf('GROUP', 'USER'),
  id: format.principalId,
  name: format.displayName,
});

export const vendor: Check<Vendor> = record<Vendor>('vendor', {
  name: { optional: format.vendorName },
  account: eitherListOr(format.accountId, list(format.accountId, { atLeast: 1, next: 'accounts.next' })),
  identityCenter: { optional: identityCenter },
  assignees: {
    optional: list(assignee, { atLeast: 1, next: 'assignees.next' }),
  },
  bucketName: { optional: format.bucketName },
  prefixes: {
    optional: list(format.prefix, { atLeast: 1, next: 'prefixes.next' }),
  },
  alsoRead: {
    optional: list(oneOf('location', 'versions', 'tags'), {
      atLeast: 1,
      next: 'alsoRead.next',
    }),
  },
  borrowers: {
    optional: eitherListOr(
      oneOf('account', 'permission-set'),
      list(format.borrowerArn, { atLeast: 1, next: 'borrowers.next' }),
    ),
  },
  externalId: { optional: format.externalId },
  until: { optional: format.until },
  roleName: { optional: format.roleName },
  rolePath: { optional: format.rolePath },
  policyName: { optional: format.policyName },
  permissionSetName: { optional: format.permissionSetName },
  permissionSetDescription: { optional: format.permissionSetDescription },
  sessionDuration: { optional: format.sessionDuration },
});

export const share: Check<Share> = record<Share>('share', {
  company,
  vendors: list(vendor, {
    atLeast: 1,
    next: 'vendors.next',
  }),
});
