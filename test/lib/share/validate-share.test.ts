import fc, { cases, testThoroughly } from '../../properties';
import { readPolicy, trustPolicy, assumeRolePolicy } from '../../../lib/policy-documents';
import { grantsOf } from '../../../lib/share/grant';
import { InvalidShareError } from '../../../lib/share/invalid-share-error';
import { validateShare } from '../../../lib/share/validate-share';
import { anyShare, validShare } from './any-share';
import {
  acme,
  companyWith,
  manyVendors,
  shareWith,
  walkthroughShare,
  walkthroughVendor,
} from '../walkthrough-share';

/** The messages, without the heading. */
function problemsOf(candidate: unknown): string[] {
  try {
    validateShare(candidate);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidShareError)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

const vendor = (changes: object) => ({
  ...walkthroughShare,
  vendors: [{ ...walkthroughVendor, ...changes }],
});
const company = (changes: object) => ({
  ...walkthroughShare,
  company: { ...walkthroughShare.company, ...changes },
});
const identityCenter = (changes: object) =>
  vendor({ identityCenter: { ...walkthroughVendor.identityCenter, ...changes } });
const seeds = (...keys: unknown[]) => company({ seedObjects: keys.map((key) => ({ key, content: 'x' })) });
/** That of the walkthrough's vendor, as another one in the same organization names it. */
const oneInstance = { ...walkthroughVendor.identityCenter, account: '222222222222' };
const second = (changes: object) => ({
  ...walkthroughShare,
  vendors: [walkthroughVendor, { ...acme, ...changes }],
});

test('the walkthrough’s share passes, as a copy', () => {
  expect(validateShare(walkthroughShare)).toEqual(walkthroughShare);
  expect(validateShare(walkthroughShare)).not.toBe(walkthroughShare);
});

test('a message says the field, the rule, the value and the next step', () => {
  expect(problemsOf(vendor({ account: '1234' }))).toEqual([
    'vendors[0].account must be 12 digits, got "1234" (quote it, so that leading zeros survive)',
  ]);
});

test('every problem is reported, whatever else is wrong', () => {
  const problems = problemsOf({
    company: {
      account: 111111111111,
      region: 'Tokyo',
      bucketName: 'x',
      seedObjects: [{ key: '', content: 1 }],
    },
    vendors: [
      { ...walkthroughVendor, account: '', prefixes: ['a'] },
      { ...walkthroughVendor, account: '' },
      'acme',
    ],
    vendor: 1,
  });

  expect(problems.map((problem) => problem.split(' must ')[0])).toEqual([
    'vendor is not a field of a share, got 1 (it has company, vendors)',
    'company.account',
    'company.region',
    'company.bucketName',
    'company.seedObjects[0].key',
    'company.seedObjects[0].key',
    'company.seedObjects[0].content',
    'vendors[0].account',
    'vendors[0].prefixes[0]',
    'vendors[1].account',
    'vendors[2]',
    'vendors[1].name',
    'vendors[1].account',
  ]);
});

describe('refused, by the name of the field', () => {
  test.each<[string, unknown, string]>([
    // wrong types and unknown fields
    ['nothing', undefined, 'share must be an object with company, vendors, got nothing'],
    [
      'a function',
      () => walkthroughShare,
      'share must be an object with company, vendors, got a function (write { … })',
    ],
    [
      'an account as a number',
      company({ account: 123456789012 }),
      'company.account must be 12 digits, written as text, got 123456789012',
    ],
    [
      'a misspelt field',
      vendor({ externalID: 'x1' }),
      'vendors[0].externalID is not a field of a vendor, got "x1" (it has name, account,',
    ],
    [
      'a misspelt field deep inside',
      identityCenter({ startURL: 'x' }),
      'vendors[0].identityCenter.startURL is not a field of identityCenter',
    ],
    [
      'a missing field',
      vendor({ account: undefined }),
      'vendors[0].account must be 12 digits, written as text, got nothing',
    ],
    [
      'null for a field that may be left out',
      vendor({ until: null }),
      'vendors[0].until must be a moment that exists, in UTC to the second, written as text, got null',
    ],
    [
      'a single vendor without its list',
      { ...walkthroughShare, vendors: walkthroughVendor },
      'vendors must be a list, got a value of type object',
    ],
    [
      'no vendors',
      { ...walkthroughShare, vendors: [] },
      'vendors must have at least one entry, got an empty list (to take access away from the last vendor, set its until',
    ],
    [
      'a hole in a list',
      { ...walkthroughShare, vendors: Array(1) },
      'vendors[0] must be an object with name, account',
    ],
    // accounts and regions
    ['an account with 13 digits', company({ account: '1111111111111' }), 'company.account must be 12 digits'],
    [
      'an account with a line break',
      company({ account: '111111111111\n' }),
      'company.account must be 12 digits, got "111111111111\\n"',
    ],
    [
      'digits of another script',
      company({ account: '１１１１１１１１１１１１' }),
      'company.account must be 12 digits, got "１１１１１１１１１１１１" (use half-width digits 0–9)',
    ],
    [
      'digits of another script, and too few',
      company({ account: '１２３４' }),
      'company.account must be 12 digits, got "１２３４" (quote it, so that leading zeros survive)',
    ],
    [
      'a region in full width',
      company({ region: 'ａｐ－northeast-1' }),
      'company.region must be the code of an AWS region, got "ａｐ－northeast-1" (use half-width letters, digits and signs)',
    ],
    [
      'the company as its own vendor',
      vendor({ account: '111111111111' }),
      "vendors[0].account must not be the company's own account",
    ],
    [
      'one account for two vendors',
      second({ account: '222222222222' }),
      'vendors[1].account must be another account than the others, got "222222222222", as vendors[0].account is',
    ],
    [
      'an availability zone',
      company({ region: 'ap-northeast-1a' }),
      'company.region must be the code of an AWS region',
    ],
    [
      'a misspelt region',
      company({ region: 'ap-northeat-1' }),
      'company.region must be the code of an AWS region',
    ],
    ...['us-east-3', 'us-east-0', 'us-east-10', 'us-east-1\n', '', 'US-EAST-1', 'toString'].map(
      (region): [string, unknown, string] => [
        `the region ${JSON.stringify(region)}`,
        company({ region }),
        `company.region must be the code of an AWS region, got ${JSON.stringify(region)} (like ap-northeast-1; not its name and not an availability zone; or update this project, if the region is new)`,
      ],
    ),
    [
      'a region that there is not for Identity Center',
      identityCenter({ region: 'ap-northeast-4' }),
      'vendors[0].identityCenter.region must be the code of an AWS region, got "ap-northeast-4"',
    ],
    [
      'a region of China',
      company({ region: 'cn-north-1' }),
      'company.region must be a region of the partition aws, got "cn-north-1"',
    ],
    [
      'a region of GovCloud',
      identityCenter({ region: 'us-gov-west-1' }),
      'vendors[0].identityCenter.region must be a region of the partition aws',
    ],
    [
      'an isolated region',
      company({ region: 'us-isob-east-1' }),
      'company.region must be a region of the partition aws',
    ],
    [
      'an isolated region in Europe',
      company({ region: 'eu-isoe-west-1' }),
      'company.region must be a region of the partition aws',
    ],
    [
      'a sovereign region',
      company({ region: 'eusc-de-east-1' }),
      'company.region must be a region of the partition aws',
    ],
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    ['a bucket name of 2 characters', company({ bucketName: 'ab' }), 'company.bucketName must be 3 to 63'],
    [
      'a bucket name of 64 characters',
      company({ bucketName: 'a'.repeat(64) }),
      'company.bucketName must be 3 to 63',
    ],
    [
      'capitals in a bucket name',
      company({ bucketName: 'Bucket' }),
      'company.bucketName must be 3 to 63 lower-case',
    ],
    [
      'an underscore in a bucket name',
      company({ bucketName: 'my_bucket' }),
      'company.bucketName must be 3 to 63 lower-case',
    ],
    [
      'a hyphen at the end of a bucket name',
      company({ bucketName: 'bucket-' }),
      'company.bucketName must be 3 to 63 lower-case',
    ],
    [
      'an IP address as a bucket name',
      company({ bucketName: '192.168.5.4' }),
      'company.bucketName must be 3 to 63 lower-case',
    ],
    [
      'a dot in a bucket name',
      company({ bucketName: 'data.company' }),
      'S3 allows dots as well, but then no certificate fits',
    ],
    ...['xn--data', 'sthree-data', 'sthree-configurator', 'amzn-s3-demo-data'].map(
      (bucketName): [string, unknown, string] => [
        `the bucket name ${bucketName}`,
        company({ bucketName }),
        'company.bucketName must not begin with xn--, sthree- or amzn-s3-demo-',
      ],
    ),
    ...[
      'data-s3alias',
      'data--ol-s3',
      'data.mrap',
      'data--x-s3',
      'data--table-s3',
      'data-111111111111-us-east-1-an',
    ].map((bucketName): [string, unknown, string] => [
      `the bucket name ${bucketName}`,
      company({ bucketName }),
      'company.bucketName must not end with -s3alias',
    ]),
    [
      'the name of a bucket that cdk bootstrap makes',
      company({ bucketName: 'cdk-hnb659fds-assets-111111111111-ap-northeast-1' }),
      'company.bucketName must not begin with cdk-hnb659fds-assets-, got "cdk-hnb659fds-assets-111111111111-ap-northeast-1" (cdk bootstrap calls its own buckets so',
    ],
    [
      'another word for what happens at the end',
      company({ whenStackIsDeleted: 'delete' }),
      'company.whenStackIsDeleted must be "keep" or "delete-with-all-data", got "delete"',
    ],
    // seed objects
    ['an empty seed key', seeds(''), 'company.seedObjects[0].key must be 1 to 1024 bytes of UTF-8, got ""'],
    [
      'a seed key of 1025 bytes',
      seeds(`${'a'.repeat(250)}/`.repeat(4) + 'b'.repeat(21)),
      'company.seedObjects[0].key must be 1 to 1024 bytes of UTF-8',
    ],
    [
      'a seed key of 342 characters and 1026 bytes',
      seeds('データ'.repeat(114)),
      'company.seedObjects[0].key must be 1 to 1024 bytes of UTF-8',
    ],
    [
      'half a surrogate pair in a seed key',
      seeds('\ud83d'),
      'company.seedObjects[0].key must be 1 to 1024 bytes of UTF-8',
    ],
    ...['/a', 'a/', 'a//b', './a', 'a/../b', '..', 'x'.repeat(256)].map((key): [string, unknown, string] => [
      `the seed key ${key.slice(0, 10)}`,
      seeds(key),
      'company.seedObjects[0].key must be a path of non-empty names',
    ]),
    [
      'a backslash in a seed key',
      seeds('a\\b'),
      'company.seedObjects[0].key must have no backslashes and no control characters',
    ],
    [
      'a line break in a seed key',
      seeds('a\nb'),
      'company.seedObjects[0].key must have no backslashes and no control characters',
    ],
    ...[
      ...['a:b', 'q?.txt', 'a*', 'a<b', 'a>b', 'a"b', 'a|b', 'folder./a', 'a.', 'a ', ' ', '...', 'a /b'],
      ...['con', 'CON', 'con.txt', 'aux/a', 'a/nul.tar.gz', 'prn .txt', 'com1', 'LPT9.csv', 'com²', 'conin$'],
    ].map((key): [string, unknown, string] => [
      `the seed key ${key}, which Windows cannot have`,
      seeds(key),
      'company.seedObjects[0].key must be a path that Windows can have, too',
    ]),
    [
      'what stands where a text was read wrongly, in the content of a seed object',
      company({ seedObjects: [{ key: 'a', content: '\ufffdf\ufffd[\ufffd^' }] }),
      'company.seedObjects[0].content must not hold the character U+FFFD, got "\ufffdf\ufffd[\ufffd^" (programs put it where they read a text in the wrong encoding',
    ],
    [
      'what stands where a text was read wrongly, in a seed key',
      seeds('\ufffd.txt'),
      'company.seedObjects[0].key must not hold the character U+FFFD',
    ],
    [
      'what stands where a text was read wrongly, in the name of a group',
      vendor({ assignees: [{ ...walkthroughVendor.assignees[0], name: 'Gr\ufffdn' }] }),
      'vendors[0].assignees[0].name must not hold the character U+FFFD',
    ],
    [
      'one seed key twice',
      seeds('a', 'b', 'a'),
      'company.seedObjects[2].key must be another key than the others, got "a", as company.seedObjects[0].key is',
    ],
    [
      'a seed object in the place of a folder',
      seeds('a/b/c', 'a/b'),
      'company.seedObjects[1].key must not be the folder of another seed object, got "a/b" beside "a/b/c"',
    ],
    ...['.is_custom_resource', 'a/.is_custom_resource', '.is_custom_resource/a'].map(
      (key): [string, unknown, string] => [
        `the seed key ${key}, which CDK would not copy`,
        seeds(key),
        'company.seedObjects[0].key must not have a name .is_custom_resource in its path',
      ],
    ),
    [
      'half a surrogate pair in the content of a seed object',
      company({ seedObjects: [{ key: 'a', content: 'x\ud83d' }] }),
      'company.seedObjects[0].content must be well-formed Unicode, got "x\\ud83d"',
    ],
    // names
    [
      'a second vendor without a name',
      second({ name: undefined }),
      'vendors[1].name must be given, got nothing (only the first vendor goes without: like Acme, which gives AcmeVendorStack, or move it back to the first place)',
    ],
    [
      'a name in lower case',
      second({ name: 'acme' }),
      'vendors[1].name must be 1 to 50 letters and digits, beginning with a capital',
    ],
    [
      'a name with a hyphen',
      second({ name: 'Acme-Co' }),
      'vendors[1].name must be 1 to 50 letters and digits',
    ],
    [
      'a name of 51 characters',
      second({ name: 'A'.repeat(51) }),
      'vendors[1].name must be 1 to 50 letters and digits',
    ],
    ['an empty name', second({ name: '' }), 'vendors[1].name must be 1 to 50 letters and digits'],
    [
      'the name that the first vendor goes by',
      second({ name: 'Vendor' }),
      'vendors[1].name must be a name of its own, got "Vendor", as vendors[0].name is',
    ],
    [
      'a role name of 65 characters',
      vendor({ roleName: 'r'.repeat(65) }),
      'vendors[0].roleName must be 1 to 64 letters, digits',
    ],
    [
      'a wildcard in a role name',
      vendor({ roleName: 'Vendor*' }),
      'vendors[0].roleName must be 1 to 64 letters, digits',
    ],
    [
      'a role name that differs in case alone',
      second({ roleName: 'vendoraccessrole' }),
      'vendors[1].roleName must be a name of its own, got "vendoraccessrole", as vendors[0].roleName is',
    ],
    [
      'a policy name that is taken',
      second({ policyName: 'VendorS3AccessPolicy' }),
      'vendors[1].policyName must be a name of its own',
    ],
    [
      'a policy name of 129 characters',
      vendor({ policyName: 'p'.repeat(129) }),
      'vendors[0].policyName must be 1 to 128',
    ],
    [
      'a permission-set name of 33 characters',
      vendor({ permissionSetName: 'p'.repeat(33) }),
      'vendors[0].permissionSetName must be 1 to 32',
    ],
    [
      'one permission-set name twice in an organization',
      second({ identityCenter: walkthroughVendor.identityCenter }),
      'vendors[1].permissionSetName must be a name of its own, got "AllowAssumeCompanyRole", as vendors[0].permissionSetName is (both vendors are in one organization',
    ],
    ...['.', '..', '...'].flatMap((dots): [string, unknown, string][] =>
      ['roleName', 'policyName', 'permissionSetName'].map((field) => [
        `the ${field} ${dots}`,
        vendor({ [field]: dots }),
        `vendors[0].${field} must not be dots alone, got "${dots}" (in paths and addresses these are other places; add a letter)`,
      ]),
    ),
    [
      'a path without its last slash',
      vendor({ rolePath: '/vendors' }),
      'vendors[0].rolePath must be / or begin and end with one',
    ],
    [
      'a path with a wildcard',
      vendor({ rolePath: '/*/' }),
      'vendors[0].rolePath must be / or begin and end with one',
    ],
    [
      'the path of Identity Center’s roles',
      vendor({ rolePath: '/aws-reserved/sso/' }),
      'vendors[0].rolePath must not begin with /aws-reserved/',
    ],
    [
      'the path of service-linked roles',
      vendor({ rolePath: '/aws-service-role/' }),
      'vendors[0].rolePath must not begin with /aws-reserved/ or /aws-service-role/, got "/aws-service-role/"',
    ],
    [
      'a path and a role name of 65 characters together',
      vendor({ rolePath: `/${'p'.repeat(46)}/`, roleName: 'VendorAccessRole1' }),
      'vendors[0].rolePath must leave path and role name at 64 characters or fewer together',
    ],
    [
      'a description of 701 characters',
      vendor({ permissionSetDescription: 'd'.repeat(701) }),
      'vendors[0].permissionSetDescription must be 1 to 700',
    ],
    [
      'a description beyond Latin-1',
      vendor({ permissionSetDescription: '貸出' }),
      'vendors[0].permissionSetDescription must be 1 to 700 printable characters of Latin-1',
    ],
    [
      'an empty description',
      vendor({ permissionSetDescription: '' }),
      'vendors[0].permissionSetDescription must be 1 to 700 printable characters of Latin-1, got ""',
    ],
    ...['\x7f', '\xa0', '\x1f', '\u0100'].map((character): [string, unknown, string] => [
      `a description with ${JSON.stringify(character)}`,
      vendor({ permissionSetDescription: `a${character}b` }),
      'vendors[0].permissionSetDescription must be 1 to 700 printable characters of Latin-1',
    ]),
    ...['a\n${AWS::Region}', '${Token[TOKEN.7]}', 'a\n#{Token[TOKEN.7]}', 'a\n{{resolve:ssm:x}}'].map(
      (description): [string, unknown, string] => [
        `a description with ${JSON.stringify(description)}`,
        vendor({ permissionSetDescription: description }),
        'vendors[0].permissionSetDescription must not contain ${, #{Token[ or {{resolve:, got',
      ],
    ),
    ...['o-nine56789', 'o-Exampleorgid', 'exampleorgid', 'o-exampleorgid*', `o-${'a'.repeat(33)}`].map(
      (organizationId): [string, unknown, string] => [
        `the organization ${organizationId}`,
        company({ organizationId }),
        `company.organizationId must be o- and 10 to 32 small letters or digits, got "${organizationId}" (aws organizations describe-organization shows it as Id)`,
      ],
    ),
    ...['', '  ', 'a\nb', 'a\u2028b', 'x'.repeat(201)].map((contact): [string, unknown, string] => [
      `the contact ${JSON.stringify(contact.slice(0, 9))}`,
      company({ contact }),
      'company.contact must be one line of text, 1 to 200 characters, got',
    ]),
    // Identity Center
    [
      'an instance id for its ARN',
      identityCenter({ instanceArn: 'ssoins-1234567890abcdef' }),
      'vendors[0].identityCenter.instanceArn must be the ARN of an Identity Center instance',
    ],
    ...[
      'arn:aws-cn:sso:::instance/ssoins-1234567890abcdef',
      'arn:aws:sso:::instance/ssoins-1234567890abcde',
      'arn:aws:sso:::instance/ssoins-1234567890abcdef0',
      'arn:aws:sso:us-east-1::instance/ssoins-1234567890abcdef',
      'arn:aws:sso:::instance/ssoins-1234567890abcde*',
    ].map((instanceArn): [string, unknown, string] => [
      `the instance ${instanceArn}`,
      identityCenter({ instanceArn }),
      `vendors[0].identityCenter.instanceArn must be the ARN of an Identity Center instance, got "${instanceArn}"`,
    ]),
    [
      'a start URL without TLS',
      identityCenter({ startUrl: 'http://vendor.awsapps.com/start' }),
      'vendors[0].identityCenter.startUrl must be an https address',
    ],
    ...['https://.', 'https://./start', 'https://a..b/', 'https://.a', 'https://', 'https://a:65536/'].map(
      (startUrl): [string, unknown, string] => [
        `the start URL ${startUrl}`,
        identityCenter({ startUrl }),
        `vendors[0].identityCenter.startUrl must be an https address without user, query and fragment, got "${startUrl}"`,
      ],
    ),
    [
      'a start URL that goes on in the next line',
      identityCenter({ startUrl: 'https://a.awsapps.com/start\nrole_arn = x' }),
      'vendors[0].identityCenter.startUrl must be an https address',
    ],
    [
      'an identity store by its name',
      identityCenter({ identityStoreId: 'store' }),
      'vendors[0].identityCenter.identityStoreId must be d- and 10 hexadecimal digits',
    ],
    [
      'one instance in two regions',
      second({ identityCenter: { ...oneInstance, region: 'us-east-1' } }),
      'vendors[1].identityCenter.region must be the same as vendors[0].identityCenter.region, got "us-east-1" and "ap-northeast-1" (both have one instanceArn: correct one of them, or its instanceArn)',
    ],
    [
      'one instance in two accounts',
      {
        ...walkthroughShare,
        vendors: [
          { ...walkthroughVendor, identityCenter: oneInstance },
          { ...acme, identityCenter: { ...oneInstance, account: '444444444444' } },
        ],
      },
      'vendors[1].identityCenter.account must be the same as vendors[0].identityCenter.account, got "444444444444" and "222222222222" (both have one instanceArn',
    ],
    [
      'one instance with two start URLs',
      second({ identityCenter: { ...oneInstance, startUrl: 'https://acme.awsapps.com/start' } }),
      'vendors[1].identityCenter.startUrl must be the same as vendors[0].identityCenter.startUrl, got "https://acme.awsapps.com/start" and "https://vendor.awsapps.com/start"',
    ],
    [
      'one instance with two identity stores, beside one that names none',
      {
        ...walkthroughShare,
        vendors: ['d-1111111111', undefined, 'd-2222222222'].map((identityStoreId, index) => ({
          ...manyVendors(3)[index],
          identityCenter: { ...oneInstance, identityStoreId },
        })),
      },
      'vendors[2].identityCenter.identityStoreId must be the same as vendors[0].identityCenter.identityStoreId, got "d-2222222222" and "d-1111111111"',
    ],
    ['no assignees', vendor({ assignees: [] }), 'vendors[0].assignees must have at least one entry'],
    [
      'a group by its name',
      vendor({ assignees: [{ type: 'GROUP', id: 'Analysts', name: 'Analysts' }] }),
      'vendors[0].assignees[0].id must be a GUID',
    ],
    [
      'a role as an assignee',
      vendor({ assignees: [{ ...walkthroughVendor.assignees[0], type: 'ROLE' }] }),
      'vendors[0].assignees[0].type must be "GROUP" or "USER", got "ROLE"',
    ],
    ...[
      'A1B2C3D4-5678-90AB-CDEF-111122223333',
      'a1b2c3d4-5678-90ab-cdef-11112222333A',
      'a1b2c3d4-5678-90ab-cdef-1111222233334',
      'a1b2c3d45678-90ab-cdef-111122223333',
      '012345678-a1b2c3d4-5678-90ab-cdef-111122223333',
      '0123456789a-a1b2c3d4-5678-90ab-cdef-111122223333',
      'ABCDEF0123-a1b2c3d4-5678-90ab-cdef-111122223333',
      '0123456789a1b2c3d4-5678-90ab-cdef-111122223333',
    ].map((id): [string, unknown, string] => [
      `the id ${id}`,
      vendor({ assignees: [{ type: 'GROUP', id, name: 'Analysts' }] }),
      `vendors[0].assignees[0].id must be a GUID in lower case, optionally after 10 hexadecimal digits and a dash, got "${id}" (the id and not the name; npm run lookup finds it)`,
    ]),
    [
      'one assignee twice',
      vendor({
        assignees: [
          ...walkthroughVendor.assignees,
          { type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'x' },
        ],
      }),
      'vendors[0].assignees[1].id must be another group or user than the others, got "a1b2c3d4-5678-90ab-cdef-111122223333", as vendors[0].assignees[0].id is',
    ],
    ...['', 'a'.repeat(1025), 'a\nb', 'a\rb', 'a\tb', 'a\u2028b', 'a\u2029b', 'a\x85b', '\ud83d'].map(
      (name): [string, unknown, string] => [
        `the name ${JSON.stringify(name.slice(0, 10))} of a group`,
        vendor({ assignees: [{ ...walkthroughVendor.assignees[0], name }] }),
        'vendors[0].assignees[0].name must be 1 to 1024 characters on one line, got',
      ],
    ),
    // options
    [
      'no prefixes at all',
      vendor({ prefixes: [] }),
      'vendors[0].prefixes must have at least one entry, got an empty list (leave prefixes out',
    ],
    [
      'a prefix without its slash',
      vendor({ prefixes: ['incoming'] }),
      'vendors[0].prefixes[0] must end with a slash',
    ],
    ...['a*/', 'a?/', '${aws:username}/', 'データ/', 'a"b/', 'a\n/'].map(
      (prefix): [string, unknown, string] => [
        `the prefix ${JSON.stringify(prefix)}`,
        vendor({ prefixes: [prefix] }),
        'vendors[0].prefixes[0] must hold only letters, digits, spaces',
      ],
    ),
    ...['/', '/a/', 'a//', 'a/../b/', './'].map((prefix): [string, unknown, string] => [
      `the prefix ${prefix}`,
      vendor({ prefixes: [prefix] }),
      'vendors[0].prefixes[0] must be at most 1024 characters, of non-empty names',
    ]),
    [
      'a prefix of 1025 characters',
      vendor({ prefixes: [`${'a'.repeat(204)}/`.repeat(5)] }),
      'vendors[0].prefixes[0] must be at most 1024 characters, of non-empty names',
    ],
    [
      'a prefix with a name of 256 bytes',
      vendor({ prefixes: [`${'a'.repeat(256)}/`] }),
      'vendors[0].prefixes[0] must be at most 1024 characters, of non-empty names',
    ],
    [
      'one prefix twice',
      vendor({ prefixes: ['a/', 'a/'] }),
      'vendors[0].prefixes[1] must not be part of another prefix, got "a/" (vendors[0].prefixes[0] shares it already',
    ],
    [
      'a prefix below a later one',
      vendor({ prefixes: ['a/b/', 'a/'] }),
      'vendors[0].prefixes[0] must not be part of another prefix, got "a/b/" (vendors[0].prefixes[1] shares it already',
    ],
    [
      'a prefix below the first of two, which are one',
      vendor({ prefixes: ['b/', 'a/b/c/', 'a/', 'a/b/', 'a/'] }),
      'vendors[0].prefixes[1] must not be part of another prefix, got "a/b/c/" (vendors[0].prefixes[2] shares it already',
    ],
    [
      'a prefix below one that is below another, of which the first is named',
      vendor({ prefixes: ['b/', 'a/b/', 'a/b/c/', 'a/'] }),
      'vendors[0].prefixes[2] must not be part of another prefix, got "a/b/c/" (vendors[0].prefixes[1] shares it already',
    ],
    [
      'other borrowers',
      vendor({ borrowers: 'everyone' }),
      'vendors[0].borrowers must be "account" or "permission-set", got "everyone"',
    ],
    [
      'an ExternalId of one character',
      vendor({ externalId: 'x' }),
      'vendors[0].externalId must be 2 to 1224',
    ],
    [
      'an ExternalId of 1225 characters',
      vendor({ externalId: 'x'.repeat(1225) }),
      'vendors[0].externalId must be 2 to 1224',
    ],
    [
      'a policy variable as ExternalId',
      vendor({ externalId: '${aws:userid}' }),
      'vendors[0].externalId must be 2 to 1224',
    ],
    ...[
      '2027-02-30T00:00:00Z',
      '2027-01-31',
      '2027-01-31T00:00:00+09:00',
      '2027-01-31T24:00:00Z',
      'soon',
    ].map((until): [string, unknown, string] => [
      `until ${until}`,
      vendor({ until }),
      'vendors[0].until must be a moment that exists, in UTC to the second',
    ]),
    ...['0000-01-01T00:00:00Z', '1969-12-31T23:59:59Z'].map((until): [string, unknown, string] => [
      `until ${until}`,
      vendor({ until }),
      `vendors[0].until must not be before 1970, got "${until}"`,
    ]),
    ...['PT59M', 'PT12H1M', 'P1D', 'PT', '1h', 'PT1H30S'].map(
      (sessionDuration): [string, unknown, string] => [
        `a session of ${sessionDuration}`,
        vendor({ sessionDuration }),
        'vendors[0].sessionDuration must be an ISO 8601 duration from one to twelve hours',
      ],
    ),
    // quotas
    [
      'prefixes that make the policy too long',
      vendor({ prefixes: Array.from({ length: 60 }, (_, index) => `some-rather-long-prefix-${index}/`) }),
      'vendors[0].prefixes must leave the policy VendorS3AccessPolicy at 6144 characters or fewer, got',
    ],
    [
      'more vendors than a stack takes',
      { ...walkthroughShare, vendors: manyVendors(247) },
      'vendors must be at most 246, got 247: a CloudFormation stack takes 500 resources, CompanyStack needs 7 and 2 more for each vendor',
    ],
    [
      'more vendors than a stack takes that empties its bucket',
      {
        ...companyWith({ whenStackIsDeleted: 'delete-with-all-data', seedObjects: [] }),
        vendors: manyVendors(248),
      },
      'vendors must be at most 247, got 248: a CloudFormation stack takes 500 resources, CompanyStack needs 5 and 2 more',
    ],
    [
      'more assignees than a stack takes',
      vendor({
        assignees: Array.from({ length: 500 }, (_, index) => ({
          type: 'USER',
          id: `a1b2c3d4-5678-90ab-cdef-${String(index).padStart(12, '0')}`,
          name: 'x',
        })),
      }),
      'vendors[0].assignees must be at most 499, got 500',
    ],
  ])('%s', (_, candidate, message) => {
    expect(problemsOf(candidate)).toContainEqual(expect.stringContaining(message));
  });
});

describe('refused, because it contradicts itself or what AWS can do', () => {
  const only = (more: object, ofCompany: object = {}) => ({
    company: { ...walkthroughShare.company, ...ofCompany },
    vendors: [{ account: '222222222222', ...more }],
  });
  const existing = { bucket: 'existing', seedObjects: [] };
  test.each<[string, unknown, string]>([
    [
      'an Identity Center without assignees',
      only({ identityCenter: walkthroughVendor.identityCenter }),
      'vendors[0].assignees must be given where identityCenter is, got nothing',
    ],
    [
      'assignees without an Identity Center',
      only({ assignees: walkthroughVendor.assignees }),
      'vendors[0].identityCenter must be given where assignees is, got nothing',
    ],
    ['an empty list of accounts', only({ account: [] }), 'vendors[0].account must have at least one entry'],
    [
      'an account twice in one vendor',
      only({ account: ['222222222222', '222222222222'] }),
      'vendors[0].account[1] must be another account than the others',
    ],
    [
      'the company among a vendor’s accounts',
      only({ account: ['222222222222', '111111111111'] }),
      "vendors[0].account must not be the company's own account",
    ],
    [
      'several accounts and an Identity Center in one of them',
      vendor({ account: ['222222222222', '333333333333'] }),
      'vendors[0].identityCenter.account must be given where a vendor has several accounts',
    ],
    [
      'a session as borrower',
      only({ borrowers: ['arn:aws:sts::222222222222:assumed-role/etl/s1'] }),
      'vendors[0].borrowers[0] must be the ARN of a role or user',
    ],
    [
      'a borrower with a wildcard',
      only({ borrowers: ['arn:aws:iam::222222222222:role/*'] }),
      'vendors[0].borrowers[0] must be the ARN of a role or user',
    ],
    [
      'a borrower of another account',
      only({ borrowers: ['arn:aws:iam::333333333333:role/etl'] }),
      'vendors[0].borrowers[0] must be in an account of the vendor',
    ],
    [
      'a borrower twice',
      only({ borrowers: ['arn:aws:iam::222222222222:role/etl', 'arn:aws:iam::222222222222:role/etl'] }),
      'vendors[0].borrowers[1] must be another role or user than the others',
    ],
    [
      'a role of Identity Center as borrower',
      only({
        borrowers: [
          'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Readers_0123456789abcdef',
        ],
      }),
      'vendors[0].borrowers[0] must not be a role that AWS keeps',
    ],
    [
      'a service-linked role as borrower',
      only({
        borrowers: ['arn:aws:iam::222222222222:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS'],
      }),
      'vendors[0].borrowers[0] must not be a role that AWS keeps',
    ],
    [
      'an account in which nobody borrows',
      only({
        account: ['222222222222', '333333333333'],
        borrowers: ['arn:aws:iam::222222222222:role/etl'],
      }),
      'vendors[0].account[1] must be the account of one of vendors[0].borrowers, got "333333333333"',
    ],
    ['no borrowers at all', only({ borrowers: [] }), 'vendors[0].borrowers must have at least one entry'],
    [
      'borrowers by ARN beside an Identity Center',
      vendor({ borrowers: ['arn:aws:iam::222222222222:role/etl'] }),
      'vendors[0].borrowers must not be a list of ARNs where identityCenter is given',
    ],
    [
      'an unknown kind of reading',
      only({ alsoRead: ['acl'] }),
      'vendors[0].alsoRead[0] must be "location" or "versions" or "tags", got "acl"',
    ],
    [
      'one kind of reading twice',
      only({ alsoRead: ['tags', 'versions', 'tags'] }),
      'vendors[0].alsoRead[2] must be another than the others, got "tags", as vendors[0].alsoRead[0] is',
    ],
    [
      'seed objects in a bucket that is there',
      only({}, { bucket: 'existing' }),
      "company.seedObjects must be [] where company.bucket is 'existing', got 1",
    ],
    [
      'a fate for a bucket that is there',
      only({}, { ...existing, whenStackIsDeleted: 'keep' }),
      "company.whenStackIsDeleted must be left out where company.bucket is 'existing'",
    ],
    [
      'access logs for a bucket that is there',
      only({}, { ...existing, accessLogs: 'company-logs' }),
      "company.accessLogs must be left out where company.bucket is 'existing'",
    ],
    [
      'a new key for a bucket that is there',
      only({}, { ...existing, kmsKey: 'make' }),
      "company.kmsKey must be left out where company.bucket is 'existing'",
    ],
    [
      'a bucket of the vendor’s own where the stack makes one',
      only({ bucketName: 'other-data' }),
      'vendors[0].bucketName must be left out where the stack makes the bucket',
    ],
    [
      'an alias of a key',
      company({ kmsKey: 'arn:aws:kms:ap-northeast-1:111111111111:alias/data' }),
      'company.kmsKey must be "make" or the ARN of a key',
    ],
    [
      'a key of another account',
      company({ kmsKey: 'arn:aws:kms:ap-northeast-1:333333333333:key/k' }),
      'company.kmsKey must be in account 111111111111 and region ap-northeast-1',
    ],
    [
      'a key of another region',
      company({ kmsKey: 'arn:aws:kms:us-east-1:111111111111:key/k' }),
      'company.kmsKey must be in account 111111111111 and region ap-northeast-1',
    ],
    [
      'a boundary by name',
      company({ permissionsBoundary: 'OrgBoundary' }),
      'company.permissionsBoundary must be the ARN of a managed policy',
    ],
    [
      'a boundary of another account',
      company({ permissionsBoundary: 'arn:aws:iam::333333333333:policy/b' }),
      'company.permissionsBoundary must be a policy of account 111111111111',
    ],
    [
      'a boundary without its text',
      company({ permissionsBoundary: { arn: 'arn:aws:iam::111111111111:policy/b' } }),
      'company.permissionsBoundary.document must be an object, got nothing',
    ],
    ['a tag of AWS’s', company({ tags: { 'aws:team': 'x' } }), 'company.tags must not begin with aws:'],
    ...['', 'a'.repeat(129), 'cost*center', 'team;x', 'tab\t'].map((key): [string, unknown, string] => [
      `a tag’s key of other letters: ${JSON.stringify(key.slice(0, 20))}`,
      company({ tags: { [key]: 'x' } }),
      'company.tags must be 1 to 128 letters, digits, spaces and _.:/=+-@, got ',
    ]),
    ...['x'.repeat(257), 'a*b', 'a\nb'].map((value): [string, unknown, string] => [
      `a tag’s value of other letters: ${JSON.stringify(value.slice(0, 20))}`,
      company({ tags: { team: value } }),
      'company.tags.team must be at most 256 letters, digits, spaces and _.:/=+-@, got ',
    ]),
    [
      'more tags than a resource takes',
      company({ tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`t${index}`, 'x'])) }),
      'company.tags must have at most 50 entries, got 51 (a resource takes no more)',
    ],
    [
      'tags in a list',
      company({ tags: ['team'] }),
      'company.tags must be an object, got a list (write { … })',
    ],
    ...[
      'arn:aws:kms:ap-northeast-1:111111111111:key/',
      'arn:aws:kms:ap-northeast-1:11111111111:key/k',
      'arn:aws:kms:ap-northeast-1:111111111111:key/k of ours',
      'the key arn:aws:kms:ap-northeast-1:111111111111:key/k',
      `arn:aws:kms:ap-northeast-1:111111111111:key/${'k'.repeat(65)}`,
    ].map((kmsKey): [string, unknown, string] => [
      `what is like the ARN of a key: ${kmsKey}`,
      company({ kmsKey }),
      'company.kmsKey must be "make" or the ARN of a key, got "',
    ]),
    ...[
      'arn:aws:iam::111111111111:role/b',
      'arn:aws:iam::11111111111:policy/b',
      'arn:aws:iam::111111111111:policy/',
      'arn:aws:iam::111111111111:policy//b',
      'arn:aws:iam::111111111111:policy/b c',
      `arn:aws:iam::111111111111:policy/${'b'.repeat(129)}`,
      'the policy arn:aws:iam::111111111111:policy/b',
    ].map((permissionsBoundary): [string, unknown, string] => [
      `what is like the ARN of a policy: ${permissionsBoundary}`,
      company({ permissionsBoundary }),
      'company.permissionsBoundary must be the ARN of a managed policy, got "',
    ]),
    [
      'a boundary of another account, with what it says',
      company({ permissionsBoundary: { arn: 'arn:aws:iam::333333333333:policy/b', document: {} } }),
      'company.permissionsBoundary.arn must be a policy of account 111111111111',
    ],
    [
      'borrowers that make the trust policy too long',
      only({
        borrowers: Array.from(
          { length: 30 },
          (_, index) => `arn:aws:iam::222222222222:role/${'r'.repeat(40)}${index}`,
        ),
      }),
      'vendors[0].borrowers must leave the trust policy at 2048 characters or fewer, got ',
    ],
    [
      'accounts that make the trust policy too long',
      only({ account: Array.from({ length: 60 }, (_, index) => String(500_000_000_000 + index)) }),
      'vendors[0].account must leave the trust policy at 2048 characters or fewer, got ',
    ],
    [
      'more assignments than a stack takes, with several accounts',
      only({
        account: ['222222222222', '333333333333', '444444444444'],
        identityCenter: walkthroughVendor.identityCenter,
        assignees: Array.from({ length: 167 }, (_, index) => ({
          type: 'USER',
          id: `a1b2c3d4-5678-90ab-cdef-${String(index).padStart(12, '0')}`,
          name: 'x',
        })),
      }),
      'vendors[0].assignees must be at most 166 in each of 3 accounts, got 167',
    ],
    [
      'more vendors than a stack takes that makes a key',
      { ...companyWith({ kmsKey: 'make', seedObjects: [] }), vendors: manyVendors(249) },
      'vendors must be at most 248, got 249: a CloudFormation stack takes 500 resources, CompanyStack needs 3 and 2 more',
    ],
    [
      'more vendors than a stack takes that has nothing but their roles',
      { ...companyWith({ bucket: 'existing', seedObjects: [] }), vendors: manyVendors(251) },
      'vendors must be at most 250, got 251: a CloudFormation stack takes 500 resources, CompanyStack needs 0 and 2 more',
    ],
    [
      'tags that IAM takes for one',
      company({ tags: { Team: 'x', team: 'y' } }),
      'company.tags must not have keys that differ in case alone, got "team" beside "Team"',
    ],
    [
      'a tag that is no text',
      company({ tags: { team: 1 } }),
      'company.tags.team must be at most 256 letters',
    ],
    [
      'logs into the shared bucket',
      company({ accessLogs: 'company-shared-data-bucket-12345' }),
      'company.accessLogs must be another bucket than the shared one',
    ],
    ['a company’s name in capitals', company({ name: 'Acme' }), 'company.name must be 1 to 40 small letters'],
  ])('%s', (_, candidate, message) => {
    expect(problemsOf(candidate)).toContainEqual(expect.stringContaining(message));
  });

  test.each([
    { kmsKey: '1234abcd-12ab-34cd-56ef-1234567890ab' },
    { kmsKey: 'alias/aws/s3' },
    { permissionsBoundary: 'OrgBoundary' },
  ])('what is no ARN is told so, and nothing of its account: %j', (changes) => {
    expect(problemsOf(company(changes))).toEqual([
      expect.stringMatching(/^company\.(?:kmsKey|permissionsBoundary) must be (?:"make" or )?the ARN of a /),
    ]);
  });

  test('the smallest share is an account id', () => {
    expect(problemsOf(only({}))).toEqual([]);
  });
});

