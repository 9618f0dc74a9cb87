import { randomUUID } from 'node:crypto';
import type { Context } from '../../iam/request';
import type { Permission } from '../core/service';
import type { Key } from '../core/world';

/** A key in use, as far as `key` says nothing else. */
export function newKey(
  account: string,
  region: string,
  key: Pick<Key, 'createdAt'> & Partial<Pick<Key, 'id' | 'policy' | 'description' | 'rotates' | 'tags'>>,
): Key {
  const id = key.id ?? randomUUID();
  return {
    id,
    arn: `arn:aws:kms:${region}:${account}:key/${id}`,
    account,
    region,
    policy: delegatedTo(account),
    description: '',
    rotates: false,
    state: 'Enabled',
    tags: {},
    ...key,
  };
}

/**
 * The policy that a key gets which is made without one: the account's own policies say who may.
 *
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function delegatedTo(account: string): unknown {
  return {
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  };
}

/**
 * The question whether a caller may do something with a key. KMS asks it of the key's policy as of the caller's.
 *
 * @param action without `kms:`
 */
export function keyPermission(action: string, key: Key, callerAccount: string, context: Context): Permission {
  return {
    action: `kms:${action}`,
    resource: key.arn,
    resourceAccount: key.account,
    context: {
      'kms:calleraccount': callerAccount,
      'kms:keyorigin': 'AWS_KMS',
      'kms:keyspec': 'SYMMETRIC_DEFAULT',
      'kms:keyusage': 'ENCRYPT_DECRYPT',
      'kms:multiregion': String(key.id.startsWith('mrk-')),
      ...context,
    },
    resourcePolicy: { kind: 'resource', name: `key policy of ${key.id}`, document: key.policy },
  };
}
