// tools/proof/report/report-of.ts, tools/proof/report/finding.ts, tools/proof/report/words.ts, tools/proof/promise/vendor-promise.ts
import type { Share, Vendor } from '../../../lib/share/share';
import { promiseOf, type VendorPromise } from '../../../tools/proof/promise/vendor-promise';
import { cannotJudge, type Finding, isFailure } from '../../../tools/proof/report/finding';
import type { ClaimId, Failure } from '../../../tools/proof/report/report';
import { reportOf, verdictOf } from '../../../tools/proof/report/report-of';
import { claimText, notCovered, notProvedOf, promiseInWords } from '../../../tools/proof/report/words';
import { MADE_UP } from '../../../tools/proof/templates/made-up';
import { acme, companyWith, walkthroughShare, walkthroughVendor } from '../../lib/walkthrough-share';

const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const origin = (logicalId: string) => ({ stack: 'CompanyStack', logicalId });
const failure = (claim: Failure['claim'], headline: string): Failure => ({
  claim,
  kind: 'setting',
  headline,
  blame: [],
  why: '',
  change: '',
  classes: 0,
});
const nothing = { notProved: [] };

describe('a report', () => {
  test('holds where nothing was found', () => {
    const report = reportOf(
      [{ kind: 'examined', claim: 'borrowers', classes: 7 }],
      [],
      { notProved: ['x'] },
      12.6,
    );
    expect(report).toMatchObject({
      verdict: 'holds',
      failures: [],
      refusals: [],
      readBothWays: [],
      promises: [],
      classes: 7,
      milliseconds: 13,
      notProved: ['x'],
    });
    expect(report.claims.map(({ id, result, classes }) => [id, result, classes])).toEqual([
      ['outsiders', 'holds', 0],
      ['borrowers', 'holds', 7],
      ['permission-set', 'holds', 0],
      ['it-works', 'holds', 0],
    ]);
    expect(report).not.toHaveProperty('conditional');
  });

  test('counts the classes of each claim, and tells failures claim by claim', () => {
    const findings: Finding[] = [
      failure('it-works', 'c'),
      { kind: 'examined', claim: 'outsiders', classes: 2 },
      failure('outsiders', 'a'),
      { kind: 'examined', claim: 'outsiders', classes: 3 },
      failure('borrowers', 'b'),
      failure('outsiders', 'd'),
      { kind: 'examined', claim: 'it-works', classes: 5 },
      { kind: 'read both ways', what: 'one' },
      { kind: 'read both ways', what: 'two' },
      { kind: 'read both ways', what: 'one' },
    ];
    const report = reportOf(findings, [], nothing, 0);
    expect(report.verdict).toBe('broken');
    expect(report.failures.map(({ headline }) => headline)).toEqual(['a', 'd', 'b', 'c']);
    expect(report.claims.map(({ result, classes }) => [result, classes])).toEqual([
      ['broken', 5],
      ['broken', 0],
      ['holds', 0],
      ['broken', 5],
    ]);
    expect(report.classes).toBe(10);
    expect(report.readBothWays).toEqual(['one', 'two']);
  });

  test('what is broken is broken, whatever else is not known', () => {
    const findings = [cannotJudge('x', undefined, ['outsiders', 'it-works']), failure('outsiders', 'a')];
    const report = reportOf(findings, [], nothing, 0);
    expect(report.verdict).toBe('broken');
    expect(report.claims.map(({ result }) => result)).toEqual(['broken', 'holds', 'holds', 'unknown']);
    expect([
      verdictOf([], []),
      verdictOf([], [{ what: 'x' }]),
      verdictOf([failure('outsiders', 'a')], []),
    ]).toEqual(['holds', 'not decided', 'broken']);
  });

  test('a thing that cannot be judged is told once, and not with others that cannot', () => {
    const withCauses = (what: string, ...causes: string[]): Finding => ({
      ...cannotJudge(what, origin('A'), ['borrowers']),
      causes,
    });
    const told = (...findings: Finding[]) =>
      reportOf(findings, [], nothing, 0).refusals.map(({ what }) => what);
    expect(
      told(cannotJudge('x', origin('A'), ['outsiders']), cannotJudge('x', origin('A'), ['borrowers'])),
    ).toEqual(['x']);
    expect(told(cannotJudge('x', origin('A'), []), cannotJudge('x', origin('B'), []))).toEqual(['x', 'x']);
    expect(
      told(cannotJudge('x', undefined, []), cannotJudge('x', undefined, []), cannotJudge('y', undefined, [])),
    ).toEqual(['x', 'y']);
    expect(told(withCauses('both', 'a', 'b'), withCauses('one', 'a'))).toEqual(['one']);
    expect(told(withCauses('one', 'a'), withCauses('both', 'a', 'b'))).toEqual(['one']);
    expect(told(withCauses('first', 'a', 'b'), withCauses('second', 'b', 'a'))).toEqual(['first']);
    expect(told(withCauses('first', 'a', 'b'), withCauses('second', 'b', 'c'))).toEqual(['first', 'second']);
  });

  test('where it stands is kept, and the causes are not shown', () => {
    const found: Finding = { ...cannotJudge('x', origin('A'), ['borrowers']), causes: ['a'] };
    expect(reportOf([found], [], nothing, 0).refusals).toStrictEqual([{ what: 'x', origin: origin('A') }]);
    expect(reportOf([cannotJudge('x', undefined, [])], [], nothing, 0).refusals).toStrictEqual([
      { what: 'x' },
    ]);
    expect(found).toMatchObject({ kind: 'unjudged', claims: ['borrowers'] });
  });

  test('that hangs on a boundary says what it must allow', () => {
    const promises = [promise({ alsoRead: ['location', 'tags'] }), promise({})];
    expect(reportOf([], promises, nothing, 0, 'arn:limit').conditional).toEqual({
      boundary: 'arn:limit',
      mustAllow: ['s3:GetBucketLocation', 's3:GetObject', 's3:GetObjectTagging', 's3:ListBucket'],
    });
  });

  test('of live accounts has other words', () => {
    const of = (live: boolean) => reportOf([], [promise({})], { ...nothing, live }, 0);
    expect(of(true).notCovered).toEqual(notCovered(true));
    expect(of(false).notCovered).toEqual(notCovered(false));
    expect(of(true).claims[0]?.text).toBe(claimText('outsiders', [promise({})], true));
    expect(reportOf([], [promise({})], nothing, 0).notCovered).toEqual(notCovered(false));
  });

  test('only three kinds of findings are no failures', () => {
    const kinds: Finding[] = [
      failure('outsiders', 'a'),
      { ...failure('outsiders', 'a'), kind: 'extra' },
      { ...failure('outsiders', 'a'), kind: 'missing' },
      cannotJudge('x', undefined, []),
      { kind: 'read both ways', what: '' },
      { kind: 'examined', claim: 'outsiders', classes: 0 },
    ];
    expect(kinds.map(isFailure)).toEqual([true, true, true, false, false, false]);
  });
});

