// tools/proof/prove.ts: what templates may do at deployment to a bucket that they do not make
import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { Bucket, CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { buildApp } from '../../lib/share-app';
import { proveDirectory } from '../../tools/proof/prove-directory';
import { companyWith } from '../lib/walkthrough-share';
import { headlines, refusals } from './templates';

const SHARED = 'company-shared-data-bucket-12345';
const share = companyWith({ bucket: 'existing', seedObjects: [] });

/** What is said of what `cdk synth` writes when something was added to the company's stack. */
function saidOf(add: (stack: Stack, named: (name: string) => IBucket) => unknown): string[] {
  const app = buildApp(share, { analyticsReporting: false });
  const stack = app.node.findChild('CompanyStack');
  if (!(stack instanceof Stack)) throw new Error('a stack expected');
  add(stack, (name) => Bucket.fromBucketName(stack, `Bucket ${name}`, name));
  const report = proveDirectory(app.synth({ validateOnSynthesis: false }).directory, share);
  return [report.verdict, ...headlines(report), ...refusals(report)];
}

test('objects of another bucket are not copied into it, and nothing in it is deleted', () => {
  const said = saidOf((stack, named) => {
    new BucketDeployment(stack, 'Copy', {
      sources: [Source.bucket(named('other'), 'all.zip')],
      destinationBucket: named(SHARED),
    });
  });

  expect(said).toEqual([
    'broken',
    `borrowers: Objects of the bucket other are copied into ${SHARED}.`,
    `it-works: Every deployment deletes what others put into ${SHARED}.`,
  ]);
});

test('nothing of it is copied to where others may read it', () => {
  const said = saidOf((stack, named) => {
    new BucketDeployment(stack, 'Copy', {
      sources: [Source.bucket(named(SHARED), 'all.zip')],
      destinationBucket: named('strangers'),
      prune: false,
    });
  });

  expect(said).toEqual([
    'not decided',
    `objects of the bucket ${SHARED} are copied to the bucket strangers, which is not in these templates: whoever reads there gets them.`,
  ]);
});

test('nothing of it is copied to where others may read it, but to a bucket of the company’s own', () => {
  const said = saidOf((stack, named) => {
    new BucketDeployment(stack, 'Copy', {
      sources: [Source.bucket(named(SHARED), 'all.zip')],
      destinationBucket: new Bucket(stack, 'Own', { enforceSSL: true }) as IBucket,
      prune: false,
    });
  });

  expect(said).toEqual(['holds']);
});

test('neither logs nor what trails record end up in it', () => {
  const said = saidOf((stack, named) => {
    new Trail(stack, 'Trail', { bucket: named(SHARED) });
    new CfnBucket(stack, 'Other', { loggingConfiguration: { destinationBucketName: SHARED } });
  });

  expect(said[0]).toBe('not decided');
  expect(said.slice(1)).toHaveLength(2);
  for (const sentence of said.slice(1)) expect(sentence).toMatch(`into ${SHARED}`);
});

test('no function of CDK’s empties it', () => {
  const said = saidOf((stack) => {
    const other = new Bucket(stack, 'Other', {
      autoDeleteObjects: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    other.node.findAll().forEach((one) => {
      if (one instanceof CfnResource && one.cfnResourceType === 'Custom::S3AutoDeleteObjects')
        one.addPropertyOverride('BucketName', SHARED);
    });
  });

  expect(said).toEqual([
    'not decided',
    `the bucket ${SHARED}: a function empties the bucket. This may take objects away from the vendor.`,
  ]);
});
