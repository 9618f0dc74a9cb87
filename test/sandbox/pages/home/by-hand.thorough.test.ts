import { handSteps } from '../../../../tools/sandbox/pages/home/by-hand';
import { documentsOf } from '../../../../tools/sandbox/pages/home/documents';
import { readAgain } from '../../../../tools/sandbox/pages/home/change';
import { walkthroughShare } from '../../../lib/walkthrough-share';
import { lentByHand, stage, type Stage, TWO } from './lent-by-hand';

const steps = (of: Stage, vendor?: string) => handSteps(documentsOf(of.scene(vendor)), of.scene(vendor));
const states = (of: Stage, vendor?: string) =>
  steps(of, vendor).map(({ isDone }, index) => `${index + 1} ${isDone ? 'done' : 'toDo'}`);

test('nothing is done where nothing was typed', async () => {
  expect(states(await stage(walkthroughShare))).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${number} toDo`),
  );
});

test('what is there is done, and what was asked is known from the requests', async () => {
  const lent = await lentByHand(walkthroughShare);
  expect(states(lent)).toEqual([
    '1 done',
    '2 done',
    '3 done',
    '4 done',
    '5 done',
    '6 done',
    '7 toDo',
    '8 toDo',
    '9 toDo',
  ]);
  await readAgain(lent.scene());
  expect(states(lent).slice(6)).toEqual(['7 done', '8 toDo', '9 toDo']); // not listed yet
});

test('what is there and says something else is not done', async () => {
  const lent = await lentByHand(walkthroughShare);
  const account = lent.scene().world.accounts.get('111111111111')!;
  const role = account.roles.get('VendorAccessRole')!;
  role.trustPolicy = JSON.parse(JSON.stringify(role.trustPolicy).replace('222222222222', '444444444444'));
  expect(states(lent).slice(0, 5)).toEqual(['1 done', '2 toDo', '3 done', '4 toDo', '5 done']);
  role.attachedPolicies.clear();
  expect(states(lent)[3]).toBe('4 toDo');
});

test('the commands are the walkthrough’s, with the documents in them', async () => {
  const [bucket, trust, , role, set, assigned, assume] = steps(await stage(walkthroughShare)).map(
    ({ command }) => command,
  );
  expect(bucket).toBe(
    `aws s3 mb s3://company-shared-data-bucket-12345 --region ap-northeast-1 --profile company
echo 'confidential data' > test-data.txt
aws s3 cp test-data.txt s3://company-shared-data-bucket-12345/test-data.txt --profile company`,
  );
  expect(trust).toBe(`cat > trust-policy.json <<'EOF'
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "AllowVendorAccountAssumeRole",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::222222222222:root" },
      "Action": "sts:AssumeRole"
    }
  ]
}
EOF`);
  expect(role).toBe(`aws iam create-role --role-name VendorAccessRole \\
  --assume-role-policy-document file://trust-policy.json --profile company
aws iam attach-role-policy --role-name VendorAccessRole \\
  --policy-arn arn:aws:iam::111111111111:policy/VendorS3AccessPolicy --profile company`);
  expect(set).toContain(`SET=$(aws sso-admin create-permission-set \\
  --name AllowAssumeCompanyRole \\
  --session-duration PT1H \\`);
  expect(assigned).toBe(`aws sso-admin create-account-assignment \\
  --target-type AWS_ACCOUNT --target-id 222222222222 \\
  --principal-type GROUP --principal-id a1b2c3d4-5678-90ab-cdef-111122223333 \\
  --permission-set-arn "$SET" \\
  --instance-arn arn:aws:sso:::instance/ssoins-1234567890abcdef \\
  --profile vendor`);
  expect(assume).toBe(`aws sts assume-role --role-arn arn:aws:iam::111111111111:role/VendorAccessRole \\
  --role-session-name VendorTestSession --profile 111111111111-user`);
});

test('a role that borrows gets its policy, and there is nothing to assign', async () => {
  const two = await lentByHand(TWO);
  expect(states(two, 'data-labs')).toEqual([
    '1 done',
    '2 done',
    '3 done',
    '4 done',
    '5 done',
    '6 toDo',
    '7 toDo',
    '8 toDo',
  ]);
  two.scene().world.accounts.get('333333333333')!.roles.get('etl')!.inlinePolicies.clear();
  expect(states(two, 'data-labs')[4]).toBe('5 toDo');
});

test('a name that is no word of the shell is quoted', async () => {
  const [first] = await Promise.all([
    stage({
      ...walkthroughShare,
      company: { ...walkthroughShare.company, seedObjects: [{ key: "it's $HOME.txt", content: 'x' }] },
    }),
  ]);
  expect(steps(first)[0]?.command.split('\n').slice(1).join('\n')).toBe(
    `echo 'confidential data' > 'it'\\''s $HOME.txt'\naws s3 cp 'it'\\''s $HOME.txt' 's3://company-shared-data-bucket-12345/it'\\''s $HOME.txt' --profile company`,
  );
});