function promise(
  vendor: Partial<Vendor>,
  share: Share = walkthroughShare,
  madeKey = 'no key',
): VendorPromise {
  return promiseOf(share, { ...walkthroughVendor, ...vendor }, madeKey);
}
const own = (vendor: Vendor, share = walkthroughShare) => promiseOf(share, vendor, 'no key');

describe('a promise, spelt out', () => {
  test('of the walkthrough', () => {
    expect(promise({})).toEqual({
      vendor: walkthroughVendor,
      vendorName: 'Vendor',
      accounts: ['222222222222'],
      company: { account: '111111111111' },
      region: 'ap-northeast-1',
      bucketName: 'company-shared-data-bucket-12345',
      bucketArn: 'arn:aws:s3:::company-shared-data-bucket-12345',
      bucketIsThere: false,
      roleArn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
      permissionSetName: 'AllowAssumeCompanyRole',
      identityCenter: {
        account: '222222222222',
        region: 'ap-northeast-1',
        instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
        assignees: walkthroughVendor.assignees,
      },
      sessionDuration: 'PT1H',
      entrance: expect.anything() as unknown,
      use: expect.anything() as unknown,
      asking: expect.anything() as unknown,
    });
  });

  test('with every name chosen', () => {
    const share = companyWith({ organizationId: 'o-abcdefghij', bucket: 'existing', kmsKey: 'make' });
    const chosen = promise(
      {
        name: 'Acme',
        account: ['222222222222', '333333333333'],
        bucketName: 'acme-data',
        rolePath: '/lent/',
        roleName: 'Reader',
        permissionSetName: 'Borrow',
        sessionDuration: 'PT2H',
        identityCenter: { ...walkthroughVendor.identityCenter, account: '444444444444' },
      },
      share,
      KEY,
    );
    expect(chosen).toMatchObject({
      vendorName: 'Acme',
      accounts: ['222222222222', '333333333333'],
      company: { account: '111111111111', organizationId: 'o-abcdefghij' },
      bucketArn: 'arn:aws:s3:::acme-data',
      bucketIsThere: true,
      kmsKeyArn: KEY,
      roleArn: 'arn:aws:iam::111111111111:role/lent/Reader',
      permissionSetName: 'Borrow',
      identityCenter: { account: '444444444444' },
      sessionDuration: 'PT2H',
    });
    expect(promise({ name: 'Acme' }).roleArn).toBe('arn:aws:iam::111111111111:role/AcmeAccessRole');
    expect(promise({}, companyWith({ kmsKey: KEY })).kmsKeyArn).toBe(KEY);
    expect(own({ account: '222222222222' })).not.toHaveProperty('identityCenter');
    expect(own({ ...walkthroughVendor, assignees: undefined as never }).identityCenter?.assignees).toEqual(
      [],
    );
  });
});

