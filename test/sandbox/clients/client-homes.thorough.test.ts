import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Share, Vendor } from '../../../lib/share/share';
import { makeClientHomes } from '../../../tools/sandbox/clients/client-homes';
import { startSandbox } from '../../../tools/sandbox/sandbox';
import { walkthroughShare, walkthroughVendor } from '../../lib/walkthrough-share';

/** The titles of a home's config, in order, and the sessions that somebody is signed in to. */
async function homeOf(company: Partial<Share['company']>, vendor: Vendor) {
  const share: Share = { company: { ...walkthroughShare.company, ...company }, vendors: [vendor] };
  const sandbox = await startSandbox({ share });
  const { homes, remove } = await makeClientHomes(sandbox, share);
  try {
    const aws = join(homes[0]?.directory ?? '', '.aws');
    const config = readFileSync(join(aws, 'config'), 'utf8');
    return {
      titles: [...config.matchAll(/^\[(.*)\]$/gm)].map(([, title = '']) => title),
      // sha1 of `vendor`
      isSignedIn: existsSync(join(aws, 'sso', 'cache', '9fdcb2f441fcdd2e24e21bf8d45413ae72c0443c.json')),
      data: /^\[profile company-data\]\n([^[]*)/m.exec(config)?.[1] ?? '',
    };
  } finally {
    remove();
    await sandbox.stop();
  }
}

test('beside the names of the handoff there are those that never change', async () => {
  const { titles, data, isSignedIn } = await homeOf({}, walkthroughVendor);
  expect(titles).toEqual([
    ...['profile company', 'profile vendor'],
    ...['sso-session 111111111111', 'profile 111111111111-user', 'profile 111111111111-data'],
    ...['sso-session not-assigned', 'profile not-assigned'],
    ...['sso-session vendor', 'profile vendor-user', 'profile company-data'],
  ]);
  expect(data).toContain(
    'role_arn = arn:aws:iam::111111111111:role/VendorAccessRole\nsource_profile = vendor-user\n',
  );
  expect(isSignedIn).toBe(true);
});

test.each<[name: string, vendor: Vendor]>([
  ['vendor', walkthroughVendor],
  ['company', walkthroughVendor],
  ['vendor', { account: '222222222222', borrowers: ['arn:aws:iam::222222222222:role/etl'] }],
  ['company', { account: '222222222222', borrowers: ['arn:aws:iam::222222222222:user/reader'] }],
])('for a company called %s no section is there twice', async (name, vendor) => {
  const { titles, data } = await homeOf({ name }, vendor);
  expect(titles).toEqual([...new Set(titles)]);
  expect(titles).toEqual(expect.arrayContaining(['profile vendor-user', 'profile company-data']));
  expect(data).toContain('role_arn = arn:aws:iam::111111111111:role/VendorAccessRole\n');
});
