// tools/access-report/judge.ts as the browser has it, against tools/proof/prove.ts; the other edits: edits.thorough.test.ts
import { bases } from '../proof/mutations/bases';
import { triedEdits } from './edits';

test('some edits in the page are judged as npm run prove judges the templates', async () => {
  const { wrong, verdicts } = await triedEdits(bases()[0] as ReturnType<typeof bases>[number], 60);
  expect(wrong).toEqual([]);
  expect(new Set(verdicts).size).toBeGreaterThan(1);
});