describe('accepted', () => {
  test.each<[string, unknown]>([
    ['a second vendor in another organization', second({})],
    [
      'a second vendor in the same organization, with another permission set',
      second({ identityCenter: oneInstance, permissionSetName: 'BorrowAsAcme' }),
    ],
    [
      'one instance, whose identity store only one vendor names',
      second({
        identityCenter: { ...oneInstance, identityStoreId: 'd-1234567890' },
        permissionSetName: 'BorrowAsAcme',
      }),
    ],
    [
      'one instance, administered from each vendor’s own account',
      second({ identityCenter: walkthroughVendor.identityCenter, permissionSetName: 'BorrowAsAcme' }),
    ],
    ['an account with leading zeros', company({ account: '000000000012' })],
    ['a path and a role name of 64 characters together', vendor({ rolePath: `/${'p'.repeat(46)}/` })],
    [
      'the longest ExternalId, with every other option',
      shareWith({
        externalId: 'x'.repeat(1224),
        borrowers: 'permission-set',
        permissionSetName: 'p'.repeat(32),
        until: '2027-01-31T00:00:00Z',
        prefixes: ['a/'],
      }),
    ],
    ['prefixes side by side, one the beginning of the other’s name', shareWith({ prefixes: ['a/', 'ab/'] })],
    ['seed objects side by side, one the beginning of the other’s name', seeds('a', 'ab/c', 'データ/表.csv')],
    ['names with dots in them', vendor({ roleName: '.a', policyName: 'a.', permissionSetName: '..-' })],
    ['a start URL with a port', identityCenter({ startUrl: 'https://localhost:8443/start' })],
    ['a bucket name that begins like the bootstrap’s', company({ bucketName: 'cdk-hnb659fds-data' })],
    [
      'seed keys that differ in case, or in how accents are written, alone',
      seeds('Data/a', 'data/a', 'A', 'ü', 'u\u0308'),
    ],
    [
      'seed keys like those that Windows keeps for itself',
      seeds('console', 'com10', 'a.con', 'null', '.nul', ' a'),
    ],
    ['a seed key with a dot in front', seeds('.is_custom_resources', 'a/x.is_custom_resource')],
    [
      'content with what CDK takes for its own marks, because it only copies it',
      company({ seedObjects: [{ key: 'a', content: 'x\n${Token[TOKEN.7]} {{resolve:ssm:x}}' }] }),
    ],
    [
      'the most tags, with all letters that they take',
      company({
        tags: {
          ['k'.repeat(128)]: 'v'.repeat(256),
          '部署 _.:/=+-@ 1': '',
          ...Object.fromEntries(Array.from({ length: 48 }, (_, index) => [`t${index}`, '値 _.:/=+-@ 1'])),
        },
      }),
    ],
    ...[
      'arn:aws:iam::111111111111:policy/org/team-1/Boundary+=,.@-_',
      `arn:aws:iam::111111111111:policy/${'b'.repeat(128)}`,
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      { arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess', document: {} },
    ].map((permissionsBoundary): [string, unknown] => [
      `a permissions boundary: ${JSON.stringify(permissionsBoundary).slice(0, 80)}`,
      company({ permissionsBoundary }),
    ]),
    [
      'the longest id of a key',
      company({ kmsKey: `arn:aws:kms:ap-northeast-1:111111111111:key/mrk-${'0'.repeat(60)}` }),
    ],
    ['the first moment that there is', vendor({ until: '1970-01-01T00:00:00Z' })],
    ['the longest name of a vendor', second({ name: 'A'.repeat(50) })],
    ['a prefix of 1024 characters', vendor({ prefixes: [`${'a'.repeat(255)}/`.repeat(4)] })],
    [
      'the longest name of a group',
      vendor({ assignees: [{ ...walkthroughVendor.assignees[0], name: '日'.repeat(1024) }] }),
    ],
    [
      'an instance of the other kind',
      identityCenter({ instanceArn: 'arn:aws:sso:::instance/ins-1234567890ABC.-f' }),
    ],
    [
      'the longest description, with all that is printable',
      vendor({ permissionSetDescription: '\t\n\r ~\xa1\xff$#{{resolve'.padEnd(700, 'd') }),
    ],
    ['a new region', company({ region: 'mx-central-1' })],
    ['the most vendors', { ...walkthroughShare, vendors: manyVendors(246) }],
    [
      'an Identity Center start URL with its own portal',
      identityCenter({ startUrl: 'https://ssoins-1234567890abcdef.portal.ap-northeast-1.app.aws' }),
    ],
  ])('%s', (_, candidate) => {
    expect(problemsOf(candidate)).toEqual([]);
  });
});

describe('what is not data', () => {
  const throwing = {
    get account(): never {
      throw new Error('no');
    },
  };
  const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => [inner], 'x');
  const circle: Record<string, unknown> = {};
  circle.vendors = [circle];

  test.each<[string, object, string]>([
    [
      'a function',
      { account: () => '1' },
      'vendors[0].account must be 12 digits, written as text, got a function (quote it, so that leading zeros survive)',
    ],
    [
      'a symbol',
      { externalId: Symbol('x') },
      'vendors[0].externalId must be 2 to 1224 letters, digits and _+=,.@:/-, written as text, got a symbol (the vendor generates it, one for each of its customers)',
    ],
    [
      'a getter that throws',
      { assignees: [throwing] },
      'vendors[0].assignees[0].account is not a field of an assignee, got a getter that throws (it has type, id, name)',
    ],
    [
      'a proxy',
      { identityCenter: new Proxy({}, {}) },
      'vendors[0].identityCenter must be an object with instanceArn, identityStoreId, region, account, startUrl, got a proxy (write { … })',
    ],
    [
      'something that cannot be cloned',
      { until: new WeakMap() },
      'vendors[0].until must be a moment that exists, in UTC to the second, written as text, got something that is neither text nor list nor plain object (like 2027-01-31T00:00:00Z)',
    ],
    [
      'a function that calls itself an object',
      { borrowers: Object.assign(() => 1, { [Symbol.toStringTag]: 'Object' }) },
      'vendors[0].borrowers must be "account" or "permission-set", got a function (mind the spelling and the case)',
    ],
    [
      'lists in lists in lists',
      { until: deep },
      'vendors[0].until must be a moment that exists, in UTC to the second, written as text, got a list (like 2027-01-31T00:00:00Z)',
    ],
    [
      'a circle and a function in an unknown field',
      { friend: circle, account: () => 1 },
      'vendors[0].friend is not a field of a vendor, got a value of type object (it has name, account,',
    ],
  ])('is refused by the name of its field, beside everything else: %s', (_, changes, message) => {
    const share = { ...vendor(changes), company: { ...walkthroughShare.company, account: '1234' } };

    const problems = problemsOf(share);
    expect(problems).toContainEqual(expect.stringContaining(message));
    expect(problems).toContainEqual(expect.stringContaining('company.account must be 12 digits, got "1234"'));
  });

  test('is refused, also where everything leads to everything', () => {
    const tangle: Record<string, unknown> = { run: () => 1 };
    for (let index = 0; index < 100; index++) tangle[`again${index}`] = tangle;

    expect(problemsOf(vendor(tangle))).toHaveLength(101);
  });

  test('is refused in the place of everything', () => {
    for (const candidate of [throwing, new Proxy({}, {}), circle, Symbol('x'), new WeakMap()])
      expect(problemsOf(candidate)).not.toEqual([]);
  });
});

