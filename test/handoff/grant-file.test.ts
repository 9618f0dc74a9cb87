import { type Grant, grantsOf } from '../../lib/share/grant';
import { assumeRolePolicy, readPolicy, trustPolicy } from '../../lib/policy-documents';
import type { Company, Vendor } from '../../lib/share/share';
import { grantFile, readGrantFile } from '../../tools/handoff/grant-file';
import { company, grantOf, shareWith, VENDORS } from './kinds';

const EVERYTHING: Vendor = {
  name: 'AcmeLabs',
  account: ['222222222222', '333333333333'],
  prefixes: ["it's/", 'b/'],
  alsoRead: ['location', 'tags'],
  externalId: 'agreement-2026',
  until: '2027-01-31T00:00:00Z',
  roleName: 'Lent',
  rolePath: '/vendors/',
  permissionSetName: 'ReadTheBucket',
  permissionSetDescription: 'To read',
  sessionDuration: 'PT2H',
};
const EXISTING: Partial<Company> = {
  name: 'acme',
  bucket: 'existing',
  kmsKey: 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};

function fileOf(vendor: Vendor, changes: Partial<Company> = {}) {
  const share = shareWith(vendor, changes);
  return grantFile(grantOf(share), share);
}

function namesOf({ name, fileName, accounts, vendorStackName, bucketArn, roleArn, ...grant }: Grant) {
  const { permissionSetName, permissionSetDescription, sessionDuration, kmsKeyArn, bucketIsThere } = grant;
  return {
    ...{ name, fileName, accounts, vendorStackName, bucketArn, roleArn, kmsKeyArn, bucketIsThere },
    ...{ permissionSetName, permissionSetDescription, sessionDuration },
  };
}

test('it says all that the company lends, and nothing of the company’s inside', () => {
  expect(fileOf(EVERYTHING, EXISTING)).toEqual({
    format: 'vendor-share grant',
    version: 1,
    companyName: 'acme',
    vendorName: 'AcmeLabs',
    companyAccount: '111111111111',
    region: 'ap-northeast-1',
    bucketName: 'company-shared-data-bucket-12345',
    bucket: 'existing',
    kmsKey: 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    roleArn: 'arn:aws:iam::111111111111:role/vendors/Lent',
    accounts: ['222222222222', '333333333333'],
    borrowers: 'account',
    prefixes: ["it's/", 'b/'],
    alsoRead: ['location', 'tags'],
    externalId: 'agreement-2026',
    until: '2027-01-31T00:00:00Z',
    permissionSetName: 'ReadTheBucket',
    permissionSetDescription: 'To read',
    sessionDuration: 'PT2H',
  });
});

test.each<[string, Vendor, Partial<Company>]>([
  ...Object.entries(VENDORS).map(([what, vendor]): [string, Vendor, object] => [what, vendor, {}]),
  ['with every option', EVERYTHING, EXISTING],
  ['with a key that the stack makes', VENDORS['known by its account'], { kmsKey: 'make' }],
])(
  'read back, the grant of a vendor %s has the same documents, names and files',
  (_what, vendor, changes) => {
    const original = grantOf(shareWith(vendor, changes));
    const { grant } = readGrantFile(JSON.stringify(fileOf(vendor, changes)), 'acme.grant.json');
    const documents = [trustPolicy, readPolicy, assumeRolePolicy];
    expect(documents.map((document) => document(grant))).toEqual(
      documents.map((document) => document(original)),
    );
    expect(namesOf(grant)).toEqual(namesOf(original));
  },
);

test('what is as it would be anyway is left out of the share', () => {
  const { share } = readGrantFile(JSON.stringify(fileOf({ account: '222222222222' })), 'acme.grant.json');
  expect(share).toEqual({
    company: { ...company, seedObjects: [] },
    vendors: [{ account: '222222222222' }],
  });
  expect(grantsOf(share)).toHaveLength(1);
});

const sound = fileOf({ account: '222222222222' });

test.each<[what: string, text: string, says: string]>([
  ['no JSON', '{', 'must be JSON, as npm run handoff -- --out wrote it: '],
  [
    'a template',
    '{"Resources":{}}',
    'format must be "vendor-share grant", got nothing (the file is NAME.grant.json',
  ],
  ['a list', '[]', 'format must be "vendor-share grant", got a list'],
  [
    'another version',
    JSON.stringify({ ...sound, version: 2, more: 1 }),
    'version must be 1, got 2 (another release of this project wrote it; use that one, or ask the company for a file of version 1)',
  ],
  [
    'a field that is not known',
    JSON.stringify({ ...sound, mayWrite: 'yes' }),
    'mayWrite is not a field of a grant file of version 1, got "yes"',
  ],
  [
    'a field that is missing',
    JSON.stringify({ ...sound, companyAccount: undefined }),
    'companyAccount must be 12 digits, written as text, got nothing',
  ],
  [
    'a value that AWS does not take',
    JSON.stringify({ ...sound, accounts: ['2222'] }),
    'accounts[0] must be 12 digits, got "2222"',
  ],
  [
    'a role of somebody else',
    JSON.stringify({ ...sound, roleArn: 'arn:aws:iam::999999999999:role/VendorAccessRole' }),
    'roleArn must be a role of companyAccount 111111111111, got "arn:aws:iam::999999999999:role/VendorAccessRole"',
  ],
  [
    'a borrower of somebody else',
    JSON.stringify({ ...sound, borrowers: ['arn:aws:iam::999999999999:role/etl'] }),
    'as a share, vendors[0].borrowers[0] must be in an account of the vendor',
  ],
  [
    'what a terminal would obey',
    JSON.stringify({ ...sound, externalId: '\u001b[2J' }),
    String.raw`externalId must be 2 to 1224 letters, digits and _+=,.@:/-, got "\u001b[2J"`,
  ],
])('%s is refused with the reason', (_what, text, says) => {
  const read = () => readGrantFile(text, 'acme.grant.json');
  expect(read).toThrow(`--grant acme.grant.json:\n  - ${says}`);
});

test('every problem is reported at once', () => {
  const text = JSON.stringify({ ...sound, region: 'Tokyo', externalId: 'x' });
  expect(() => readGrantFile(text, 'acme.grant.json')).toThrow(
    /region must be[^]*\n {2}- externalId must be/,
  );
});