describe('a promise in words', () => {
  test('of the walkthrough', () => {
    expect(promiseInWords(promise({}))).toEqual({
      vendor: 'Vendor',
      who: 'any principal that account 222222222222 allows, and no other account; the permission set AllowAssumeCompanyRole allows the group Analysts (a1b2c3d4-5678-90ab-cdef-111122223333)',
      through: 'arn:aws:iam::111111111111:role/VendorAccessRole',
      what: ['s3:ListBucket', 's3:GetObject'],
      onWhat: [
        'arn:aws:s3:::company-shared-data-bucket-12345',
        'arn:aws:s3:::company-shared-data-bucket-12345/*',
      ],
      untilWhen: 'never',
      conditions: ['over TLS 1.2 or later', 'sessions of at most one hour'],
    });
  });

  test('with everything', () => {
    const share = companyWith({ kmsKey: KEY, bucket: 'existing' });
    const everything = promise(
      {
        until: '2027-01-31T00:00:00Z',
        externalId: 'agreement',
        prefixes: ['in/', 'out/'],
        alsoRead: ['versions'],
      },
      share,
    );
    expect(promiseInWords(everything)).toMatchObject({
      what: ['s3:ListBucket', 's3:ListBucketVersions', 's3:GetObject', 's3:GetObjectVersion', 'kms:Decrypt'],
      onWhat: [
        'arn:aws:s3:::company-shared-data-bucket-12345',
        'arn:aws:s3:::company-shared-data-bucket-12345/in/*',
        'arn:aws:s3:::company-shared-data-bucket-12345/out/*',
        'its key',
      ],
      untilWhen: '2027-01-31T00:00:00Z',
      conditions: [
        'over TLS, and only as long as the bucket belongs to account 111111111111',
        'sessions of at most one hour',
        'with the ExternalId "agreement"',
        'listing with a prefix that starts with in/ or out/',
        'decrypting through S3 only, and for this bucket only',
      ],
    });
  });

  const account = '222222222222';
  test.each<[Vendor, string]>([
    [{ account }, 'any principal that account 222222222222 allows, and no other account'],
    [
      { account: [account, '333333333333'] },
      'any principal that the accounts 222222222222 and 333333333333 allow, and no other account',
    ],
    [
      { account, borrowers: 'permission-set' },
      'sessions of the permission set AllowAssumeCompanyRole in account 222222222222, and nobody else',
    ],
    [
      { ...acme, borrowers: 'permission-set' },
      'sessions of the permission set AllowAssumeCompanyRole in account 333333333333, and nobody else; it is assigned to the user wile (1234567890-bbbbbbbb-cccc-dddd-eeee-ffffffffffff)',
    ],
    [
      { account, borrowers: [`arn:aws:iam::${account}:role/A`, `arn:aws:iam::${account}:user/b`] },
      'arn:aws:iam::222222222222:role/A and arn:aws:iam::222222222222:user/b, and nobody else',
    ],
  ])('%j: %s', (vendor, who) => {
    expect(promiseInWords(own(vendor)).who).toBe(who);
  });
});

