import { administratorKeys } from '../../clients';
import { BUCKET, startWithLentRole, type LentRole } from '../../lent-role';
import { sendRaw } from '../../raw-request';

let lent: LentRole;

beforeAll(async () => (lent = await startWithLentRole()));
afterAll(() => lent.sandbox.stop());

const validate = (template: Record<string, string>) =>
  sendRaw(lent.sandbox, {
    keys: administratorKeys(lent.sandbox, 'company'),
    service: 'cloudformation',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      Action: 'CreateChangeSet',
      ChangeSetType: 'CREATE',
      StackName: 'S',
      ChangeSetName: 'C',
      ...template,
    }).toString(),
  });

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
test('a template in the request has 51,200 bytes at most', async () => {
  const template = '{"Resources":{"B":{"Type":"AWS::S3::Bucket"}}}';
  const padded = (length: number) => ({ TemplateBody: template + ' '.repeat(length - template.length) });
  expect(await validate(padded(51_200))).toMatchObject({ status: 200 });
  const tooLong = await validate(padded(51_201));
  expect(tooLong).toMatchObject({ status: 400, code: 'ValidationError' });
  expect(tooLong.text).toContain('Member must have length less than or equal to 51200');
});

test('an address that is not percent-encoded is an error of the client', async () => {
  const answer = await validate({ TemplateURL: `http://localhost/${BUCKET}/%zz` });
  expect(answer).toMatchObject({ status: 400 });
});
