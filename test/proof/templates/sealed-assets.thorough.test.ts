// tools/proof/templates/sealed-assets.ts, and how tools/proof/templates/assembly.ts uses it
import { createHash } from 'node:crypto';
import { walkthroughShare } from '../../lib/walkthrough-share';
import { type Folder, proveTampered } from '../tampered';
import { headlines, refusals, ROLE, synthesized } from '../templates';

/** What would be deployed is known only if everything that the CDK CLI looks at says the same. */

let original: string;
beforeAll(() => {
  original = synthesized(walkthroughShare);
});

const prove = (change: (folder: Folder) => void) => proveTampered(walkthroughShare, original, change);

const OPEN_TRUST = ['Resources', ROLE, 'Properties', 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal'];
const BUCKET = 'cdk-hnb659fds-assets-111111111111-ap-northeast-1';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The manifest's properties of the company's stack. */
const stack = (...place: string[]) => ['artifacts', 'CompanyStack', 'properties', ...place];

/** The place of the template's entry in the asset manifest. */
function entry(folder: Folder, ...place: string[]): string[] {
  const [key = ''] = /[0-9a-f]{64}(?=\.json")/.exec(folder.read('CompanyStack.assets.json')) ?? [];
  return ['files', key, ...place];
}

/** A member of the template's only destination. */
function destination(folder: Folder, name: string): string[] {
  const manifest = folder.read('CompanyStack.assets.json');
  const ofTemplate = manifest.slice(manifest.indexOf('CompanyStack Template'));
  const [place = ''] = /111111111111-ap-northeast-1-[0-9a-f]{8}/.exec(ofTemplate) ?? [];
  return entry(folder, 'destinations', place, name);
}

test('as it was synthesized, it is sealed', () => {
  expect(prove(() => undefined).verdict).toBe('holds');
});

test('a change that is sealed is read, and judged', () => {
  const report = prove((folder) => folder.setSealed('CompanyStack', OPEN_TRUST, '*'));

  expect(report.verdict).toBe('broken');
  expect(headlines(report)[0]).toMatch(/role\/AnyRole can assume/);
});

const cases: readonly (readonly [what: string, change: (folder: Folder) => void, says: string])[] = [
  [
    'a template repaired by hand, which keeps its old key',
    (folder) => folder.set('CompanyStack.template.json', ['Description'], 'repaired'),
    'it was changed after it was synthesized, and where a file of that name is there already, nothing is uploaded',
  ],
  [
    'one space more',
    (folder) => folder.write('CompanyStack.template.json', `${folder.read('CompanyStack.template.json')} `),
    'it was changed after it was synthesized',
  ],
  [
    'the address of another template, which is uploaded as well',
    (folder) => {
      const evil = folder.read('CompanyStack.template.json').replace('arn:aws:iam::222222222222:root', '*');
      const key = sha256(evil);
      folder.write('other.json', evil);
      folder.set('CompanyStack.assets.json', ['files', key], {
        source: { path: 'other.json', packaging: 'file' },
        destinations: { here: { bucketName: BUCKET, objectKey: `${key}.json`, region: 'ap-northeast-1' } },
      });
      folder.set('manifest.json', stack('stackTemplateAssetObjectUrl'), `s3://${BUCKET}/${key}.json`);
    },
    'other.json (packaging "file"), and its templateFile is',
  ],
  [
    "the entry reads another file, under the template's own key",
    (folder) => {
      folder.write('other.json', folder.read('CompanyStack.template.json'));
      folder.set('CompanyStack.assets.json', entry(folder, 'source', 'path'), 'other.json');
    },
    'other.json (packaging "file"), and its templateFile is',
  ],
  [
    'the template as an archive',
    (folder) => folder.set('CompanyStack.assets.json', entry(folder, 'source', 'packaging'), 'zip'),
    '(packaging "zip"), and its templateFile is',
  ],
  [
    'what a program would make of it',
    (folder) => folder.set('CompanyStack.assets.json', entry(folder, 'source'), { executable: ['./make'] }),
    'is no file: {"executable":["./make"]}',
  ],
  [
    'a second file under the same name, from the other manifest',
    (folder) => {
      const [, key = ''] = entry(folder);
      folder.set('VendorStack.assets.json', ['files', 'other'], {
        source: { path: 'tree.json', packaging: 'file' },
        destinations: { there: { bucketName: BUCKET, objectKey: `${key}.json` } },
      });
    },
    `two files are uploaded as s3://${BUCKET}/`,
  ],
  [
    'no entry',
    (folder) => folder.set('CompanyStack.assets.json', entry(folder), undefined),
    'its asset manifest uploads nothing to there',
  ],
  [
    'no asset manifest',
    (folder) => folder.set('manifest.json', ['artifacts', 'CompanyStack', 'dependencies'], []),
    'its asset manifest uploads nothing to there',
  ],
  [
    "the other stack's asset manifest",
    (folder) =>
      folder.set('manifest.json', ['artifacts', 'CompanyStack', 'dependencies'], ['VendorStack.assets']),
    'goes into the bucket "cdk-hnb659fds-assets-222222222222-ap-northeast-1", which bootstrapping did not make for 111111111111',
  ],
  [
    'two destinations',
    (folder) =>
      folder.set('CompanyStack.assets.json', entry(folder, 'destinations', 'second'), {
        bucketName: BUCKET,
        objectKey: 'x.json',
      }),
    'must have one destination, and has 2',
  ],
  [
    "a bucket of somebody's",
    (folder) => {
      folder.set('CompanyStack.assets.json', destination(folder, 'bucketName'), 'somebodys-bucket');
    },
    'goes into the bucket "somebodys-bucket", which bootstrapping did not make for 111111111111 in ap-northeast-1',
  ],
  [
    'an address in another bucket',
    (folder) =>
      folder.set('manifest.json', stack('stackTemplateAssetObjectUrl'), 's3://somebodys-bucket/x.json'),
    'its template is deployed from s3://somebodys-bucket/x.json, which is not in the bucket that bootstrapping made',
  ],
  [
    "an address in another region's bucket",
    (folder) =>
      folder.set(
        'manifest.json',
        stack('stackTemplateAssetObjectUrl'),
        's3://cdk-hnb659fds-assets-111111111111-us-east-1/x.json',
      ),
    'which is not in the bucket that bootstrapping made for 111111111111 in ap-northeast-1',
  ],
  [
    'an address on the web',
    (folder) =>
      folder.set('manifest.json', stack('stackTemplateAssetObjectUrl'), 'https://example.com/template.json'),
    'its template is deployed from https://example.com/template.json',
  ],
  [
    'a qualifier that is too long for bootstrapping',
    (folder) =>
      folder.write('manifest.json', folder.read('manifest.json').replaceAll('hnb659fds', 'hnb659fds-11')),
    'which is not in the bucket that bootstrapping made',
  ],
  [
    'no address, as other synthesizers leave it',
    (folder) => folder.set('manifest.json', stack('stackTemplateAssetObjectUrl'), undefined),
    'it does not say where its template is uploaded to (stackTemplateAssetObjectUrl)',
  ],
  [
    'an address that is no text',
    (folder) => folder.set('manifest.json', stack('stackTemplateAssetObjectUrl'), [BUCKET]),
    'it does not say where its template is uploaded to',
  ],
  [
    'an upload to another region',
    (folder) => folder.set('CompanyStack.assets.json', destination(folder, 'region'), 'us-east-1'),
    'goes to the region "us-east-1"',
  ],
  [
    'a file for the shared bucket itself',
    (folder) =>
      folder.set('CompanyStack.assets.json', ['files', 'other'], {
        source: { path: 'tree.json', packaging: 'file' },
        destinations: { there: { bucketName: 'company-shared-data-bucket-12345', objectKey: 'tree.json' } },
      }),
    'the asset other goes into the bucket "company-shared-data-bucket-12345"',
  ],
  [
    'an image for the repository of another account',
    (folder) =>
      folder.set('CompanyStack.assets.json', ['dockerImages', 'image'], {
        source: { directory: '.' },
        destinations: { there: { repositoryName: 'somebodys', imageTag: 'x' } },
      }),
    'the image image must go into the one repository that bootstrapping made for 111111111111',
  ],
  ...(['assumeRoleArn', 'cloudFormationExecutionRoleArn'] as const).map(
    (name) =>
      [
        `a role of another account: ${name}`,
        (folder: Folder) =>
          folder.set('manifest.json', stack(name), 'arn:${AWS::Partition}:iam::999999999999:role/deploy'),
        'stack CompanyStack is for account 111111111111, but this role is of account 999999999999: ',
      ] as const,
  ),
  [
    'a role of another account that uploads',
    (folder) =>
      folder.set(
        'CompanyStack.assets.json',
        destination(folder, 'assumeRoleArn'),
        'arn:aws:iam::999999999999:role/upload',
      ),
    'but this role is of account 999999999999: arn:aws:iam::999999999999:role/upload. The role would upload the asset',
  ],
  [
    'what is no role at all',
    (folder) => folder.set('manifest.json', stack('assumeRoleArn'), 5),
    'stack CompanyStack: 5 is no role that can be read. The role would deploy the stack.',
  ],
];
test.each(cases)('%s is not decided', (_, change, says) => {
  const report = prove(change);

  expect(report.verdict).toBe('not decided');
  expect(refusals(report)).toHaveLength(1);
  expect(refusals(report).join()).toContain(says);
});

describe('what CDK may write just as well is sealed', () => {
  test.each<[string, (folder: Folder) => void]>([
    [
      'another qualifier',
      (folder) => {
        const written = ['CompanyStack', 'VendorStack'].flatMap((name) => [
          `${name}.assets.json`,
          `${name}.template.json`,
        ]);
        for (const file of ['manifest.json', ...written])
          folder.write(file, folder.read(file).replaceAll('hnb659fds', 'Own-qual_1'));
        folder.seal('VendorStack');
        folder.seal('CompanyStack');
      },
    ],
    [
      'account, region and partition left for the CLI to fill in',
      (folder) => {
        const file = 'CompanyStack.assets.json';
        folder.write(
          file,
          folder
            .read(file)
            .replaceAll(`"${BUCKET}"`, '"cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}"')
            .replaceAll('iam::111111111111', 'iam::${AWS::AccountId}'),
        );
      },
    ],
    [
      'a folder in the bucket',
      (folder) => {
        const name = /[0-9a-f]{64}\.json(?=")/;
        for (const file of ['manifest.json', 'CompanyStack.assets.json']) {
          const [key = ''] = name.exec(folder.read('CompanyStack.assets.json')) ?? [];
          folder.write(file, folder.read(file).replace(new RegExp(`(?<=["/])${key}`), `apps/${key}`));
        }
      },
    ],
    [
      'nobody but the credentials of who deploys',
      (folder) => {
        folder.set('manifest.json', stack('assumeRoleArn'), undefined);
        folder.set('manifest.json', stack('cloudFormationExecutionRoleArn'), undefined);
        folder.set('CompanyStack.assets.json', destination(folder, 'assumeRoleArn'), undefined);
      },
    ],
  ])('%s', (_, change) => {
    const report = prove(change);

    expect([...headlines(report), ...refusals(report)]).toEqual([]);
  });
});
