import type { Share } from '../../lib/share/share';
import { startSandbox, type Sandbox } from '../../tools/sandbox/sandbox';
import type { RequestEntry } from '../../tools/sandbox/request-entry';
import { newBucket } from '../../tools/sandbox/s3/whole-buckets';
import { provisionPermissionSets } from '../../tools/sandbox/identity-center/provisioning';
import { newPermissionSet } from '../../tools/sandbox/core/identity-center';
import type { Role } from '../../tools/sandbox/core/identities';
import type { Account } from '../../tools/sandbox/core/world';

export const COMPANY = '111111111111';
export const VENDOR = '222222222222';
export const BUCKET = 'company-shared-data-bucket-12345';
export const ROLE_ARN = 'arn:aws:iam::111111111111:role/VendorAccessRole';
export const PERMISSION_SET_ARN = 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef';

export const SHARE: Share = {
  company: { account: COMPANY, region: 'ap-northeast-1', bucketName: BUCKET, seedObjects: [] },
  vendors: [
    {
      account: VENDOR,
      identityCenter: {
        instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
        identityStoreId: 'd-9567890abc',
        region: 'ap-northeast-1',
        startUrl: 'https://vendor.awsapps.com/start',
      },
      assignees: [{ type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts' }],
    },
  ],
};

/** A clock that tests move; it starts now, because SDKs sign with the real one. */
export class Clock {
  private offset = 0;
  readonly now = (): Date => new Date(Date.now() + this.offset);
  advanceMinutes(minutes: number): void {
    this.offset += minutes * 60_000;
  }
  reset(): void {
    this.offset = 0;
  }
}

export interface LentRole {
  readonly sandbox: Sandbox;
  readonly clock: Clock;
  readonly log: RequestEntry[];
  readonly company: Account;
  readonly vendor: Account;
}

/** What both stacks deploy, put into the world by hand: the documents of the walkthrough, word for word. */
export async function startWithLentRole(): Promise<LentRole> {
  const clock = new Clock();
  const log: RequestEntry[] = [];
  const sandbox = await startSandbox({ share: SHARE, now: clock.now, onRequest: (entry) => log.push(entry) });
  const company = sandbox.world.accounts.get(COMPANY)!;
  const vendor = sandbox.world.accounts.get(VENDOR)!;
  sandbox.world.buckets.set(BUCKET, newBucket(BUCKET, COMPANY, 'ap-northeast-1', clock.now()));
  sandbox.objects.createBucket(BUCKET);
  await sandbox.objects.put(BUCKET, 'test-data.txt', Buffer.from('confidential data\n'), 'text/plain');
  addRole(company, 'VendorAccessRole', {
    trust: allow({ Principal: { AWS: 'arn:aws:iam::222222222222:root' }, Action: 'sts:AssumeRole' }),
    permissions: policy(
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${BUCKET}` },
      { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${BUCKET}/*` },
    ),
  });
  const [center] = sandbox.world.identityCenters.values();
  center!.permissionSets.set(
    PERMISSION_SET_ARN,
    newPermissionSet({
      arn: PERMISSION_SET_ARN,
      name: 'AllowAssumeCompanyRole',
      createdAt: clock.now(),
      description: 'Borrow',
      sessionDuration: 'PT2H',
      inlinePolicy: allow({ Action: 'sts:AssumeRole', Resource: ROLE_ARN }),
    }),
  );
  assign(sandbox);
  return { sandbox, clock, log, company, vendor };
}

export function assign(sandbox: Sandbox): void {
  const [center] = sandbox.world.identityCenters.values();
  center!.assignments.push({
    permissionSetArn: PERMISSION_SET_ARN,
    principalType: 'GROUP',
    principalId: 'a1b2c3d4-5678-90ab-cdef-111122223333',
    targetAccount: VENDOR,
  });
  provisionPermissionSets(sandbox.world);
}

export const policy = (...statements: object[]): unknown => ({
  Version: '2012-10-17',
  Statement: statements,
});
export const allow = (statement: object): unknown => policy({ Effect: 'Allow', ...statement });

export function addRole(
  account: Account,
  name: string,
  documents: { trust: unknown; permissions?: unknown },
): Role {
  const role: Role = {
    name,
    path: '/',
    arn: `arn:aws:iam::${account.id}:role/${name}`,
    id: `AROA${name
      .toUpperCase()
      .replace(/[^A-Z]/g, '')
      .padEnd(17, 'X')
      .slice(0, 17)}`,
    createdAt: new Date(),
    trustPolicy: documents.trust,
    description: '',
    maxSessionDuration: 3600,
    inlinePolicies: new Map(
      documents.permissions === undefined ? [] : [['Permissions', documents.permissions]],
    ),
    attachedPolicies: new Set(),
    tags: {},
  };
  account.roles.set(name, role);
  return role;
}
