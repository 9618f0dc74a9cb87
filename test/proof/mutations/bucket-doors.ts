import { BUCKET, KEY_FOR, lentRoleArn, policy } from './added-documents';
import { type Json, type JsonObject, objectAt } from '../../naive/json';
import type { Assembly } from './cloudformation';
import { type Mutant, type Site, added, edited, property } from './mutant';

const OWNERSHIPS = [
  ['BucketOwnerEnforced'],
  ['BucketOwnerPreferred'],
  ['ObjectWriter'],
  ['bucketOwnerEnforced'],
  ['BucketOwnerEnforced', 'ObjectWriter'],
  [],
];

/** Guards down, ACLs, copies to elsewhere, other keys, other doors, other buckets. */
export function bucketMutants(assembly: Assembly, bucket: Site): Mutant[] {
  const where = `${bucket.stackName}/${bucket.logicalId}`;
  const guards = Object.keys(objectAt(bucket.properties, 'PublicAccessBlockConfiguration'));
  const withoutGuards = property(assembly, bucket, 'PublicAccessBlockConfiguration', undefined);
  const aclsOn = property(withoutGuards, bucket, 'OwnershipControls', {
    Rules: [{ ObjectOwnership: 'ObjectWriter' }],
  });
  const set = (name: string, value: Json | undefined, from = assembly) => property(from, bucket, name, value);
  const acls = ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead', 'Private'];
  const accessPoint = (principal?: JsonObject, action = '') => {
    const resource = 'arn:aws:s3:ap-northeast-1:111111111111:accesspoint/second/object/*';
    const own = principal && {
      Policy: policy({ Effect: 'Allow', Principal: principal, Action: action, Resource: resource }),
    };
    const properties = { Bucket: { Ref: bucket.logicalId }, Name: 'second', ...own };
    return added(assembly, bucket.stackName, {
      SecondThing: { Type: 'AWS::S3::AccessPoint', Properties: properties },
    });
  };
  const key = (own: Assembly) =>
    added(own, bucket.stackName, {
      SecondKey: { Type: 'AWS::KMS::Key', Properties: KEY_FOR({ AWS: 'arn:aws:iam::111111111111:root' }) },
    });
  return [
    ...guards.map((guard) => ({
      name: `${where}: ${guard} off`,
      assembly: edited(
        assembly,
        bucket.stackName,
        ['Resources', bucket.logicalId, 'Properties', 'PublicAccessBlockConfiguration', guard],
        false,
      ),
    })),
    { name: `${where}: no public access block`, assembly: withoutGuards },
    {
      name: `${where}: a public access block without settings`,
      assembly: set('PublicAccessBlockConfiguration', {}),
    },
    ...guards.map((guard) => ({
      name: `${where}: ${guard} not said`,
      assembly: set(
        'PublicAccessBlockConfiguration',
        Object.fromEntries(guards.filter((one) => one !== guard).map((one) => [one, true])),
      ),
    })),
    {
      name: `${where}: guards up, as text`,
      assembly: set(
        'PublicAccessBlockConfiguration',
        Object.fromEntries(guards.map((guard) => [guard, 'true'])),
      ),
    },
    ...OWNERSHIPS.map((rules) => ({
      name: `${where}: ownership ${JSON.stringify(rules)}`,
      assembly: set('OwnershipControls', { Rules: rules.map((rule) => ({ ObjectOwnership: rule })) }),
    })),
    { name: `${where}: no ownership controls`, assembly: set('OwnershipControls', undefined) },
    ...acls.map((acl) => ({ name: `${where}: ACL ${acl}`, assembly: set('AccessControl', acl) })),
    ...acls.map((acl) => ({
      name: `${where}: ACL ${acl}, ACLs on, guards off`,
      assembly: set('AccessControl', acl, aclsOn),
    })),
    { name: `${where}: website`, assembly: set('WebsiteConfiguration', { IndexDocument: 'index.html' }) },
    {
      name: `${where}: CORS`,
      assembly: set('CorsConfiguration', { CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] }),
    },
    {
      name: `${where}: replicated to a stranger`,
      assembly: set('ReplicationConfiguration', {
        Role: 'arn:aws:iam::111111111111:role/Replicator',
        Rules: [
          {
            Status: 'Enabled',
            Destination: { Bucket: 'arn:aws:s3:::another-bucket', Account: '333333333333' },
          },
        ],
      }),
    },
    {
      name: `${where}: inventory to a stranger`,
      assembly: set('InventoryConfigurations', [
        {
          Id: 'all',
          Enabled: true,
          IncludedObjectVersions: 'All',
          ScheduleFrequency: 'Daily',
          Destination: {
            BucketArn: 'arn:aws:s3:::another-bucket',
            BucketAccountId: '333333333333',
            Format: 'CSV',
          },
        },
      ]),
    },
    {
      name: `${where}: encrypted with a key that the borrower may not use`,
      assembly: key(
        set('BucketEncryption', {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': ['SecondKey', 'Arn'] },
              },
            },
          ],
        }),
      ),
    },
    { name: `${where}: not versioned`, assembly: set('VersioningConfiguration', undefined) },
    {
      name: `${where}: a second policy`,
      assembly: added(assembly, bucket.stackName, {
        SecondPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: bucket.logicalId },
            PolicyDocument: policy({
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::333333333333:root' },
              Action: 's3:GetObject',
              Resource: `${BUCKET}/*`,
            }),
          },
        },
      }),
    },
    { name: `${where}: an access point`, assembly: accessPoint() },
    {
      name: `${where}: an access point for a stranger`,
      assembly: accessPoint({ AWS: 'arn:aws:iam::333333333333:root' }, 's3:GetObject'),
    },
    {
      name: `${where}: an access point where the borrower may write`,
      assembly: accessPoint({ AWS: lentRoleArn(assembly) }, 's3:PutObject'),
    },
    {
      name: `${where}: a second bucket, private`,
      assembly: added(assembly, bucket.stackName, {
        SecondBucket: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            BucketName: 'second-bucket-12345',
            PublicAccessBlockConfiguration: bucket.properties['PublicAccessBlockConfiguration'] ?? {},
          },
        },
      }),
    },
    ...acls.map((acl) => ({
      name: `${where}: a second bucket with the ACL ${acl}`,
      assembly: added(assembly, bucket.stackName, {
        SecondBucket: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            BucketName: 'second-bucket-12345',
            AccessControl: acl,
            OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
          },
        },
      }),
    })),
    {
      name: `${where}: a second bucket of the same name`,
      assembly: added(assembly, bucket.stackName, {
        SecondBucket: { Type: 'AWS::S3::Bucket', Properties: bucket.properties },
      }),
    },
    {
      name: `${where}: a second bucket of the same name, in the vendor's account`,
      assembly: assembly.reduce(
        (all, stack) =>
          stack.account === bucket.account
            ? all
            : added(all, stack.name, {
                SecondBucket: { Type: 'AWS::S3::Bucket', Properties: bucket.properties },
              }),
        assembly,
      ),
    },
    {
      name: `${where}: a second bucket for one session of the borrower`,
      assembly: added(assembly, bucket.stackName, {
        SecondBucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'second-bucket-12345' } },
        SecondPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: 'SecondBucket' },
            PolicyDocument: policy({
              Effect: 'Allow',
              Principal: {
                AWS:
                  lentRoleArn(assembly).replace(/:iam:(.*):role\/(.*\/)?/, ':sts:$1:assumed-role/') + '/eve',
              },
              Action: 's3:PutObject',
              Resource: 'arn:aws:s3:::second-bucket-12345/*',
            }),
          },
        },
      }),
    },
    {
      name: `${where}: a second bucket for a stranger`,
      assembly: added(assembly, bucket.stackName, {
        SecondBucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'second-bucket-12345' } },
        SecondPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: 'SecondBucket' },
            PolicyDocument: policy({
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::333333333333:root' },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::second-bucket-12345/*',
            }),
          },
        },
      }),
    },
    {
      name: `${where}: a second bucket for the borrower`,
      assembly: added(assembly, bucket.stackName, {
        SecondBucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'second-bucket-12345' } },
        SecondPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: 'SecondBucket' },
            PolicyDocument: policy({
              Effect: 'Allow',
              Principal: { AWS: lentRoleArn(assembly) },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::second-bucket-12345/*',
            }),
          },
        },
      }),
    },
  ];
}