describe('lists', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);

  test.each([2 ** 32 - 1, 10_001])('of %i entries are refused without a look at them', (length) => {
    expect(problemsOf({ ...walkthroughShare, vendors: new Array(length) })).toEqual([
      `vendors must have at most 10000 entries, got ${length} (nothing in AWS takes as many)`,
    ]);
    expect(problemsOf(vendor({ prefixes: new Array(length), until: () => 1 }))).toEqual([
      `vendors[0].prefixes must have at most 10000 entries, got ${length} (nothing in AWS takes as many)`,
      expect.stringContaining('vendors[0].until must be a moment that exists'),
    ]);
  });

  testThoroughly('of 10,000 prefixes, one below the other or side by side, are looked at', () => {
    const beside = vendor({ prefixes: numbered(10_000).map((number) => `${number}/`) });
    const below = vendor({ prefixes: numbered(10_000).map((number) => `${'a/'.repeat(20)}${number}/`) });

    const tooLong: unknown = expect.stringContaining('VendorS3AccessPolicy at 6144 characters or fewer, got');
    expect(problemsOf(beside)).toEqual([tooLong]);
    expect(problemsOf(below)).toEqual([expect.stringContaining('at 1000000 bytes or fewer'), tooLong]);
  });

  test('the prefixes that are part of others are named in their own order', () => {
    expect(problemsOf(vendor({ prefixes: ['b/', 'b/z/', 'a/', 'b/y/', 'a/x/'] }))).toEqual([
      expect.stringContaining('vendors[0].prefixes[1] must not be part'),
      expect.stringContaining('vendors[0].prefixes[3] must not be part'),
      expect.stringContaining('vendors[0].prefixes[4] must not be part'),
    ]);
  });

  test('a seed key as long as a book is refused', () => {
    expect(problemsOf(seeds('a/'.repeat(200_000)))).toHaveLength(2);
  });

  test('of more than 100 seed objects are refused', () => {
    expect(problemsOf(seeds(...numbered(100).map(String)))).toEqual([]);
    expect(problemsOf(seeds(...numbered(101).map(String)))).toEqual([
      'company.seedObjects must have at most 100 entries, got 101 (the function that unpacks them takes one after the other; copy the others with aws s3 cp)',
    ]);
  });

  test('of seed objects of more than 5 MB together are refused', () => {
    const of = (bytes: number) =>
      company({
        seedObjects: [
          { key: 'a', content: 'é'.repeat(1_000_000) },
          { key: 'b', content: 'x'.repeat(bytes - 2_000_000) },
        ],
      });

    expect(problemsOf(of(5_000_000))).toEqual([]);
    expect(problemsOf(of(5_000_001))).toEqual([
      'company.seedObjects must hold at most 5000000 bytes together, got 5000001 (they are for a first file to try; copy larger ones with aws s3 cp)',
    ]);
  });
});

