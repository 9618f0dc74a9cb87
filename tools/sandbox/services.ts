import { CloudFormationService } from './cloudformation/service';
import type { Service } from './core/service';
import type { World } from './core/world';
import { iamService } from './iam/service';
import { identityStoreService } from './identity-center/identity-store-service';
import { ssoAdminService } from './identity-center/sso-admin-service';
import { ssoOidcService } from './identity-center/sso-oidc-service';
import { ssoPortalService } from './identity-center/sso-portal-service';
import { kmsService } from './kms/service';
import { lambdaService } from './lambda/service';
import { RESOURCE_TYPES } from './resource-types';
import type { ObjectData } from './s3/object-data';
import { s3Service } from './s3/service';
import { addToolkitStack } from './seed/toolkit-stack';
import { ssmService } from './ssm/service';
import { stsService } from './sts/service';

/** Every service that the sandbox has. */
export function servicesOf(world: World, objects: ObjectData): Service[] {
  const makers = makersOf(world, objects);
  return [
    stsService(world),
    ...makers,
    ssmService(world),
    cloudFormation(world, objects, makers),
    ssoOidcService(world),
    ssoPortalService(world),
    identityStoreService(world),
  ];
}

/** Those that make what a template says. */
const makersOf = (world: World, objects: ObjectData): Service[] => [
  iamService(world),
  kmsService(world),
  s3Service(world, objects),
  ssoAdminService(world),
];

/** The engine with its resource types; who reads a template in S3 needs S3's permission for it. */
export function cloudFormation(
  world: World,
  objects: ObjectData,
  makers: readonly Service[] = makersOf(world, objects),
): CloudFormationService {
  const s3 = makers.find(({ name }) => name === 's3');
  return new CloudFormationService(world, objects, {
    resourceTypes: RESOURCE_TYPES,
    services: [...makers, lambdaService(world, objects, makers)],
    permissionsToRead: (bucketName, key, { caller, account, requestId }) => {
      const bucket = world.buckets.get(bucketName);
      if (bucket === undefined || s3 === undefined) return [];
      const get = {
        method: 'GET',
        path: `/${bucketName}/${key.split('/').map(encodeURIComponent).join('/')}`,
        query: new URLSearchParams(),
        headers: { authorization: 'AWS4-HMAC-SHA256' },
        body: Buffer.alloc(0),
        region: bucket.region,
      };
      return s3.operationOf({ ...get, caller, account, requestId }).permissions;
    },
    addExistingStacks: (stacks) => addToolkitStack(stacks, world),
  });
}
