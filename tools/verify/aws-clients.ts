import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { STSClient } from '@aws-sdk/client-sts';
import { fromIni } from '@aws-sdk/credential-providers';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';

/** Everything the walkthrough calls, as one principal. */
export interface AwsClients {
  readonly sts: STSClient;
  readonly s3: S3Client;
  readonly iam: IAMClient;
  /** In Identity Center's home region. */
  readonly ssoAdmin: SSOAdminClient;
  /** The keys in use. Resolves them (from files, or through the SSO portal and AssumeRole) on the first call. */
  readonly credentials: AwsCredentialIdentityProvider;
}

/** Makes clients, and closes their sockets at the end. */
export interface Connection {
  /** @param profile a section of the AWS config files; its keys, `endpoint_url` and so on are used as the SDK does. */
  asProfile(profile: string): AwsClients;
  /** With keys already in hand; what else `profile` says (its `endpoint_url`) still counts. */
  withKeys(keys: AwsCredentialIdentity, profile: string): AwsClients;
  close(): void;
}

export interface ConnectionOptions {
  /** The bucket's region; STS is asked there, too. */
  readonly region: string;
  readonly identityCenterRegion: string;
  /** For one attempt at one HTTP request, in milliseconds. */
  readonly timeout: number;
}

/** Real clients: the SDK's own retries (throttling, 5xx, clock skew), and a timeout on every attempt. */
export function connect({ region, identityCenterRegion, timeout }: ConnectionOptions): Connection {
  // The notice about the end of Node 20 is for those who write software with the SDK, not for those who use it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const http = {
    requestHandler: { connectionTimeout: timeout, requestTimeout: timeout, throwOnRequestTimeout: true },
    maxAttempts: 3,
  };
  const made: AwsClients[] = [];
  const clients = (profile: string, credentials: AwsCredentialIdentityProvider): AwsClients => {
    const config = { ...http, profile, region, credentials };
    const all = {
      sts: new STSClient(config),
      s3: new S3Client(config),
      iam: new IAMClient(config),
      ssoAdmin: new SSOAdminClient({ ...config, region: identityCenterRegion }),
      credentials,
    };
    made.push(all);
    return all;
  };
  return {
    asProfile: (profile) =>
      clients(profile, once(fromIni({ profile, ignoreCache: true, clientConfig: http }))),
    withKeys: (keys, profile) => clients(profile, () => Promise.resolve(keys)),
    close: () => {
      for (const { sts, s3, iam, ssoAdmin } of made)
        for (const client of [sts, s3, iam, ssoAdmin]) client.destroy();
    },
  };
}

/** Four clients, one sign-in. */
function once(provider: AwsCredentialIdentityProvider): AwsCredentialIdentityProvider {
  let keys: ReturnType<AwsCredentialIdentityProvider> | undefined;
  return (properties) => (keys ??= provider(properties));
}
