import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../../../tools/exit-code';
import { writeAwsFiles, writeSsoToken } from '../../../tools/sandbox/clients/aws-files';
import { secretKey, uniqueId } from '../../../tools/sandbox/core/unique-id';
import { newIdentityCenter } from '../../../tools/sandbox/core/identity-center';
import type { PortalUser } from '../../../tools/sandbox/seed/people';
import type { Administrator } from '../../../tools/sandbox/seed/seed-world';

const region = 'ap-northeast-1';

/** Keys as the sandbox makes them. */
function administrator(account: string): Administrator {
  const keys = { accessKeyId: uniqueId('AKIA'), secretAccessKey: secretKey() };
  return { account, region, credential: { kind: 'user', userName: 'Administrator', account, ...keys } };
}

const administrators = new Map([
  ['company', administrator('111111111111')],
  ['vendor', administrator('222222222222')],
]);

const instance = newIdentityCenter({
  instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  identityStoreId: 'd-1234567890',
  region,
  ownerAccount: '222222222222',
  startUrl: 'https://vendor.awsapps.com/start',
});

const assigned: PortalUser = {
  name: 'member-of-analysts',
  userId: 'b1b2c3d4-5678-90ab-cdef-111122223333',
  portalToken: 'token',
  expiresAt: new Date(),
  instance,
};

test('files for AWS clients are private, and never written into the real home', async () => {
  const home = mkdtempSync(join(tmpdir(), 'vendor-share-test-'));
  const { configFile, credentialsFile } = await writeAwsFiles(home, administrators, '[profile more]\n');
  const token = await writeSsoToken(home, 'vendor', assigned);
  expect(readFileSync(configFile, 'utf8')).toBe(
    '[profile company]\nregion = ap-northeast-1\n\n[profile vendor]\nregion = ap-northeast-1\n\n[profile more]\n',
  );
  expect(readFileSync(credentialsFile, 'utf8')).toMatch(
    /^\[company\]\naws_access_key_id = AKIA[A-Z2-7]{16}\naws_secret_access_key = [\w+/]{40}\n\n\[vendor\]\n/,
  );
  // SHA-1 of "vendor", as `printf vendor | sha1sum` says
  expect(token).toBe(join(home, '.aws/sso/cache', '9fdcb2f441fcdd2e24e21bf8d45413ae72c0443c.json'));
  expect(JSON.parse(readFileSync(token, 'utf8'))).toEqual({
    startUrl: 'https://vendor.awsapps.com/start',
    region: 'ap-northeast-1',
    accessToken: assigned.portalToken,
    expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
  });
  expect(statSync(token).mode & 0o077).toBe(0);
  await expect(writeAwsFiles(homedir(), administrators)).rejects.toThrow(PlainError);
  await expect(writeSsoToken(`${homedir()}/.`, 'vendor', assigned)).rejects.toThrow(/your own home/);
  rmSync(home, { recursive: true });
});
