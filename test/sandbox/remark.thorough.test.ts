// tools/sandbox/reasons.ts: what AWS does not say is in a header of the sandbox's own, and never in AWS's message
import { allowing, denying } from './aws-answers/situation';
import { Stage, stsCall, WALKTHROUGH } from './aws-answers/stage';
import { assumeRole, type Keys } from './clients';
import { allow } from './lent-role';
import { refusalIn } from './raw-answer';
import { sendRaw } from './raw-request';

let stage: Stage;
beforeAll(async () => (stage = await Stage.start(WALKTHROUGH)));
afterEach(() => stage.reset());
afterAll(() => stage.sandbox.stop());

const ROLE_ARN = 'arn:aws:iam::111111111111:role/VendorAccessRole';
const BORROWER =
  'arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/alice';

interface Denial {
  readonly what: string;
  /** Puts it into the accounts. @returns who calls @default - the vendor's session */
  readonly because: () => Promise<Keys | void> | Keys | void;
  /** Of AssumeRole's form. */
  readonly input?: Readonly<Record<string, string>>;
  readonly remark: string;
}

const trust = (statement: object) => {
  stage.role.trustPolicy = allow({
    Sid: 'TrustTheVendor',
    Principal: { AWS: 'arn:aws:iam::222222222222:root' },
    Action: 'sts:AssumeRole',
    ...statement,
  });
};
const BORROW = { Version: '2012-10-17', Statement: [allowing('sts:AssumeRole', ROLE_ARN)] };

const DENIALS: Denial[] = [
  {
    what: "the caller's policies do not allow it",
    because: () => stage.borrower.inlinePolicies.clear(),
    remark: 'no identity-based policy of the caller allows it (vendor)',
  },
  {
    what: "the caller's policy is about another role",
    because: () => {
      stage.borrower.inlinePolicies.set(
        'Borrow',
        allow({ Sid: 'Borrow', Action: 'sts:AssumeRole', Resource: `${ROLE_ARN}2` }),
      );
    },
    remark:
      'no identity-based policy of the caller allows it (vendor). Closest statement: Borrow of Borrow; its Resource does not match',
  },
  {
    what: "the caller's policy denies it",
    because: () => {
      stage.borrower.inlinePolicies.set('NoChaining', {
        Version: '2012-10-17',
        Statement: [{ Sid: 'Never', ...denying('sts:AssumeRole', '*') }],
      });
    },
    remark: 'Never of NoChaining denies it (vendor)',
  },
  {
    what: 'the trust policy trusts somebody else',
    because: () => trust({ Principal: { AWS: 'arn:aws:iam::111111111111:root' } }),
    remark:
      "the role's trust policy does not allow this caller (company). Closest statement: TrustTheVendor of trust policy of VendorAccessRole; its Principal does not match",
  },
  {
    what: 'the ExternalId is missing',
    because: () => trust({ Condition: { StringEquals: { 'sts:ExternalId': 'acme-7f3a' } } }),
    remark:
      'the role\'s trust policy does not allow this caller (company). Closest statement: TrustTheVendor of trust policy of VendorAccessRole; its condition StringEquals sts:externalid wanted "acme-7f3a", got nothing',
  },
  {
    what: 'the ExternalId is wrong',
    because: () => trust({ Condition: { StringEquals: { 'sts:ExternalId': 'acme-7f3a' } } }),
    input: { ExternalId: 'acme-0000' },
    remark:
      'the role\'s trust policy does not allow this caller (company). Closest statement: TrustTheVendor of trust policy of VendorAccessRole; its condition StringEquals sts:externalid wanted "acme-7f3a", got "acme-0000"',
  },
  {
    what: 'the trust policy wants MFA',
    because: () => trust({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    remark:
      'the role\'s trust policy does not allow this caller (company). Closest statement: TrustTheVendor of trust policy of VendorAccessRole; its condition Bool aws:multifactorauthpresent wanted "true", got "false"',
  },
  {
    what: 'the role does not exist',
    because: () => {
      stage.account('company').roles.delete('VendorAccessRole');
    },
    remark: 'the role VendorAccessRole does not exist (company)',
  },
  {
    what: "the caller's permissions boundary does not contain it",
    because: () => {
      stage.borrower.permissionsBoundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    },
    remark: "the caller's permissions boundary does not allow it (vendor)",
  },
  {
    what: "the caller's session policy does not contain it",
    because: () =>
      assumeRole(stage.sandbox, stage.vendorAdmin, {
        RoleArn: stage.borrower.arn,
        RoleSessionName: 'alice',
        Policy: JSON.stringify(allow({ Action: 's3:GetObject', Resource: '*' })),
      }),
    remark: "the caller's session policy does not allow it (vendor)",
  },
];

test.each(DENIALS.map((denial) => [denial.what, denial] as const))(
  'where %s, AWS says that it is denied, and the remark why',
  async (_what, { because, input = {}, remark }) => {
    const keys = (await because()) ?? (await stage.borrowerKeys());
    const form = { Action: 'AssumeRole', RoleArn: ROLE_ARN, RoleSessionName: 'Test', ...input };
    const answer = await sendRaw(stage.sandbox, stsCall(keys, form));
    expect(refusalIn(answer)).toEqual({
      code: 'AccessDenied',
      httpStatus: 403,
      message: `User: ${BORROWER} is not authorized to perform: sts:AssumeRole on resource: ${ROLE_ARN}`,
    });
    expect(answer.headers['x-sandbox-remark']).toBe(remark);
  },
);

test('where it is allowed, the remark names the statements of both sides', async () => {
  stage.borrower.inlinePolicies.set('Borrow', BORROW);
  trust({});
  const form = { Action: 'AssumeRole', RoleArn: ROLE_ARN, RoleSessionName: 'Test' };
  const answer = await sendRaw(stage.sandbox, stsCall(await stage.borrowerKeys(), form));
  expect(answer.status).toBe(200);
  expect(answer.headers['x-sandbox-remark']).toBe(
    'allowed by statement 1 of Borrow (vendor) and TrustTheVendor of trust policy of VendorAccessRole (company)',
  );
});
