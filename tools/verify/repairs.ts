import { sayDeployed } from '../../words/say';
import { COMPANY_STACK_NAME, type Grant } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { option } from '../handoff/shell';
import type { ProofReport } from '../proof/report/report';
import type { AccessInventory } from '../proof/templates/inventory';

/** A step that can be typed as it is printed, and what it does. */
export interface Repair {
  readonly what: string;
  readonly command: string;
}

/**
 * Deploys the stack, and puts back what was changed by hand: a plain deploy compares templates and sees nothing of that.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-drift.html
 */
export const redeployed = (stack: string, profile: string): string =>
  `npx cdk deploy ${stack} ${option('--profile', profile)} --revert-drift`;

export interface RepairInput {
  readonly grant: Grant;
  readonly share: Share;
  /** What was read of both sides, and by which profile. */
  readonly reading: {
    readonly inventory: AccessInventory;
    readonly readBy: { readonly company?: string; readonly vendor?: string };
  };
  readonly verdict: ProofReport['verdict'];
}

/**
 * What makes the sides that were read as they were promised. What somebody added to the role beside what the stack made, no
 * deployment takes away: CloudFormation compares only the properties that a template sets.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html
 */
export function repairsOf(input: RepairInput): Repair[] {
  const { grant, verdict } = input;
  const { company, vendor } = input.reading.readBy;
  if (verdict === 'holds') return [];
  return [
    ...(company === undefined
      ? []
      : [...lockedOut(input), ...addedByHand(input, company), companyAgain(grant, company)]),
    ...(vendor === undefined || grant.identityCenter === undefined
      ? []
      : [again(grant.vendorStackName, vendor), ...notInForce(input, vendor)]),
  ];
}

const again = (stack: string, profile: string): Repair => ({
  what: sayDeployed('repair.deploy', { stack }),
  command: redeployed(stack, profile),
});

/** Of a bucket that is there already, the stack has the role and its policy alone. */
function companyAgain({ bucketIsThere, bucketName }: Grant, profile: string): Repair {
  const stack = COMPANY_STACK_NAME;
  if (!bucketIsThere) return again(stack, profile);
  const what = sayDeployed('repair.deploy.given', { stack, bucket: bucketName });
  return { what, command: redeployed(stack, profile) };
}

/**
 * Who is denied everything cannot deploy another policy either; the root user is never denied these three.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
 */
function lockedOut({ grant, reading }: RepairInput): Repair[] {
  if (!reading.inventory.buckets.some(({ locked }) => locked !== undefined)) return [];
  return [
    {
      what: sayDeployed('repair.root-user', { account: grant.companyAccount }),
      command: `aws s3api delete-bucket-policy --bucket ${grant.bucketName}`,
    },
  ];
}

/** Inline policies and a boundary of the role: the stack gives it none. */
function addedByHand({ grant, share, reading }: RepairInput, profile: string): Repair[] {
  const { roleName } = grant;
  const role = reading.inventory.roles.find(({ name }) => name === roleName);
  const call = (operation: string, ...options: string[]): string =>
    ['aws iam', operation, option('--role-name', roleName), ...options, option('--profile', profile)].join(
      ' ',
    );
  const inline = (role?.policies ?? []).flatMap(({ name, document }) => {
    const [, bare] = INLINE.exec(name) ?? [];
    return bare === undefined || bare === REVOCATION ? [] : [{ bare, denies: denies(document) }];
  });
  const boundary = share.company.permissionsBoundary === undefined ? role?.boundary : undefined;
  return [
    // A Deny may be meant: nothing that is printed takes one off.
    ...inline.map(({ bare, denies: isDeny }) => ({
      what: sayDeployed(isDeny ? 'repair.inline.deny' : 'repair.inline', { policy: bare }),
      command: call(isDeny ? 'get-role-policy' : 'delete-role-policy', option('--policy-name', bare)),
    })),
    ...(boundary === undefined
      ? []
      : [
          {
            what:
              'name' in boundary
                ? sayDeployed('repair.boundary.named', { policy: boundary.name })
                : sayDeployed('repair.boundary'),
            command: call('delete-role-permissions-boundary'),
          },
        ]),
  ];
}

const INLINE = /^(.+) \(inline\)$/;

/**
 * What the console's *Revoke sessions* leaves on a role. It is meant, and nobody is told to take it off.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 */
const REVOCATION = 'AWSRevokeOlderSessions';

const denies = (document: unknown): boolean => /"Effect":"Deny"/.test(JSON.stringify(document));

/**
 * A permission set that was changed is in force in an account only once it is provisioned there.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ProvisionPermissionSet.html
 */
function notInForce({ grant, reading }: RepairInput, profile: string): Repair[] {
  const waiting = reading.inventory.permissionSets.find(
    ({ name, olderIn }) => name === grant.permissionSetName && olderIn !== undefined,
  );
  if (waiting?.arn === undefined) return [];
  return [
    {
      what: sayDeployed('repair.provision'),
      command:
        `aws sso-admin provision-permission-set --instance-arn ${waiting.instanceArn} ` +
        `--permission-set-arn ${waiting.arn} --target-type ALL_PROVISIONED_ACCOUNTS ${option('--profile', profile)}`,
    },
  ];
}
