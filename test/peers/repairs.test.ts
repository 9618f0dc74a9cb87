// tools/verify/repairs.ts and the commands of tools/verify/causes.ts, typed into a shell
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { share as shipped } from '../../parameters';
import { ExitCode } from '../../tools/exit-code';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { verifyIn } from '../verify/verify-in';
import { describeWith } from './installed';

const run = promisify(execFile);

const ROLE = 'VendorAccessRole';
const BUCKET = 'company-shared-data-bucket-12345';
const POLICY = 'arn:aws:iam::111111111111:policy/VendorS3AccessPolicy';
const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
const VENDOR_ROOT = 'arn:aws:iam::222222222222:root';

const trust = (part: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: VENDOR_ROOT }, Action: 'sts:AssumeRole', ...part }],
  });
const trusting = (part: object): string =>
  `aws iam update-assume-role-policy --role-name ${ROLE} --policy-document '${trust(part)}' --profile company`;
const allowing = (Action: string, Resource: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });
const detach = `aws iam detach-role-policy --role-name ${ROLE} --policy-arn ${POLICY} --profile company`;
const deleteRole = `${detach} && aws iam delete-role --role-name ${ROLE} --profile company`;
/** The set's ARN is not known before it is made. */
const SET = `SET=$(aws sso-admin list-permission-sets --instance-arn ${INSTANCE} --query 'PermissionSets[0]' --output text --profile vendor)`;
const onSet = (operation: string, more: string): string =>
  `aws sso-admin ${operation} --instance-arn ${INSTANCE} --permission-set-arn $SET ${more} --profile vendor`;
const provision = onSet('provision-permission-set', '--target-type ALL_PROVISIONED_ACCOUNTS');

/** As the stack has it. */
const INLINE = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'AllowAssumeCompanyRole',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: 'arn:aws:iam::111111111111:role/VendorAccessRole',
    },
  ],
});

/** What somebody does by hand, as they type it. Whoever looks then prints what repairs it. */
const BREAKAGES: readonly (readonly [name: string, ...typed: string[]])[] = [
  ['trust to another account', trusting({ Principal: { AWS: 'arn:aws:iam::333333333333:root' } })],
  ['trust with an ExternalId', trusting({ Condition: { StringEquals: { 'sts:ExternalId': 'share-7f3a' } } })],
  ['trust with MFA', trusting({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })],
  ['the policy detached', detach],
  [
    'the policy without GetObject',
    `aws iam create-policy-version --policy-arn ${POLICY} --set-as-default --policy-document '${allowing('s3:ListBucket', `arn:aws:s3:::${BUCKET}`)}' --profile company`,
  ],
  [
    'a boundary',
    `aws iam put-role-permissions-boundary --role-name ${ROLE} --permissions-boundary arn:aws:iam::aws:policy/IAMReadOnlyAccess --profile company`,
  ],
  ['the role deleted', deleteRole],
  [
    'the role made anew',
    `${deleteRole} && aws iam create-role --role-name ${ROLE} --assume-role-policy-document '${trust({})}' --profile company`,
  ],
  [
    'a Deny for the role in the bucket policy',
    `aws s3api put-bucket-policy --bucket ${BUCKET} --policy '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111111111111:role/${ROLE}"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::${BUCKET}/*"}]}' --profile company`,
  ],
  ['the object deleted', `aws s3 rm s3://${BUCKET}/test-data.txt --profile company`],
  [
    "the permission set's inline policy removed",
    `${SET} && ${onSet('delete-inline-policy-from-permission-set', '')} && ${provision}`,
  ],
  [
    'its role ARN mistyped',
    `${SET} && ${onSet('put-inline-policy-to-permission-set', `--inline-policy '${allowing('sts:AssumeRole', 'arn:aws:iam::111111111111:role/VendorAcessRole')}'`)} && ${provision}`,
  ],
  [
    'it was put right by hand, and not provisioned',
    `${SET} && ${onSet('put-inline-policy-to-permission-set', `--inline-policy '${allowing('sts:AssumeRole', 'arn:aws:iam::111111111111:role/VendorAcessRole')}'`)} && ${provision} && ${onSet('put-inline-policy-to-permission-set', `--inline-policy '${INLINE}'`)}`,
  ],
  [
    'the assignment deleted',
    `${SET} && ${onSet('delete-account-assignment', '--target-id 222222222222 --target-type AWS_ACCOUNT --principal-type GROUP --principal-id a1b2c3d4-5678-90ab-cdef-111122223333')}`,
  ],
  [
    'a member removed from the group',
    `STORE=$(aws sso-admin list-instances --query 'Instances[0].IdentityStoreId' --output text --profile vendor) && MEMBERSHIP=$(aws identitystore list-group-memberships --identity-store-id $STORE --group-id a1b2c3d4-5678-90ab-cdef-111122223333 --query 'GroupMemberships[0].MembershipId' --output text --profile vendor) && aws identitystore delete-group-membership --identity-store-id $STORE --membership-id $MEMBERSHIP --profile vendor`,
  ],
];

