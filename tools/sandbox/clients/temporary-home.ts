import { join } from 'node:path';
import { temporaryFolder } from '../../temporary-folder';
import { type LongLivedKeys, writeAwsFiles, writeSsoToken } from './aws-files';
import type { PortalUser } from '../seed/people';
import type { Administrator } from '../seed/seed-world';

/** A home folder with an `.aws` of its own, so that the user's is neither read nor written. */
export interface TemporaryHome {
  readonly folder: string;
  /** What a program that lives here gets as its environment: nothing is left of the user's `AWS_…`, nor a proxy. */
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
}

export interface Inhabitant {
  /** Profiles with long-lived keys. */
  readonly administrators?: ReadonlyMap<string, Administrator>;
  /** Text of `~/.aws/config`: the handoff's, unedited. */
  readonly config?: string;
  /** Of profiles in `config`, as after `aws configure`. */
  readonly keys?: ReadonlyMap<string, LongLivedKeys>;
  /** As after `aws sso login`; `session` names the `sso-session` section. */
  readonly signedIn?: { readonly session: string; readonly user: PortalUser };
}

/** @param endpoint where every AWS client that lives here finds AWS */
export async function createTemporaryHome(who: Inhabitant, endpoint: string): Promise<TemporaryHome> {
  const { path: folder, remove } = temporaryFolder('vendor-share-');
  const files = await writeAwsFiles(
    folder,
    who.administrators ?? new Map<string, Administrator>(),
    who.config,
    who.keys,
  );
  if (who.signedIn !== undefined) await writeSsoToken(folder, who.signedIn.session, who.signedIn.user);
  return {
    folder,
    environment: {
      ...withoutAws(process.env),
      HOME: folder,
      USERPROFILE: folder,
      // The CDK CLI asks the system for the home of the user, and not HOME.
      CDK_HOME: join(folder, '.cdk'),
      AWS_CONFIG_FILE: files.configFile,
      AWS_SHARED_CREDENTIALS_FILE: files.credentialsFile,
      AWS_ENDPOINT_URL: endpoint,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    remove,
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
  const kept = Object.entries(environment).filter(
    ([name]) => !/^(AWS|CDK)_|^(all|https?|no)_proxy$/i.test(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}
