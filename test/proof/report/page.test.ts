// tools/proof/report/page.ts and tools/proof/report/report-of.ts
import { proofPage } from '../../../tools/proof/report/page';
import { reportOf } from '../../../tools/proof/report/report-of';
import { cannotJudge } from '../../../tools/proof/report/finding';

test('a claim that hangs on what cannot be judged is shown as not judged, and the others are not', () => {
  const findings = [cannotJudge('a policy with a condition of its own', undefined, ['borrowers'])];
  const report = reportOf(findings, [], { notProved: [] }, 0);
  expect(report.verdict).toBe('not decided');
  expect(report.claims.map(({ id, result }) => [id, result])).toEqual([
    ['outsiders', 'holds'],
    ['borrowers', 'unknown'],
    ['permission-set', 'holds'],
    ['it-works', 'holds'],
  ]);
  const page = proofPage(report, { color: false, width: 200 });
  const marks = page.split('\n').flatMap((line) => /^ {2}([✔✘?]) /.exec(line)?.[1] ?? []);
  expect(marks.slice(0, 4)).toEqual(['✔', '?', '✔', '✔']);
  expect(page).toMatch(/^Not decided: 1 item is outside what the proof understands\./);
});
