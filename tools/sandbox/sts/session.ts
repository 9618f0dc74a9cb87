import { randomBytes } from 'node:crypto';
import { secretKey, uniqueId } from '../core/unique-id';
import type { Credential, Role } from '../core/world';

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
