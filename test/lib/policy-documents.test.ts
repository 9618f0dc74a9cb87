import { allOf, readPolicy, trustPolicy } from '../../lib/policy-documents';
import { grantsOf } from '../../lib/share/grant';
import type { Share, Vendor } from '../../lib/share/share';
import { companyWith, walkthroughVendor } from './walkthrough-share';

const BUCKET = 'arn:aws:s3:::company-shared-data-bucket-12345';
const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** The one grant of the walkthrough's share, with something about its vendor or the company changed. */
function grant(vendor: Partial<Vendor>, company: Partial<Share['company']> = {}) {
  const [only] = grantsOf({ ...companyWith(company), vendors: [{ ...walkthroughVendor, ...vendor }] });
  if (!only) throw new Error('there is no grant');
  return only;
}

/** The statements of a read policy by their Sid, each without what all have. */
const statements = (...share: Parameters<typeof grant>) =>
  Object.fromEntries(readPolicy(grant(...share)).Statement.map(({ Sid, Effect: _, ...rest }) => [Sid, rest]));

// The actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
describe('what may be read beside the objects', () => {
  test.each<[Vendor['alsoRead'], string | string[], string | string[]]>([
    [undefined, 's3:ListBucket', 's3:GetObject'],
    [[], 's3:ListBucket', 's3:GetObject'],
    [['tags'], 's3:ListBucket', ['s3:GetObject', 's3:GetObjectTagging']],
    [['versions'], ['s3:ListBucket', 's3:ListBucketVersions'], ['s3:GetObject', 's3:GetObjectVersion']],
    [
      ['versions', 'tags'],
      ['s3:ListBucket', 's3:ListBucketVersions'],
      ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectVersionTagging'],
    ],
  ])('alsoRead %j', (alsoRead, list, read) => {
    expect(statements({ ...(alsoRead && { alsoRead }) })).toEqual({
      AllowS3BucketListAccess: { Action: list, Resource: BUCKET },
      AllowS3ObjectReadAccess: { Action: read, Resource: `${BUCKET}/*` },
    });
  });

  test('the location is that of the bucket, and ends with the share', () => {
    expect(
      statements({ alsoRead: ['location'], until: '2027-01-31T00:00:00Z', prefixes: ['a/'] }),
    ).toMatchObject({
      AllowS3BucketLocationAccess: {
        Action: 's3:GetBucketLocation',
        Resource: BUCKET,
        Condition: { DateLessThan: { 'aws:CurrentTime': '2027-01-31T00:00:00Z' } },
      },
    });
  });
});

test('in a bucket that is there, all is asked for by TLS and of the company’s account', () => {
  const Condition = {
    Bool: { 'aws:SecureTransport': 'true' },
    StringEquals: { 'aws:ResourceAccount': '111111111111' },
  };

  expect(statements({ alsoRead: ['location'] }, { bucket: 'existing', seedObjects: [] })).toEqual({
    AllowS3BucketListAccess: { Action: 's3:ListBucket', Resource: BUCKET, Condition },
    AllowS3BucketLocationAccess: { Action: 's3:GetBucketLocation', Resource: BUCKET, Condition },
    AllowS3ObjectReadAccess: { Action: 's3:GetObject', Resource: `${BUCKET}/*`, Condition },
  });
});

describe('the key that the objects are encrypted with', () => {
  test('opens what S3 reads from what is shared, until the end', () => {
    expect(
      statements({ prefixes: ['a/', 'b/'], until: '2027-01-31T00:00:00Z' }, { kmsKey: KEY })[
        'AllowKmsDecryptThroughS3'
      ],
    ).toEqual({
      Action: 'kms:Decrypt',
      Resource: KEY,
      Condition: {
        StringEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' },
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': [BUCKET, `${BUCKET}/a/*`, `${BUCKET}/b/*`] },
        DateLessThan: { 'aws:CurrentTime': '2027-01-31T00:00:00Z' },
      },
    });
  });

  test('that the stack makes has no ARN before: it is passed on', () => {
    expect(statements({}, { kmsKey: 'make' })).not.toHaveProperty('AllowKmsDecryptThroughS3');
    expect(readPolicy(grant({}, { kmsKey: 'make' }), KEY).Statement.at(-1)).toMatchObject({
      Action: 'kms:Decrypt',
      Resource: KEY,
    });
  });
});

describe('who may borrow the role', () => {
  const ETL = 'arn:aws:iam::222222222222:role/etl';
  const ANN = 'arn:aws:iam::222222222222:user/ann';

  test.each<[Vendor['borrowers'], unknown]>([
    [undefined, undefined],
    ['account', undefined],
    [[ETL], { ArnEquals: { 'aws:PrincipalArn': ETL } }],
    [[ETL, ANN], { ArnEquals: { 'aws:PrincipalArn': [ETL, ANN] } }],
  ])('borrowers %j', (borrowers, condition) => {
    const { Statement } = trustPolicy(grant({ ...(borrowers && { borrowers }) }));

    expect(Statement).toEqual([
      {
        Sid: 'AllowVendorAccountAssumeRole',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::222222222222:root' },
        Action: 'sts:AssumeRole',
        ...(condition !== undefined && { Condition: condition }),
      },
    ]);
  });

  test('several accounts, each whole', () => {
    expect(trustPolicy(grant({ account: ['222222222222', '333333333333'] })).Statement[0]?.Principal).toEqual(
      {
        AWS: ['arn:aws:iam::222222222222:root', 'arn:aws:iam::333333333333:root'],
      },
    );
  });
});

describe('the conditions of one statement', () => {
  test('two of one operator and different keys are both kept', () => {
    expect(
      allOf(
        { StringEquals: { 'sts:ExternalId': 'x-1' } },
        { StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] } },
      ),
    ).toEqual({ StringEquals: { 'sts:ExternalId': 'x-1', 'aws:PrincipalOrgID': ['o-1', 'o-2'] } });
  });

  test('one key may be asked for by several operators', () => {
    expect(
      allOf(
        { DateLessThan: { 'aws:CurrentTime': '2027-01-31T00:00:00Z' } },
        { DateGreaterThan: { 'aws:CurrentTime': '2026-01-31T00:00:00Z' } },
      ),
    ).toEqual({
      DateLessThan: { 'aws:CurrentTime': '2027-01-31T00:00:00Z' },
      DateGreaterThan: { 'aws:CurrentTime': '2026-01-31T00:00:00Z' },
    });
  });

  test('two of one operator and one key are refused, with both of them', () => {
    expect(() =>
      allOf({ StringLike: { 's3:prefix': 'in/*' } }, { StringLike: { 's3:prefix': ['out/*', 'out'] } }),
    ).toThrow(
      'a statement must have one condition for each key of StringLike, got "s3:prefix": "in/*" and "s3:prefix": ["out/*","out"] ' +
        '(write one list where either may hold, and another operator where both must)',
    );
  });

  test('they are refused in other letters, too: IAM takes keys in any case', () => {
    expect(() =>
      allOf({ StringEquals: { 'sts:ExternalId': 'a' } }, { StringEquals: { 'STS:externalid': 'b' } }),
    ).toThrow('got "sts:ExternalId": "a" and "STS:externalid": "b"');
  });

  test('what is merged is left as it was', () => {
    const first = { StringEquals: { 'sts:ExternalId': 'x-1' } };

    allOf(first, { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } });

    expect(first).toEqual({ StringEquals: { 'sts:ExternalId': 'x-1' } });
  });
});
