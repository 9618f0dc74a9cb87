import { ServiceException } from '@smithy/core/client';
import { fromIni } from '@aws-sdk/credential-providers';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { AwsHandler } from './aws-handler';
import { NoAnswer } from './no-answer';
import { decidesNothing, messageOf } from './outcome';
import type { Secrets } from './secrets';

export interface KeysOfProfile {
  /** Resolves them (from files, or through the SSO portal and AssumeRole) on the first call. */
  readonly credentials: AwsCredentialIdentityProvider;
  /** Whether anybody was asked for them: a program of the profile's may hang before. */
  readonly hasAskedForKeys: () => boolean;
}

/**
 * The keys of a profile, and why there are none: the providers keep only the text of what they met on the way.
 *
 * @param timeout for one attempt at one request, in milliseconds
 * @param secrets gets to know what the sign-in uses
 */
export function keysOf(profile: string, timeout: number, secrets: Secrets): KeysOfProfile {
  const requestHandler = new AwsHandler(timeout);
  const http = { requestHandler, maxAttempts: 3 };
  const fromFiles = fromIni({
    profile,
    ignoreCache: true,
    clientConfig: http,
    parentClientConfig: http,
    clientPlugins: [secrets.watching],
  });
  const provider: AwsCredentialIdentityProvider = async (properties) => {
    try {
      return await fromFiles(properties);
    } catch (error) {
      throw requestHandler.lastFailure ?? asAnswered(error, requestHandler.lastStatus);
    } finally {
      requestHandler.destroy();
    }
  };
  return { credentials: once(provider), hasAskedForKeys: () => requestHandler.hasAsked };
}

/**
 * The providers make a text of what the portal answers, `TooManyRequestsException: HTTP 429`, or say of a token that could
 * not be renewed that it has expired. Where AWS has no time, or a fault of its own, that is what was found.
 */
function asAnswered(error: unknown, status: number | undefined): unknown {
  if (error instanceof ServiceException || status === undefined || status < 400) return error;
  const text = messageOf(error);
  const [, code, message] = /^(?:Error: )?(\w+): (.*)$/s.exec(text) ?? [];
  if (code === 'SyntaxError') return new NoAnswer('UnreadableAnswer', text, { status });
  const name = code ?? `HTTP ${status}`;
  if (!decidesNothing(name, status)) return error;
  const $metadata = { httpStatusCode: status };
  return new ServiceException({ name, $fault: 'server', $metadata, message: message ?? text });
}

/** All clients, one sign-in. */
function once(provider: AwsCredentialIdentityProvider): AwsCredentialIdentityProvider {
  let keys: ReturnType<AwsCredentialIdentityProvider> | undefined;
  return (properties) => (keys ??= provider(properties));
}
