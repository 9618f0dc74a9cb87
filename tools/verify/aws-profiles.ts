import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { loadSharedConfigFiles } from '@smithy/core/config';
import { sayProfile } from '../../words/say';
import { hiddenSection } from './config-problems';
import { type ConfigText, readConfigText } from './config-text';

/** What `~/.aws/config` and `~/.aws/credentials` say about each profile; `sso-session` sections are kept apart. */
export interface AwsProfiles {
  readonly profiles: Readonly<Record<string, ProfileSettings>>;
  readonly ssoSessions: readonly string[];
  /** As it is written. Absent where there is no such file. */
  readonly config?: ConfigText;
}

export type ProfileSettings = Readonly<Record<string, string | undefined>>;

/** Reads the files that the SDK reads, `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` included. */
export async function readAwsProfiles(): Promise<AwsProfiles> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const sections = Object.entries(configFile);
  const sessions = sections.filter(([name]) => name.startsWith(SSO_SESSION));
  const profiles: Record<string, ProfileSettings> = { ...credentialsFile };
  for (const [name, settings] of sections) {
    if (!name.startsWith(SSO_SESSION)) profiles[name] = { ...settings, ...credentialsFile[name] };
  }
  const config = await writtenConfig();
  return {
    profiles,
    ssoSessions: sessions.map(([name]) => name.slice(SSO_SESSION.length)),
    ...(config === undefined ? {} : { config }),
  };
}

/** Where it cannot be read, the SDK takes it for empty; so does this. */
async function writtenConfig(): Promise<ConfigText | undefined> {
  const home = process.env['HOME'] ?? homedir();
  const path = process.env['AWS_CONFIG_FILE'] ?? join(home, '.aws', 'config');
  try {
    return readConfigText(await readFile(path.startsWith('~/') ? join(home, path.slice(2)) : path));
  } catch {
    return undefined;
  }
}

const SSO_SESSION = 'sso-session.';

/**
 * What is wrong with a profile before anything is asked of AWS.
 *
 * @returns one sentence with the next step, or undefined
 */
export function profileProblem(name: string, all: AwsProfiles): string | undefined {
  const { profiles, ssoSessions, config } = all;
  const settings = profiles[name];
  if (settings === undefined) {
    const hidden = hiddenSection(config, 'profile', name);
    if (hidden !== undefined) return hidden;
    const others = Object.keys(profiles);
    if (others.length === 0) return sayProfile('no-profiles', { profile: name });
    return sayProfile('no-profile', { profile: name, others: others.join(', ') });
  }
  const { sso_session: session, source_profile: source, role_arn: role } = settings;
  if (session !== undefined && !ssoSessions.includes(session)) {
    const hidden = hiddenSection(config, 'sso-session', session);
    if (hidden !== undefined) return sayProfile('hidden-session', { profile: name, session, why: hidden });
    return sayProfile('no-session', { profile: name, session });
  }
  for (const field of session === undefined ? [] : ['sso_account_id', 'sso_role_name']) {
    if (settings[field] === undefined) return sayProfile('no-field', { profile: name, field });
  }
  if (role !== undefined && source === undefined && settings['credential_source'] === undefined) {
    const fromToken = settings['web_identity_token_file'] !== undefined;
    return fromToken ? undefined : sayProfile('no-source', { profile: name });
  }
  return source === undefined || source === name ? undefined : profileProblem(source, all);
}

/** The profile at the start of a `source_profile` chain: the one that a person signs in with. */
export function signInProfile(name: string, { profiles }: AwsProfiles): string {
  const visited = new Set([name]);
  let current = name;
  for (let next = profiles[name]?.source_profile; next !== undefined; next = profiles[next]?.source_profile) {
    if (visited.has(next)) break;
    visited.add(next);
    current = next;
  }
  return current;
}

/** How a person gets new credentials for a profile. */
export function signInCommand(name: string, all: AwsProfiles): string {
  const start = signInProfile(name, all);
  const settings = all.profiles[start] ?? {};
  if (settings.sso_session !== undefined || settings.sso_start_url !== undefined) {
    return `aws sso login --profile ${start}`;
  }
  if (settings['login_session'] !== undefined) return `aws login --profile ${start}`;
  return `aws configure --profile ${start}`;
}
