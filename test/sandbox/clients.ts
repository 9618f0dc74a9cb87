import { IAMClient } from '@aws-sdk/client-iam';
import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { AssumeRoleCommand, type AssumeRoleCommandInput, STSClient } from '@aws-sdk/client-sts';
import type { PortalUser } from '../../tools/sandbox/seed/people';
import type { Sandbox } from '../../tools/sandbox/sandbox';

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export const REGION = 'ap-northeast-1';

/** Real SDK clients, one attempt each: what the first answer says is what the test sees. */
const settings = (sandbox: Sandbox, keys: Keys, region = REGION) => ({
  endpoint: sandbox.url,
  region,
  credentials: { ...keys },
  maxAttempts: 1,
});

export const s3 = (sandbox: Sandbox, keys: Keys, region?: string) =>
  new S3Client(settings(sandbox, keys, region));
export const sts = (sandbox: Sandbox, keys: Keys) => new STSClient(settings(sandbox, keys));
export const iam = (sandbox: Sandbox, keys: Keys) => new IAMClient(settings(sandbox, keys, 'us-east-1'));
export const kms = (sandbox: Sandbox, keys: Keys) => new KMSClient(settings(sandbox, keys));
export const ssoAdmin = (sandbox: Sandbox, keys: Keys, region?: string) =>
  new SSOAdminClient(settings(sandbox, keys, region));
export const identityStore = (sandbox: Sandbox, keys: Keys) =>
  new IdentitystoreClient(settings(sandbox, keys));

export function administratorKeys(sandbox: Sandbox, profile: string): Keys {
  const { accessKeyId, secretAccessKey } = sandbox.administrators.get(profile)!.credential;
  return { accessKeyId, secretAccessKey };
}

export async function assumeRole(
  sandbox: Sandbox,
  keys: Keys,
  input: Partial<AssumeRoleCommandInput>,
): Promise<Keys> {
  const command = new AssumeRoleCommand({ RoleArn: '', RoleSessionName: 'VendorTestSession', ...input });
  const { Credentials } = await sts(sandbox, keys).send(command);
  return {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretAccessKey!,
    sessionToken: Credentials!.SessionToken!,
  };
}

/** The portal's own protocol: a bearer token and no signature. */
export async function portal(
  sandbox: Sandbox,
  path: string,
  token: string,
): Promise<{ status: number; type: string | null; body: unknown }> {
  const response = await fetch(`${sandbox.url}${path}`, { headers: { 'x-amz-sso_bearer_token': token } });
  return {
    status: response.status,
    type: response.headers.get('x-amzn-errortype'),
    body: await response.json(),
  };
}

export async function portalKeys(
  sandbox: Sandbox,
  user: Pick<PortalUser, 'portalToken'>,
  permissionSet = 'AllowAssumeCompanyRole',
): Promise<Keys> {
  const path = `/federation/credentials?role_name=${permissionSet}&account_id=222222222222`;
  const { body } = await portal(sandbox, path, user.portalToken);
  const { accessKeyId, secretAccessKey, sessionToken } = (body as { roleCredentials: Required<Keys> })
    .roleCredentials;
  return { accessKeyId, secretAccessKey, sessionToken };
}

/** What a client is told: the error's code, status and message. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; status: number | undefined; message: string }> {
  try {
    await call;
  } catch (error) {
    const { name, message, $metadata } = error as {
      name: string;
      message: string;
      $metadata?: { httpStatusCode?: number };
    };
    return { code: name, status: $metadata?.httpStatusCode, message };
  }
  throw new Error('was not refused');
}