describe('what is somebody else’s', () => {
  const of = (vendor: Vendor, company: Partial<Share['company']> = {}, madeKey = 'no key') =>
    notProvedOf(promiseOf(companyWith(company), vendor, madeKey));

  test('the vendor’s half, a bucket and a key that are there already', () => {
    const half =
      'The vendor’s half (Vendor): the permission set or the policy that allows its people to assume the role, and who has it, are the vendor’s own.';
    expect(of({ account: '222222222222' })).toEqual([half]);
    expect(of({ account: '222222222222', borrowers: ['arn:aws:iam::222222222222:role/R'] })).toEqual([]);
    expect(of(walkthroughVendor, { bucket: 'existing', kmsKey: KEY })).toEqual([
      'The bucket company-shared-data-bucket-12345 is there already: its policy, ACL, access points, encryption and public access block are not in the templates. `npm run verify -- --deployed --profile PROFILE` reads them.',
      `The policy of the key ${KEY} is not in the templates: it must let the account’s policies decide. \`npm run verify -- --deployed --profile PROFILE\` reads it.`,
    ]);
  });

  test('not a key that the stack makes', () => {
    expect(
      of(walkthroughVendor, { kmsKey: 'make' }, `arn:aws:kms:x:1:key/CompanyStack.Key${MADE_UP}`),
    ).toEqual([]);
  });
});

describe('the claims', () => {
  const known = promise({});
  const other = own({ name: 'Acme', account: '333333333333' });
  const there = promise({}, companyWith({ bucket: 'existing' }));
  const start = (id: ClaimId, promises: readonly VendorPromise[], live = false) =>
    claimText(id, promises, live);

  test('say of outsiders what can be said of such a bucket', () => {
    expect(start('outsiders', [known])).toMatch(/and the bucket gives outsiders nothing directly\.$/);
    expect(start('outsiders', [known, there])).toMatch(
      /and nothing in the templates opens the bucket to outsiders\.$/,
    );
    expect(start('outsiders', [known], true)).toMatch(
      /allow\. The bucket gives outsiders nothing directly\.$/,
    );
    expect(start('outsiders', [there], true)).toMatch(/its other readers are listed, not judged\.$/);
  });

  test('say whose half is not claimed', () => {
    expect(start('borrowers', [known])).toBe(start('borrowers', [other], true));
    expect(start('permission-set', [known])).toMatch(/to exactly the promised people\.$/);
    expect(start('permission-set', [other])).toMatch(/^Permission set: none is in this share\./);
    expect(start('permission-set', [known, other])).toMatch(
      /The half of Acme is the vendor’s own, and nothing is claimed about it\.$/,
    );
    expect(start('it-works', [known])).toMatch(/nothing is missing\.$/);
    expect(start('it-works', [other])).toMatch(
      /The vendor’s half, which allows its people to assume the role, is taken to be there\.$/,
    );
    expect(start('it-works', [known, other])).toMatch(
      /The half of Acme, which allows the vendor’s people to assume the role, is taken to be there\.$/,
    );
  });

  test('and what no proof can know depends on what was read', () => {
    const first = (live: boolean) => notCovered(live).map((one) => one.split(/[ :.,]/)[0]);
    expect(first(false)).toEqual([
      'Changes',
      'Who',
      'Policies',
      'Service',
      'A',
      'Who',
      'What',
      'What',
      'sts',
      'What',
      'Code',
      'That',
    ]);
    expect(first(true)).toEqual(['Changes', 'Other', 'Service', 'A', 'Who', 'What', 'What', 'sts', 'That']);
    expect(notCovered(true)[0]).toBe('Changes made after this was read.');
    expect(notCovered(false)[0]).toMatch(/^Changes made by hand after the deployment/);
  });
});