describe('what a message shows', () => {
  test.each<[string, string]>([
    ['a b', '"a b"'],
    ['', '""'],
    ['a.b', '"a.b"'],
    ['a\x1b[2Jb', '"a\\u001b[2Jb"'],
    ['a\x7f\x9bb', '"a\\u{7f}\\u{9b}b"'],
    ['a\u202eb\u200b', '"a\\u{202e}b\\u{200b}"'],
    ['a\u2028b\u2029', '"a\\u{2028}b\\u{2029}"'],
    ['a\u{e0041}b', '"a\\u{e0041}b"'],
    ['__proto__ x', '"__proto__ x"'],
    ['x'.repeat(81), `"${'x'.repeat(79)}… (81 characters)`],
    [`${'x'.repeat(78)}😀😀`, `"${'x'.repeat(78)}… (82 characters)`],
  ])('a value or the name of a field is on one line, escaped and cut short: %j', (text, quoted) => {
    expect(problemsOf(company({ account: text }))).toEqual([
      `company.account must be 12 digits, got ${quoted} (quote it, so that leading zeros survive)`,
    ]);
    expect(problemsOf(company({ [text]: 1 }))).toEqual([
      `company[${quoted}] is not a field of company, got 1 (it has name, contact, account, region, bucketName, bucket, seedObjects, whenStackIsDeleted, kmsKey, permissionsBoundary, tags, accessLogs, organizationId)`,
    ]);
    expect(problemsOf({ ...walkthroughShare, [text]: 1 })).toEqual([
      `${quoted} is not a field of a share, got 1 (it has company, vendors)`,
    ]);
  });

  test('a name that needs no quotes has none', () => {
    expect(problemsOf(company({ größe_1$: 1, ['x'.repeat(80)]: 1 }))).toEqual([
      expect.stringMatching(/^company\.größe_1\$ is not a field of company/),
      expect.stringMatching(/^company\.x{80} is not a field of company/),
    ]);
  });
});

