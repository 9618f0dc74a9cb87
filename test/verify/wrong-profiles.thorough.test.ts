// tools/verify/verify.ts and tools/verify/profile-problems.ts: of a profile that asks for something else than the share, verify speaks before AWS is asked
import { writeFileSync } from 'node:fs';
import { share } from '../../parameters';
import { createTemporaryHome } from '../../tools/sandbox/clients/temporary-home';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { verifyIn } from './verify-in';

let deployed: DeployedSandbox;
beforeAll(async () => {
  deployed = await deployedSandbox(share);
}, 30_000);
afterAll(() => deployed.stop());

/** A vendor's user, who has written it by hand from the handoff's page. */
const base = `[sso-session vendor]
sso_start_url = https://vendor.awsapps.com/start
sso_region = ap-northeast-1
sso_registration_scopes = sso:account:access

[profile vendor-user]
sso_session = vendor
sso_account_id = 222222222222
sso_role_name = AllowAssumeCompanyRole
region = ap-northeast-1

[profile company-data]
role_arn = arn:aws:iam::111111111111:role/VendorAccessRole
source_profile = vendor-user
role_session_name = Vendor-222222222222
duration_seconds = 3600
region = ap-northeast-1
`;

function changed(from: string, to: string, config: string): string {
  const after = config.replace(from, to);
  if (after === config) throw new Error(`${from} is not in the config`);
  return after;
}

const spaced = changed(
  '[sso-session vendor]',
  "[sso-session 'Acme Corp']",
  changed('sso_session = vendor', 'sso_session = Acme Corp', base),
);

test.each<[name: string, config: string, profile: string, says: RegExp[]]>([
  [
    'a role that is not the lent one',
    changed('VendorAccessRole', 'VendorAcessRole', base),
    'company-data',
    [
      /profile "company-data" asks for .*role\/VendorAcessRole \(line 13\), and the share is for .*role\/VendorAccessRole/,
    ],
  ],
  [
    'twelve hours',
    changed('3600', '43200', base),
    'company-data',
    [/duration_seconds = 43200/, /one hour at most/, /write 3600.* or leave the line out/],
  ],
  [
    'a person’s name',
    changed('Vendor-222222222222', 'Alice Müller', base),
    'company-data',
    [/letters, digits and _\+=,\.@-/, /2 to 64/],
  ],
  [
    'a session’s name with a space',
    spaced,
    'vendor-user',
    [
      /\[sso-session 'Acme Corp'\]/,
      /only the AWS CLI and botocore read a name with a space/,
      /call it Acme-Corp there and in sso_session, then run aws sso login again/,
    ],
  ],
  [
    'two companies’ pages',
    `${base}\n${changed('iam::111111111111', 'iam::444444444444', base)}`,
    'company-data',
    [
      /there are 2 sections \[profile company-data\] in the AWS config, in lines 12 and 30/,
      /the AWS CLI does not read such a file/,
    ],
  ],
])('%s', async (_name, config, profile, says) => {
  const home = await createTemporaryHome({}, deployed.sandbox.url);
  writeFileSync(home.environment['AWS_CONFIG_FILE'] ?? '', config);
  // Nothing listens there: who asks AWS finds no connection.
  const environment = { ...home.environment, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
  const { run, text } = await verifyIn(deployed, { profiles: [profile], environment });
  home.remove();
  const findings = run.verifications.flatMap((one) => one.findings);
  expect(run.exitCode).toBe(2);
  expect(new Set(findings.map(({ id, side, hop }) => `${id} ${side} ${hop}`))).toEqual(
    new Set(['bad-profile you sign in']),
  );
  for (const part of says) expect(text.replaceAll(/\s+/g, ' ')).toMatch(part);
  expect(text).not.toContain('promise');
});
