import { isIP } from 'node:net';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { STSClient } from '@aws-sdk/client-sts';
import { AwsHandler } from './aws-handler';
import { keysOf } from './keys-of';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { Secrets, type Watchable } from './secrets';
import { secretsHere } from './secrets-here';

/** Everything that is called, as one principal. */
export interface AwsClients {
  readonly sts: STSClient;
  readonly s3: S3Client;
  /** Access points and access grants of the bucket's region. */
  readonly s3Control: S3ControlClient;
  readonly iam: IAMClient;
  /** In the bucket's region. */
  readonly kms: KMSClient;
  readonly cloudFormation: (region: string) => CloudFormationClient;
  /** In Identity Center's home region. */
  readonly ssoAdmin: SSOAdminClient;
  /** The keys in use. Resolves them (from files, or through the SSO portal and AssumeRole) on the first call. */
  readonly credentials: AwsCredentialIdentityProvider;
  /** Whether anybody was asked while the keys were resolved: a program of the profile's may hang before. */
  readonly hasAskedForKeys?: () => boolean;
}

/** Makes clients, and closes their sockets at the end. */
export interface Connection {
  /** @param profile a section of the AWS config files; its keys, `endpoint_url` and so on are used as the SDK does. */
  asProfile(profile: string): AwsClients;
  /** With keys already in hand; what else `profile` says (its `endpoint_url`) still counts. */
  withKeys(keys: AwsCredentialIdentity, profile: string): AwsClients;
  /** Whatever these clients are told and use. Nothing that they bring is shown with it. */
  readonly secrets: Secrets;
  close(): void;
}

export interface ConnectionOptions {
  /** The bucket's region; STS is asked there, too. */
  readonly region: string;
  readonly identityCenterRegion: string;
  /** For one attempt at one HTTP request, in milliseconds. */
  readonly timeout: number;
  /** @default - those that lie on this computer */
  readonly secrets?: Secrets;
}

/** Real clients: the SDK's own retries (throttling, 5xx, clock skew), and a timeout on every attempt. */
export function connect({
  region,
  identityCenterRegion,
  timeout,
  secrets = new Secrets(secretsHere),
}: ConnectionOptions): Connection {
  // The notice about the end of Node 20 is for those who write software with the SDK, not for those who use it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const made: SomeClient[] = [];
  const clients = (profile: string, credentials: AwsCredentialIdentityProvider): AwsClients => {
    const config = { requestHandler: new AwsHandler(timeout), maxAttempts: 3, profile, region, credentials };
    const kept = <T extends SomeClient>(client: T): T => {
      secrets.watch(client);
      made.push(client);
      return client;
    };
    return {
      sts: kept(new STSClient(config)),
      s3: kept(new S3Client(config)),
      s3Control: kept(atAnyAddress(new S3ControlClient(config))),
      iam: kept(new IAMClient(config)),
      kms: kept(new KMSClient(config)),
      cloudFormation: (where) => kept(new CloudFormationClient({ ...config, region: where })),
      ssoAdmin: kept(new SSOAdminClient({ ...config, region: identityCenterRegion })),
      credentials,
    };
  };
  return {
    asProfile: (profile) => {
      const { credentials, hasAskedForKeys } = keysOf(profile, timeout, secrets);
      return { ...clients(profile, credentials), hasAskedForKeys };
    },
    withKeys: (keys, profile) => {
      secrets.know(keys.accessKeyId, keys.secretAccessKey, keys.sessionToken);
      return clients(profile, () => Promise.resolve(keys));
    },
    secrets,
    close: () => {
      for (const client of made) client.destroy();
    },
  };
}

type SomeClient = Watchable & { destroy(): void };

/**
 * S3 Control puts the account in front of the host's name, which the address of a sandbox cannot have. The account is in a
 * header as well.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessPoints.html
 */
function atAnyAddress(client: S3ControlClient): S3ControlClient {
  const { endpointProvider: byName } = client.config;
  client.config.endpointProvider = (parameters, context) => {
    const url = new URL(parameters.Endpoint ?? NAMED);
    const isAddress = url.hostname === 'localhost' || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0;
    return isAddress
      ? { ...byName({ ...parameters, Endpoint: NAMED }, context), url }
      : byName(parameters, context);
  };
  return client;
}

/** Stands for an address that has a name; nobody is asked there. */
const NAMED = 'https://s3-control.invalid';
