// tools/access-report/judge.ts as the browser has it, against tools/proof/prove.ts
import { bases } from '../proof/mutations/bases';
import { triedEdits } from './edits';

test.each(bases())(
  'share "$title": every edit is judged as npm run prove judges the templates',
  async (base) => {
    const { wrong, verdicts } = await triedEdits(base);
    process.stdout.write(`${base.title}: ${verdicts.length} edits\n`);
    expect(wrong).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(300);
    expect(new Set(verdicts)).toEqual(new Set(['holds', 'broken', 'not decided']));
  },
  600_000,
);