describe('for any share at all', () => {
  testThoroughly('more than half of those that are tried are right, and many are wrong', () => {
    const tried = fc.sample(anyShare, { numRuns: 400, seed: 1 });
    const right = tried.filter((candidate) => problemsOf(candidate).length === 0);

    expect(right.length).toBeGreaterThan(220);
    expect(right.length).toBeLessThan(340);
  });

  test('validation throws its own error or gives the share back', () => {
    fc.assert(
      fc.property(anyShare, (candidate) => {
        if (problemsOf(candidate).length === 0)
          expect(validateShare(candidate)).toEqual(structuredClone(candidate));
      }),
      { numRuns: cases(40) },
    );
  });

  test('a valid one passes', () => {
    fc.assert(
      fc.property(validShare, (share) => expect(problemsOf(share)).toEqual([])),
      { numRuns: cases(20) },
    );
  });

  test('nothing that passes puts a wildcard or a variable of its own into a policy', () => {
    const ours =
      /arn:aws:s3:::[a-z0-9-]+\/[^"*]*\*|"s3:prefix":(\[("[^"*]*\*",?)+\]|"[^"*]*\*")|sso\.amazonaws\.com\/(\*\/)?AWSReservedSSO_[\w+=,.@-]+_\?{16}/g;
    fc.assert(
      fc.property(anyShare, (candidate) => {
        if (problemsOf(candidate).length > 0) return;
        for (const grant of grantsOf(validateShare(candidate))) {
          const documents = JSON.stringify([trustPolicy(grant), readPolicy(grant), assumeRolePolicy(grant)]);
          expect(documents.replace(ours, '')).not.toMatch(/[*?$]/);
        }
      }),
      { numRuns: cases(40) },
    );
  });
});
