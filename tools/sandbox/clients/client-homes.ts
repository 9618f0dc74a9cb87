import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantsOf } from '../../../lib/share/grant';
import type { Share } from '../../../lib/share/share';
import { awsConfig, profileNames } from '../../handoff/aws-config';
import { writeAwsFiles, writeSsoToken } from './aws-files';
import type { Sandbox } from '../sandbox';
import { profileOf } from '../seed/seed-world';

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
): Promise<{ readonly homes: readonly ClientHome[]; readonly remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'vendor-share-sandbox-'));
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true });
  try {
    const homes: ClientHome[] = [];
    for (const index of share.vendors.keys()) homes.push(await makeHome(root, index, sandbox, share));
    return { homes, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function makeHome(root: string, index: number, sandbox: Sandbox, share: Share): Promise<ClientHome> {
  const grant = grantsOf(share)[index];
  const users = sandbox.vendorUsers[index];
  if (grant === undefined || users === undefined) throw new Error(`vendors[${index}] was not seeded`);
  const vendor = profileOf(grant.vendor, index);
  const directory = join(root, vendor);
  const names = profileNames(grant);
  const config = [
    awsConfig(grant, share),
    '[sso-session not-assigned]',
    `sso_start_url = ${grant.vendor.identityCenter.startUrl}`,
    `sso_region = ${grant.vendor.identityCenter.region}`,
    'sso_registration_scopes = sso:account:access',
    '',
    '[profile not-assigned]',
    'sso_session = not-assigned',
    `sso_account_id = ${grant.vendor.account}`,
    `sso_role_name = ${grant.permissionSetName}`,
    `region = ${share.company.region}`,
    '',
  ].join('\n');
  await writeAwsFiles(directory, sandbox.administrators, config);
  await writeSsoToken(directory, names.ssoSession, users.assigned);
  await writeSsoToken(directory, 'not-assigned', users.notAssigned);
  const administrators = [...sandbox.administrators].map(([name, { account }]) => ({
    name,
    note: `administrator of account ${account}`,
  }));
  const stacks = `once CompanyStack and ${grant.vendorStackName} are deployed`;
  return {
    vendor,
    directory,
    profiles: [
      ...administrators,
      {
        name: names.permissionSet,
        note: `${users.assigned.name}, signed in as ${grant.permissionSetName} (${stacks})`,
      },
      { name: names.borrowedRole, note: `the same person, having borrowed ${grant.roleName}` },
      { name: 'not-assigned', note: 'a colleague who is signed in but does not get the permission set' },
    ],
  };
}
