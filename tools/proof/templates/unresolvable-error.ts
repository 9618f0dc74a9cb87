/** What cannot be known before it is deployed, or is no value that CloudFormation takes; by name. */
export class UnresolvableError extends Error {
  override readonly name: string = 'UnresolvableError';
}

/** The first of these: there is a value, and the templates do not say which. */
export class KnownLaterError extends UnresolvableError {
  override readonly name = 'KnownLaterError';
}
