/** What cannot be known before it is deployed, by name. */
export class UnresolvableError extends Error {
  override readonly name = 'UnresolvableError';
}
