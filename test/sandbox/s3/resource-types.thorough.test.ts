// tools/sandbox/s3/resource-types/, and what tools/sandbox/resource-type/properties.ts asks of all types
import { ACCOUNT, failure, REGION, Region } from '../cloudformation/region';
import { bucket } from '../cloudformation/templates';
import { newBucket } from '../../../tools/sandbox/s3/whole-buckets';

describe('properties', () => {
  test('that the sandbox would not carry out are refused by name', async () => {
    expect(await failure(new Region(), { Data: bucket({ AccessControl: 'PublicRead' }) })).toBe(
      'Data CREATE_FAILED: Encountered unsupported property AccessControl',
    );
  });

  test('inside of others too, where they decide about access', async () => {
    const properties = { PublicAccessBlockConfiguration: { BlockPublicAcl: true } };
    expect(await failure(new Region(), { Data: bucket(properties) })).toBe(
      'Data CREATE_FAILED: Encountered unsupported property BlockPublicAcl',
    );
  });

  test('that are required are asked for', async () => {
    const policy = { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'data' } };
    expect(await failure(new Region(), { Policy: policy })).toBe(
      'Policy CREATE_FAILED: Property PolicyDocument cannot be empty.',
    );
  });
});

describe('a bucket', () => {
  test('is configured as the template says, and starts with all public access blocked', async () => {
    const region = new Region();
    await region.deploy({
      Resources: {
        Data: bucket({
          BucketName: 'data',
          VersioningConfiguration: { Status: 'Enabled' },
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
          Tags: [{ Key: 'team', Value: 'data' }],
        }),
      },
    });
    expect(region.world.buckets.get('data')).toEqual({
      name: 'data',
      account: ACCOUNT,
      region: REGION,
      createdAt: new Date('2026-11-23T12:00:00Z'),
      versioning: 'Enabled',
      ownership: 'BucketOwnerEnforced',
      tags: { team: 'data' },
      publicAccessBlock: {
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: true,
        restrictPublicBuckets: true,
      },
    });
  });

  test.each([
    [ACCOUNT, /Your previous request to create the named bucket succeeded and you already own it/],
    ['222222222222', /The requested bucket name is not available/],
  ])('whose name belongs to %s is refused', async (account, message) => {
    const region = new Region();
    region.world.buckets.set('data', newBucket('data', account, REGION, new Date(0)));
    expect(await failure(region, { Data: bucket({ BucketName: { 'Fn::Sub': 'data' } }) })).toMatch(message);
  });

  test('without a name gets a lower-case one from stack and logical id', async () => {
    const region = new Region();
    await region.deploy({ Resources: { Data: bucket() } });
    expect([...region.world.buckets.keys()]).toEqual([expect.stringMatching(/^demo-data-[a-z0-9]{12}$/)]);
  });
});
