import { randomBytes } from 'node:crypto';
import { secretKey, uniqueId } from './unique-id';
import type { Credential, Role } from './identities';

/** Who acts in a session of a role, as policies and logs name them. */
export const sessionArn = (account: string, roleName: string, sessionName: string): string =>
  `arn:aws:sts::${account}:assumed-role/${roleName}/${sessionName}`;

/** Credentials of a session; the caller makes them part of the world. */
export function newSession(
  account: string,
  role: Role,
  sessionName: string,
  issuedAt: Date,
  expiresAt: Date,
  sessionPolicies: readonly unknown[] = [],
  fromPortal = false,
): Extract<Credential, { kind: 'session' }> {
  return {
    kind: 'session',
    account,
    accessKeyId: uniqueId('ASIA'),
    secretAccessKey: secretKey(),
    sessionToken: randomBytes(120).toString('base64'),
    roleName: role.name,
    roleId: role.id,
    sessionName,
    issuedAt,
    expiresAt,
    sessionPolicies,
    fromPortal,
  };
}
