import { sayProofTemplates as say } from '../../../words/say';
import type { FoundResource } from './found-resource';
import { isObject } from './json';
import { UnresolvableError } from './unresolvable-error';

/**
 * For what sends something somewhere: events, logs, copies.
 *
 * @throws UnresolvableError if it may go to another account
 */
export function checkStaysInside(resource: FoundResource, properties: readonly string[]): void {
  for (const name of properties) {
    const foreign = accountsIn(resource.roughProperty(name)).find((account) => account !== resource.account);
    if (foreign !== undefined)
      throw new UnresolvableError(say('goesToAccount', { property: name, account: foreign }));
  }
}

/** Every run of twelve digits. */
function accountsIn(value: unknown): string[] {
  if (typeof value === 'number') return accountsIn(String(value));
  if (typeof value === 'string') return value.match(/(?<!\d)\d{12}(?!\d)/g) ?? [];
  if (Array.isArray(value)) return value.flatMap(accountsIn);
  return isObject(value) ? Object.values(value).flatMap(accountsIn) : [];
}

/** Whoever has the address or number gets what is published, and can ask for nothing. */
const FOR_PEOPLE = new Set(['email', 'email-json', 'sms']);
const INSIDE = new Set(['firehose', 'lambda', 'sqs']);

/**
 * https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 *
 * @throws UnresolvableError unless it is for people, or for something of the same account
 */
export function checkSubscription(subscription: FoundResource): void {
  const protocol = subscription.text('Protocol');
  if (FOR_PEOPLE.has(protocol)) return;
  if (!INSIDE.has(protocol)) throw new UnresolvableError(say('unknownProtocol', { protocol }));
  checkStaysInside(subscription, ['Endpoint']);
}
