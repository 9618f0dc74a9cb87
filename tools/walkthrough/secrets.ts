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
  if (typeof value === 'string') return secrets.reduce((text, secret) => text.replaceAll(secret, '(secret)'), value);
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, secrets));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutSecrets(item, secrets)]));
}

/** Shows that there is a value and how it starts, as an id does; never enough to use it. */
export function masked(secret: string | undefined): string {
  if (secret === undefined) return '(missing)';
  return `${secret.slice(0, 4)}${'*'.repeat(8)} (${secret.length} characters)`;
}
