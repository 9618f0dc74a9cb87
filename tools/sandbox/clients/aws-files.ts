import { createHash } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { sayCli as say } from '../../../words/say';
import { PlainError } from '../../exit-code';
import { isoSeconds } from '../access/request-context';
import type { PortalUser } from '../seed/people';
import type { Administrator } from '../seed/seed-world';

/** What an AWS client reads, in a HOME of its own. */
export interface AwsFiles {
  /** The directory that stands for HOME. */
  readonly home: string;
  readonly configFile: string;
  readonly credentialsFile: string;
}

export interface LongLivedKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * Writes `.aws/config` and `.aws/credentials` with one profile per administrator into a temporary HOME, which must
 * not be the real one. `extraConfig` is appended as it is: the handoff's sso-session and profiles. `keys` belong to
 * profiles of it, as after `aws configure`.
 *
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
 */
export async function writeAwsFiles(
  home: string,
  administrators: ReadonlyMap<string, Administrator>,
  extraConfig = '',
  keys: ReadonlyMap<string, LongLivedKeys> = new Map<string, LongLivedKeys>(),
): Promise<AwsFiles> {
  rejectRealHome(home);
  const configFile = join(home, '.aws', 'config');
  const credentialsFile = join(home, '.aws', 'credentials');
  const profiles = [...administrators];
  const config = profiles.map(([name, { region }]) => `[profile ${name}]\nregion = ${region}\n`);
  const ofAdministrators = profiles.map(([name, { credential }]) => [name, credential] as const);
  const credentials = [...ofAdministrators, ...keys].map(
    ([name, credential]) =>
      `[${name}]\naws_access_key_id = ${credential.accessKeyId}\naws_secret_access_key = ${credential.secretAccessKey}\n`,
  );
  await mkdir(join(home, '.aws'), { recursive: true, mode: 0o700 });
  await writePrivate(configFile, [...config, extraConfig].join('\n'));
  await writePrivate(credentialsFile, credentials.join('\n'));
  return { home, configFile, credentialsFile };
}

/**
 * Leaves a person signed in, as `aws sso login` would: the access token where the CLI and the SDKs look for it.
 *
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html
 */
export async function writeSsoToken(home: string, ssoSession: string, user: PortalUser): Promise<string> {
  rejectRealHome(home);
  const directory = join(home, '.aws', 'sso', 'cache');
  const file = join(directory, `${createHash('sha1').update(ssoSession).digest('hex')}.json`);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writePrivate(
    file,
    JSON.stringify({
      startUrl: user.instance.startUrl,
      region: user.instance.region,
      accessToken: user.portalToken,
      expiresAt: isoSeconds(user.expiresAt),
    }),
  );
  return file;
}

function rejectRealHome(home: string): void {
  if (!realHomes().includes(resolve(home))) return;
  throw new PlainError(say('ownHome', { home }));
}

/** None for a user id without an entry in the password file, as in containers. */
function realHomes(): string[] {
  return [homedir, () => userInfo().homedir].flatMap((ask) => {
    try {
      return resolve(ask());
    } catch {
      return [];
    }
  });
}

async function writePrivate(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  await chmod(file, 0o600);
}
