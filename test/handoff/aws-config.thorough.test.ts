import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSharedConfigFiles } from '@smithy/core/config';
import { inLanguage } from '../../words/speech';
import { awsConfig } from '../../tools/handoff/aws-config';
import { grantOf, handoffTo, shareWith, VENDORS } from './kinds';

/** What the AWS SDK reads, without the profile that borrows. */
async function signInOf(config: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-share-config-'));
  const file = join(folder, 'config');
  writeFileSync(file, config);
  try {
    const read = { configFilepath: file, filepath: join(folder, 'none'), ignoreCache: true };
    const { '111111111111-data': data, ...others } = (await loadSharedConfigFiles(read)).configFile;
    const { role_arn, role_session_name, duration_seconds, region, ...source } = data ?? {};
    expect({ role_arn, role_session_name, duration_seconds, region }).toEqual({
      role_arn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
      role_session_name: 'Vendor-222222222222',
      duration_seconds: '3600',
      region: 'ap-northeast-1',
    });
    return { source, ...others };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const identityCenter = {
  source: { source_profile: '111111111111-user' },
  'sso-session.111111111111': {
    sso_start_url: 'https://YOUR-PORTAL.awsapps.com/start',
    sso_region: 'REGION-OF-YOUR-IDENTITY-CENTER',
    sso_registration_scopes: 'sso:account:access',
  },
  '111111111111-user': {
    sso_session: '111111111111',
    sso_account_id: '222222222222',
    sso_role_name: 'AllowAssumeCompanyRole',
    region: 'ap-northeast-1',
  },
};

test.each<[vendor: keyof typeof VENDORS, signIn: object]>([
  ['known by its account', identityCenter],
  ['whose permission set alone borrows', identityCenter],
  ['with several accounts', identityCenter],
  [
    'whose role borrows',
    {
      source: { source_profile: '111111111111-user' },
      '111111111111-user': {
        role_arn: 'arn:aws:iam::222222222222:role/jobs/etl',
        source_profile: 'A-PROFILE-THAT-YOU-HAVE',
        region: 'ap-northeast-1',
      },
    },
  ],
  [
    'whose user borrows',
    {
      source: { source_profile: '111111111111-user' },
      '111111111111-user': { region: 'ap-northeast-1' },
    },
  ],
  [
    'that is a product',
    { source: { credential_source: 'Ec2InstanceMetadata', external_id: 'agreement-2026' } },
  ],
])('for a vendor %s it can be read as it stands', async (vendor, signIn) => {
  expect(await signInOf(handoffTo(VENDORS[vendor]).config)).toEqual(signIn);
});

test.each<[vendor: keyof typeof VENDORS, says: RegExp]>([
  ['known by its account', /^# +credential_process = /m],
  ['known by its account', /^# +source_profile = /m],
  ['known by its account', /^# +credential_source = EcsContainer$/m],
  ['whose role borrows', /^# +credential_source = Ec2InstanceMetadata$/m],
  ['whose role borrows', /^# +credential_process = /m],
  [
    'whose user borrows',
    /^# The access key of user reader is stored by: aws configure --profile 111111111111-user$/m,
  ],
  ['that is a product', /^# +source_profile = A-PROFILE-THAT-YOU-HAVE$/m],
  ['with several accounts', /^# sso_account_id may also be 333333333333\.$/m],
  [
    'whose roles and users in two accounts borrow',
    /^# These may assume the role, too:\n# +arn:aws:iam::333333333333:user\/reader$/m,
  ],
])('for a vendor %s another way stands beside it: %s', (vendor, says) => {
  expect(handoffTo(VENDORS[vendor]).config).toMatch(says);
});

test('where only the permission set’s people are trusted, no other way is offered', () => {
  expect(handoffTo(VENDORS['whose permission set alone borrows']).config).not.toMatch(
    /credential_|A-PROFILE/,
  );
});

test('a portal that somebody knows is written down, and nothing is left to fill in', () => {
  const share = shareWith(VENDORS['known by its account']);
  const portal = { startUrl: 'http://localhost:4000/start', region: 'us-east-1' };
  const config = awsConfig(grantOf(share), share, portal);
  expect(config).toContain('sso_start_url = http://localhost:4000/start\nsso_region = us-east-1\n');
  expect(config).not.toMatch(/^#|[A-Z]+-[A-Z]+/m);
});

test.each(Object.keys(VENDORS) as (keyof typeof VENDORS)[])(
  'for a vendor %s it is ASCII, whatever language is spoken: the AWS CLI reads it in the encoding of the system',
  (vendor) => {
    const { config } = inLanguage('ja', () => handoffTo(VENDORS[vendor]));
    expect(config).toMatch(/^[\n\x20-\x7e]*$/);
  },
);
