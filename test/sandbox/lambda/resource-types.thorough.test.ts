// tools/sandbox/lambda/resource-types/
import { strToU8, zipSync } from 'fflate';
import { failure, Region } from '../cloudformation/region';
import { bucket, LAMBDA_TRUST, role } from '../cloudformation/templates';

describe('the bucket deployment', () => {
  const TOKEN = { 'Fn::GetAtt': ['Function', 'Arn'] };

  /** A destination, a function whose role may do this and that, and the deployment of `site.zip`. */
  function deployment(allowed: string[], properties: object = {}) {
    return {
      Resources: {
        Data: bucket({ BucketName: 'data' }),
        FunctionRole: role({
          RoleName: 'function',
          Policies: [
            {
              PolicyName: 'objects',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [{ Effect: 'Allow', Action: allowed, Resource: '*' }],
              },
            },
          ],
        }),
        Function: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Code: { S3Bucket: 'assets', S3Key: 'site.zip' },
            Role: { 'Fn::GetAtt': ['FunctionRole', 'Arn'] },
          },
        },
        Deployment: {
          Type: 'Custom::CDKBucketDeployment',
          Properties: {
            ServiceToken: TOKEN,
            SourceBucketNames: ['assets'],
            SourceObjectKeys: ['site.zip'],
            DestinationBucketName: { Ref: 'Data' },
            Prune: false,
            ...properties,
          },
        },
      },
    };
  }
  const ALL = ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObject'];

  async function withAssets(files: Record<string, string>): Promise<Region> {
    const region = new Region();
    region.addBucket('assets');
    await publish(region, files);
    return region;
  }

  async function publish(region: Region, files: Record<string, string>): Promise<void> {
    const zip = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    await region.objects.put('assets', 'site.zip', Buffer.from(zip));
  }

  test('puts the files of its zip into the bucket, with their types', async () => {
    const region = await withAssets({ 'test-data.txt': 'confidential data\n', 'a/report.csv': '1,2' });
    await region.deploy(deployment(ALL));
    expect((await region.objects.get('data', 'test-data.txt'))?.toString()).toBe('confidential data\n');
    expect(await region.objects.list('data')).toEqual(['a/report.csv', 'test-data.txt']);
    expect(region.objects.find('data', 'test-data.txt')?.headers['content-type']).toBe('text/plain');
  });

  test('leaves what others put there, unless it is told to prune', async () => {
    const region = await withAssets({ 'new.txt': 'new' });
    await region.deploy(deployment(ALL));
    await region.objects.put('data', 'of-others.txt', Buffer.from('mine'));
    await region.deploy(deployment(ALL, { OutputObjectKeys: false }));
    expect(await region.objects.list('data')).toEqual(['new.txt', 'of-others.txt']);
    await region.deploy(deployment(ALL, { Prune: true }));
    expect(await region.objects.list('data')).toEqual(['new.txt']);
  });

  test('puts values that were known only now in the place of their markers, under a prefix', async () => {
    const region = await withAssets({ 'where.txt': 'bucket <<marker:0xbaba:0>>' });
    await region.deploy(
      deployment(ALL, {
        DestinationBucketKeyPrefix: 'in',
        SourceMarkers: [{ '<<marker:0xbaba:0>>': { Ref: 'Data' } }],
      }),
    );
    expect((await region.objects.get('data', 'in/where.txt'))?.toString()).toBe('bucket data');
  });

  test.each([
    [
      's3:GetObject',
      'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111111111111:assumed-role/function/Demo-Function-',
    ],
    [
      's3:PutObject',
      'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:sts::111111111111:assumed-role/function/Demo-Function-',
    ],
  ])('fails when the role of its function lacks %s', async (missing, message) => {
    const region = await withAssets({ 'test-data.txt': 'x' });
    const failed = await failure(region, deployment(ALL.filter((action) => action !== missing)).Resources);
    expect(failed).toContain(message);
    expect(failed).toContain('because no identity-based policy allows');
    expect(await region.objects.list('data')).toEqual([]);
  });

  test('fails when an asset was not published', async () => {
    const region = await withAssets({});
    const failed = await failure(region, deployment(ALL, { SourceObjectKeys: ['other.zip'] }).Resources);
    expect(failed).toContain(
      'An error occurred (NoSuchKey) when calling the GetObject operation: The specified key does not exist.',
    );
  });

  test('refuses what it would not carry out', async () => {
    const region = await withAssets({});
    const failed = await failure(region, deployment(ALL, { DistributionId: 'E123' }).Resources);
    expect(failed).toBe('Deployment CREATE_FAILED: Encountered unsupported property DistributionId');
  });
});

test('a function needs a role that Lambda may assume, and code that is there', async () => {
  const region = new Region();
  region.addBucket('assets');
  await region.objects.put('assets', 'code.zip', Buffer.from(''));
  const users = {
    ...LAMBDA_TRUST,
    Statement: [{ ...LAMBDA_TRUST.Statement[0], Principal: { Service: 'ec2.amazonaws.com' } }],
  };
  const lambda = (key: string) => ({
    Role: role({ AssumeRolePolicyDocument: users }),
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: { Code: { S3Bucket: 'assets', S3Key: key }, Role: { 'Fn::GetAtt': ['Role', 'Arn'] } },
    },
  });
  expect(await failure(region, lambda('code.zip'))).toContain(
    'The role defined for the function cannot be assumed by Lambda.',
  );
  await region.call('DeleteStack', { StackName: 'Demo' });
  expect(await failure(region, lambda('missing.zip'))).toContain('S3 Error Code: NoSuchKey');
});
