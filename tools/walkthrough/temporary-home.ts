import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A home folder with an `.aws` of its own, so that the user's is neither read nor written. */
export interface TemporaryHome {
  readonly folder: string;
  /** What a program that is to live here gets as its environment: nothing of the user's `AWS_…` is left. */
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
}

export interface AwsFiles {
  /** Text of `~/.aws/config`. */
  readonly config: string;
  /** Long-lived keys by profile, for `~/.aws/credentials`. */
  readonly keys?: Readonly<Record<string, { readonly accessKeyId: string; readonly secretAccessKey: string }>>;
  /** What `aws sso login` would have left behind. */
  readonly ssoLogins?: readonly SsoLogin[];
}

export interface SsoLogin {
  /** Name of the `sso-session` section. */
  readonly session: string;
  readonly startUrl: string;
  readonly region: string;
  readonly accessToken: string;
  readonly expiresAt: Date;
}

/** @param endpoint where every AWS client that lives here finds AWS */
export function createTemporaryHome(files: AwsFiles, endpoint: string): TemporaryHome {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-share-'));
  const aws = join(folder, '.aws');
  const cache = join(aws, 'sso', 'cache');
  const privately = { mode: 0o600 };
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  writeFileSync(join(aws, 'config'), files.config, privately);
  writeFileSync(join(aws, 'credentials'), credentialsFile(files.keys ?? {}), privately);
  for (const login of files.ssoLogins ?? []) {
    // The file's name is the SHA-1 of the session's: https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html
    const name = createHash('sha1').update(login.session).digest('hex');
    const token = {
      startUrl: login.startUrl,
      region: login.region,
      accessToken: login.accessToken,
      expiresAt: login.expiresAt.toISOString(),
    };
    writeFileSync(join(cache, `${name}.json`), JSON.stringify(token), privately);
  }
  return {
    folder,
    environment: {
      ...withoutAws(process.env),
      HOME: folder,
      USERPROFILE: folder,
      AWS_CONFIG_FILE: join(aws, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(aws, 'credentials'),
      AWS_ENDPOINT_URL: endpoint,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs with another environment in this process, and puts the old one back. Not for two at a time. */
export async function withEnvironment<T>(
  environment: Readonly<Record<string, string>>,
  run: () => Promise<T>,
): Promise<T> {
  const before = { ...process.env };
  replaceEnvironment(environment);
  try {
    return await run();
  } finally {
    replaceEnvironment(before);
  }
}

function replaceEnvironment(next: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in next)) delete process.env[name];
  Object.assign(process.env, next);
}

function withoutAws(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(environment).filter(([name]) => !/^(AWS|CDK)_/i.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}

function credentialsFile(keys: NonNullable<AwsFiles['keys']>): string {
  return Object.entries(keys)
    .map(([profile, { accessKeyId, secretAccessKey }]) =>
      [`[${profile}]`, `aws_access_key_id = ${accessKeyId}`, `aws_secret_access_key = ${secretAccessKey}`, ''].join('\n'),
    )
    .join('\n');
}
