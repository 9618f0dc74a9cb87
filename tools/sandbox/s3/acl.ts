import type { ServiceResponse } from '../core/service';
import { xmlResponse } from './xml';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html */
export function ownerOnlyAcl(account: string): ServiceResponse {
  const grantee = {
    '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    '@xsi:type': 'CanonicalUser',
    ID: account,
  };
  return xmlResponse('AccessControlPolicy', {
    Owner: { ID: account },
    AccessControlList: { Grant: { Grantee: grantee, Permission: 'FULL_CONTROL' } },
  });
}