describeWith(['aws'], 'what verify prints, typed as it is printed, repairs', () => {
  let deployed: DeployedSandbox;
  beforeAll(async () => {
    deployed = await deployedSandbox(shipped);
  }, 30_000);
  afterAll(() => deployed.stop());

  test.each(BREAKAGES)(
    '%s',
    async (_name, typed) => {
      await shell(typed);
      const printed = await printedCommands();
      expect(printed).not.toEqual([]);
      await shell(printed.join('\n').replace('USER-NAME', 'member-of-analysts'));
      const after = await verifyIn(deployed);
      expect(after.run.exitCode === ExitCode.AsPromised ? '' : after.text).toBe('');
      const read = await verifyIn(deployed, { profiles: ['company', 'vendor'], deployed: true });
      expect(read.run.exitCode === ExitCode.AsPromised ? '' : read.text).toBe('');
    },
    120_000,
  );

  // A Deny may be meant.
  test('an inline Deny on the role is shown, and left where it is', async () => {
    await shell(
      `aws iam put-role-policy --role-name ${ROLE} --policy-name Quarantine --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}' --profile company`,
    );
    await shell((await printedCommands()).join('\n'));
    const { run: after } = await verifyIn(deployed);
    await shell(`aws iam delete-role-policy --role-name ${ROLE} --policy-name Quarantine --profile company`);
    expect(after.exitCode).toBe(ExitCode.Broken);
  }, 120_000);

  /** What the user is told to type; where that is to read a side, what is printed there. */
  async function printedCommands(): Promise<string[]> {
    const { run: asUser, text } = await verifyIn(deployed);
    expect(asUser.exitCode).not.toBe(0);
    const commands = asUser.verifications.flatMap(({ findings }) => findings.flatMap((one) => one.commands));
    const [found, otherwise]: [string[], string[]] = [[], []];
    for (const command of commands) {
      expect(text).toContain(`\n${' '.repeat(16)}${command}\n`); // on a line of its own, uncut
      const side = /^npm run verify -- --deployed --profile (company|vendor)$/.exec(command)?.[1];
      if (side === undefined) otherwise.push(command);
      else {
        const read = await verifyIn(deployed, { profiles: [side], deployed: true });
        for (const { command: repair } of read.run.deployed?.repairs ?? []) {
          expect(read.text).toContain(`\n    ${repair}\n`);
          found.push(repair);
        }
      }
    }
    return [...new Set(found.length > 0 ? found : otherwise)];
  }

  async function shell(lines: string): Promise<void> {
    await run('bash', ['-ec', lines], {
      cwd: process.cwd(),
      env: {
        ...process.env,
        ...deployed.home.environment,
        AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION: deployed.sandbox.url,
        CDK_REQUIRE_APPROVAL: 'never',
        CDK_NOTICES: 'false',
        CDK_DISABLE_VERSION_CHECK: '1',
        CDK_DISABLE_CLI_TELEMETRY: 'true',
      },
    });
  }
});
