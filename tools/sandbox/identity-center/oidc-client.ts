import { createHash } from 'node:crypto';

/** A program that people sign in with, as it has registered itself. */
export interface OidcClient {
  readonly secret: string;
  readonly expiresAt: Date;
  readonly redirectUris: readonly string[];
  /** The start URL; a client of the device code flow says it later. */
  readonly issuerUrl: string | undefined;
}

/**
 * A native client listens on any port of the loopback address that it registered without one.
 *
 * https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
export function isRegistered(uri: string, client: OidcClient): boolean {
  if (!URL.canParse(uri)) return false;
  const asked = new URL(uri);
  if (asked.protocol !== 'http:' || asked.hostname !== '127.0.0.1') return false;
  asked.port = '';
  return client.redirectUris.some(
    (registered) => URL.canParse(registered) && new URL(registered).href === asked.href,
  );
}

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
export function isVerified(codeChallenge: string, codeVerifier: string): boolean {
  return createHash('sha256').update(codeVerifier).digest('base64url') === codeChallenge;
}
