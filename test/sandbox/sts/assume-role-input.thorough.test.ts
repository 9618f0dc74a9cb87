import { administratorKeys } from '../clients';
import { ROLE_ARN, startWithLentRole, type LentRole } from '../lent-role';
import { sendRaw } from '../raw-request';

let lent: LentRole;

beforeAll(async () => (lent = await startWithLentRole()));
afterAll(() => lent.sandbox.stop());

const assume = (input: Record<string, string>) =>
  sendRaw(lent.sandbox, {
    keys: administratorKeys(lent.sandbox, 'vendor'),
    service: 'sts',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: ROLE_ARN,
      RoleSessionName: 'Test',
      ...input,
    }).toString(),
  });

test('a session has ten policies at most, and who sends six thousand holds nobody up', async () => {
  const arns = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `PolicyArns.member.${index + 1}.arn`,
        'arn:aws:iam::aws:policy/ReadOnlyAccess',
      ]),
    );
  const tooMany = await assume(arns(6000));
  expect(tooMany).toMatchObject({ status: 400, code: 'ValidationError' });
  expect(tooMany.text).toContain(
    'policyArns&apos; failed to satisfy constraint: Member must have length less than or equal to 10',
  );
  expect(await assume(arns(11))).toMatchObject({ status: 400, code: 'ValidationError' });
  expect(await assume(arns(10))).toMatchObject({ status: 200 });
});

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
test.each([
  ['900', 200, undefined],
  ['3600', 200, undefined],
  ['899', 400, 'ValidationError'],
  ['-900', 400, 'ValidationError'],
  ['43201', 400, 'ValidationError'],
  ['1e3', 400, 'MalformedInput'],
  ['0x384', 400, 'MalformedInput'],
  ['+900', 400, 'MalformedInput'],
  [' 900', 400, 'MalformedInput'],
  ['900.0', 400, 'MalformedInput'],
  ['99999999999', 400, 'MalformedInput'],
])('a session of "%s" seconds: %i', async (DurationSeconds, status, code) => {
  expect(await assume({ DurationSeconds })).toMatchObject({ status, code });
});

test('an inline policy has 2,048 characters at most', async () => {
  const policy = (length: number) => {
    const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
    return `${text.slice(0, -1)}${' '.repeat(length - text.length)}}`;
  };
  expect(await assume({ Policy: policy(2048) })).toMatchObject({ status: 200 });
  expect(await assume({ Policy: policy(2049) })).toMatchObject({ status: 400, code: 'ValidationError' });
});
