import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The keys and tokens that lie on this computer, where the AWS CLI and the SDKs look for them: in the environment, in
 * `~/.aws/config` and `~/.aws/credentials`, and in the sign-ins of Identity Center.
 *
 * https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html
 */
export function secretsHere(env: Readonly<Record<string, string | undefined>> = process.env): string[] {
  const folder = join(env['HOME'] ?? env['USERPROFILE'] ?? homedir(), '.aws');
  const files = [
    env['AWS_CONFIG_FILE'] ?? join(folder, 'config'),
    env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(folder, 'credentials'),
  ];
  const sessions = join(folder, 'sso', 'cache');
  return [
    ...NAMES.flatMap((name) => env[name.toUpperCase()] ?? []),
    ...files.flatMap((file) => all(IN_A_PROFILE, textOf(file))),
    ...filesIn(sessions).flatMap((file) => all(IN_A_SIGN_IN, textOf(join(sessions, file)))),
  ];
}

const NAMES = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'];
const IN_A_PROFILE = new RegExp(`^\\s*(?:${NAMES.join('|')})\\s*=\\s*(\\S+)`, 'gim');
const IN_A_SIGN_IN = /"(?:accessToken|refreshToken|clientSecret)"\s*:\s*"([^"]+)"/g;

const all = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, secret = '']) => secret);

/** What is not there, or may not be read, has no secrets that anybody could use. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
