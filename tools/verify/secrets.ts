import type { AwsClients } from './aws-clients';

/** Every key and token that these clients sign with. */
export async function secretsOf({ credentials }: Pick<AwsClients, 'credentials'>): Promise<string[]> {
  const keys = await credentials();
  return [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken].filter((secret) => secret !== undefined);
}

/**
 * A copy without any of the secrets: some of AWS's error messages repeat what they were signed with.
 *
 * Functions are kept as they are.
 */
export function withoutSecrets<T>(value: T, secrets: readonly string[]): T;
export function withoutSecrets(value: unknown, secrets: readonly string[]): unknown {
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string')
      return secrets.reduce((text, secret) => text.replaceAll(secret, '(secret)'), part);
    if (Array.isArray(part)) return part.map(clean);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, clean(item)]));
  };
  return clean(value);
}

/** An access key id with all but its telling prefix hidden. */
export function masked(accessKeyId: string): string {
  return `${accessKeyId.slice(0, 4)}${'*'.repeat(accessKeyId.length - 4)}`;
}

/** Shows that there is a value, and nothing of it. */
export function hidden(secret: string | undefined): string {
  return secret === undefined ? '(missing)' : `(${secret.length} characters, not shown)`;
}
