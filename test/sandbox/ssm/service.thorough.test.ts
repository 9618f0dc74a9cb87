import { administratorKeys } from '../clients';
import { startWithLentRole, type LentRole } from '../lent-role';
import { sendRaw } from '../raw-request';

let lent: LentRole;

beforeAll(async () => (lent = await startWithLentRole()));
afterAll(() => lent.sandbox.stop());

// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
test.each([
  [{}, 400],
  [{ Names: [] }, 400],
  [{ Names: ['/a'] }, 200],
  [{ Names: Array.from({ length: 10 }, (_, index) => `/${index}`) }, 200],
  [{ Names: Array.from({ length: 11 }, (_, index) => `/${index}`) }, 400],
])('GetParameters takes one to ten names: %j is answered %i', async (input, status) => {
  const answer = await sendRaw(lent.sandbox, {
    keys: administratorKeys(lent.sandbox, 'company'),
    service: 'ssm',
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.GetParameters' },
    body: JSON.stringify(input),
  });
  expect(answer).toMatchObject({ status, code: status === 400 ? 'ValidationException' : undefined });
});
