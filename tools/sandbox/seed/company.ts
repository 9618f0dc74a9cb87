import { grantsOf } from '../../../lib/share/grant';
import type { Company, Share } from '../../../lib/share/share';
import { newManagedPolicy } from '../core/identities';
import type { Account, World } from '../core/world';
import { newKey } from '../kms/keys';
import type { ObjectData } from '../s3/object-data';
import { newBucket } from '../s3/whole-buckets';

/** What a share takes for granted in the company's account: its boundary, its key, its buckets. */
export async function seedCompany(share: Share, world: World, data: ObjectData): Promise<void> {
  const { company } = share;
  const account = world.accounts.get(company.account);
  if (account === undefined) throw new Error(`account ${company.account} was not seeded`);
  if (company.permissionsBoundary !== undefined) seedBoundary(company.permissionsBoundary, account, world);
  seedKey(company, world);
  if (company.accessLogs !== undefined) seedLogBucket(company.accessLogs, company, world, data);
  if (company.bucket !== 'existing') return;
  const grants = grantsOf(share);
  for (const name of new Set(grants.map(({ bucketName }) => bucketName))) {
    const prefixes = grants.flatMap((grant) =>
      grant.bucketName === name ? [grant.vendor.prefixes ?? ['']] : [],
    );
    await seedBucket(name, prefixes.flat(), company, world, data);
  }
}

/** By its ARN alone nobody here knows its text: then one that allows what the app's roles do, and nothing about people. */
function seedBoundary(
  boundary: NonNullable<Company['permissionsBoundary']>,
  account: Account,
  world: World,
): void {
  const { arn, document } =
    typeof boundary === 'string' ? { arn: boundary, document: WIDE_ENOUGH } : boundary;
  if (arn.split(':')[4] === 'aws') return; // AWS's own are there, or rejected by name
  addBoundary(arn, document, account, world);
}

export function addBoundary(
  arn: string,
  document: unknown,
  { id, managedPolicies }: Account,
  world: World,
): void {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const path = arn.slice(arn.indexOf(':policy') + ':policy'.length, arn.length - name.length);
  const description = 'The most that a role of this account may do';
  managedPolicies.set(
    arn,
    newManagedPolicy(id, { name, path, createdAt: world.now(), description }, document),
  );
}

export const WIDE_ENOUGH: unknown = {
  Version: '2012-10-17',
  Statement: [
    { Sid: 'NothingAboutPeople', Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' },
  ],
};

/** Its policy leaves it to the account's policies, which is what a key needs for the share to work. */
function seedKey({ kmsKey, account, region, bucketName }: Company, world: World): void {
  if (kmsKey === undefined || kmsKey === 'make') return;
  const id = kmsKey.slice(kmsKey.indexOf(':key/') + ':key/'.length);
  const key = newKey(account, region, {
    id,
    createdAt: world.now(),
    description: `Encrypts ${bucketName}`,
    rotates: true,
  });
  world.keys.set(key.arn, key);
}

/** Where S3 may put its logs. https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
function seedLogBucket(name: string, { account, region }: Company, world: World, data: ObjectData): void {
  world.buckets.set(name, {
    ...newBucket(name, account, region, world.now()),
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'S3ServerAccessLogs',
          Effect: 'Allow',
          Principal: { Service: 'logging.s3.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: `arn:aws:s3:::${name}/*`,
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        },
      ],
    },
  });
  data.createBucket(name);
}

/** A bucket of the company's that has served others for a while. */
async function seedBucket(
  name: string,
  prefixes: readonly string[],
  { account, region, kmsKey }: Company,
  world: World,
  data: ObjectData,
): Promise<void> {
  world.buckets.set(name, {
    ...newBucket(name, account, region, world.now()),
    versioning: 'Enabled',
    policy: tlsOnly(name),
    ...(kmsKey !== undefined && { encryption: { algorithm: 'aws:kms', keyId: kmsKey, bucketKey: true } }),
  });
  data.createBucket(name);
  const readable = [...new Set(prefixes)].map((prefix) => `${prefix}hello.txt`);
  const others = prefixes.includes('') ? [] : ['of-the-company-alone.txt'];
  for (const key of [...readable, ...others]) {
    await data.put(name, key, Buffer.from(`This is ${key} of ${name}.\n`), 'text/plain');
  }
}

function tlsOnly(name: string): unknown {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  };
}
