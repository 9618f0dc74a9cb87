import { saySandboxWelcome as say } from '../../../words/say';
import { join } from 'node:path';
import { type Grant, grantsOf } from '../../../lib/share/grant';
import type { Share } from '../../../lib/share/share';
import { profileNames } from '../../handoff/aws-config';
import { temporaryFolder } from '../../temporary-folder';
import { writeAwsFiles, writeSsoToken } from './aws-files';
import type { Sandbox } from '../sandbox';
import { profileOf } from '../seed/seed-world';
import { vendorLogin } from './vendor-login';

/** A HOME for AWS clients, made for one vendor: its handoff's profiles, the administrators', and two signed-in people. */
export interface ClientHome {
  /** The vendor's profile name: `vendor`, `acme-labs`. */
  readonly vendor: string;
  readonly directory: string;
  readonly profiles: readonly ProfileNote[];
}

export interface ProfileNote {
  readonly name: string;
  /** Who that is. */
  readonly note: string;
}

/**
 * One HOME per vendor, since two handoffs may use the same profile names. A whole HOME, because the AWS CLI and the
 * SDKs find the SSO token nowhere but in `~/.aws/sso/cache`.
 */
export async function makeClientHomes(
  sandbox: Sandbox,
  share: Share,
): Promise<{ readonly homes: readonly ClientHome[]; readonly remove: () => void }> {
  const { path: root, remove } = temporaryFolder('vendor-share-sandbox-');
  try {
    const homes: ClientHome[] = [];
    for (const index of share.vendors.keys()) homes.push(await makeHome(root, index, sandbox, share));
    return { homes, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

async function makeHome(root: string, index: number, sandbox: Sandbox, share: Share): Promise<ClientHome> {
  const grant = grantsOf(share)[index];
  if (grant === undefined) throw new Error(`vendors[${index}] was not seeded`);
  const vendor = profileOf(grant.vendor, index);
  const directory = join(root, vendor);
  const { config, keys, signedIn, name } = vendorLogin(grant, share, sandbox);
  const same = vendorLogin({ ...grant, fileName: 'vendor' }, share, sandbox);
  const notAssigned = sandbox.vendorUsers[index]?.notAssigned;
  const colleague = notAssigned === undefined ? '' : notAssignedConfig(grant, share, notAssigned.instance);
  const written = [config, colleague].join('\n');
  const administered = [...sandbox.administrators.keys()].map((profile) => `[profile ${profile}]\n`);
  const shortNames = sectionsBeside([written, ...administered].join('\n'), withShortNames(same.config));
  await writeAwsFiles(
    directory,
    sandbox.administrators,
    [written, shortNames].join('\n'),
    new Map([...(same.keys ?? []), ...(keys ?? [])]),
  );
  for (const person of [signedIn, same.signedIn])
    if (person !== undefined) await writeSsoToken(directory, person.session, person.user);
  if (notAssigned !== undefined) await writeSsoToken(directory, 'not-assigned', notAssigned);
  const administrators = [...sandbox.administrators].map(([profile, { account }]) => ({
    name: profile,
    note: say('administrator', { account }),
  }));
  const names = profileNames(grant);
  return {
    vendor,
    directory,
    profiles: [
      ...administrators,
      { name: names.permissionSet, note: userNote(grant, name, signedIn !== undefined) },
      { name: names.borrowedRole, note: say('borrowedRole', { role: grant.roleName }) },
      ...(notAssigned === undefined
        ? []
        : [
            {
              name: 'not-assigned',
              note: say('notAssigned'),
            },
          ]),
    ],
  };
}

function userNote(grant: Grant, name: string, isSignedIn: boolean): string {
  const { permissionSetName: permissionSet, vendorStackName: stack } = grant;
  if (grant.identityCenter)
    return isSignedIn ? say('userSignedIn', { name, permissionSet, stack }) : say('user', { name, stack });
  return isSignedIn ? say('userOfHalfSignedIn', { name, permissionSet }) : say('userOfHalf', { name });
}

/** The names that stay the same whatever the company is called: `vendor`, `vendor-user`, `company-data`. */
function withShortNames(config: string): string {
  return config.replace('[profile vendor-data]', '[profile company-data]');
}

/** The sections of a config that another one does not have: the AWS CLI reads no file that has one twice. */
function sectionsBeside(config: string, more: string): string {
  const titles = new Set(config.split('\n').filter((line) => line.startsWith('[')));
  return more
    .split(/^(?=\[)/m)
    .filter((section) => !titles.has(section.split('\n')[0] ?? ''))
    .join('');
}

function notAssignedConfig(
  grant: Grant,
  share: Share,
  { startUrl, region }: { startUrl: string; region: string },
): string {
  return [
    '[sso-session not-assigned]',
    `sso_start_url = ${startUrl}`,
    `sso_region = ${region}`,
    'sso_registration_scopes = sso:account:access',
    '',
    '[profile not-assigned]',
    'sso_session = not-assigned',
    `sso_account_id = ${grant.accounts[0]}`,
    `sso_role_name = ${grant.permissionSetName}`,
    `region = ${share.company.region}`,
    '',
  ].join('\n');
}
