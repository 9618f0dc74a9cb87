import type { Context } from '../../iam/request';
import { notModelled } from '../core/service';

/**
 * Rejects, by name, to decide over condition keys that AWS may send and the sandbox does not: where such a key counted
 * as absent, a Deny on it would vanish and a `…IfExists` would open.
 *
 * @param asked in lower case: what the conditions of the statements look at that are about this request
 * @param action `s3:GetObject`
 * @param context what the sandbox sends
 * @throws AwsError `NotImplemented`, with the key
 */
export function rejectUnknownKeys(asked: Iterable<string>, action: string, context: Context): void {
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  for (const key of asked) {
    if (Object.hasOwn(context, key) || isAbsent(key, 'aws') || isAbsent(key, service)) continue;
    throw notModelled(`the condition key ${key}, which a policy about this ${action} looks at`);
  }
}

function isAbsent(key: string, service: string): boolean {
  const known = Object.hasOwn(SENT_WHEN_IT_APPLIES, service) ? SENT_WHEN_IT_APPLIES[service] : undefined;
  return known?.some((one) => key === one || (/[/:]$/.test(one) && key.startsWith(one))) ?? false;
}

/**
 * Keys that the sandbox sends whenever AWS would, so that without a value here they have none there; those ending in `/`
 * or `:` stand for all that begin so. Nobody here comes through a VPC, has given an MFA code, or acts as another service.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const SENT_WHEN_IT_APPLIES: Readonly<Record<string, readonly string[]>> = {
  aws: [
    'aws:calledvia',
    'aws:calledviafirst',
    'aws:calledvialast',
    'aws:multifactorauthage',
    'aws:multifactorauthpresent',
    'aws:principalaccount',
    'aws:principalarn',
    'aws:principalservicename',
    'aws:principalservicenameslist',
    'aws:referer',
    'aws:sourceaccount',
    'aws:sourcearn',
    'aws:sourceorgid',
    'aws:sourceorgpaths',
    'aws:sourcevpc',
    'aws:sourcevpcarn',
    'aws:sourcevpce',
    'aws:tokenissuetime',
    'aws:useragent',
    'aws:username',
    'aws:vpcsourceip',
  ],
  cloudformation: ['cloudformation:changesetname', 'cloudformation:rolearn', 'cloudformation:templateurl'],
  iam: ['iam:passedtoservice'],
  // There are no aliases, grants or data keys' details.
  kms: [
    'kms:calleraccount',
    'kms:encryptioncontext:',
    'kms:encryptioncontextkeys',
    'kms:requestalias',
    'kms:resourcealiases',
    'kms:viaservice',
  ],
  sts: [
    'aws:requesttag/',
    'aws:tagkeys',
    'sts:externalid',
    'sts:rolesessionname',
    'sts:sourceidentity',
    'sts:transitivetagkeys',
  ],
  s3: [
    's3:authtype',
    's3:delimiter',
    's3:existingobjecttag/',
    's3:locationconstraint',
    's3:max-keys',
    's3:prefix',
    's3:signatureversion',
    's3:versionid',
    's3:x-amz-acl',
    's3:x-amz-content-sha256',
    's3:x-amz-copy-source',
    's3:x-amz-metadata-directive',
    's3:x-amz-server-side-encryption',
    's3:x-amz-server-side-encryption-aws-kms-key-id',
    's3:x-amz-storage-class',
  ],
};
