import { type Edits, judge, type Sealed } from '../../tools/access-report/judge';
import { problems, verdictBox } from '../../tools/access-report/sections';
import { tables } from '../../tools/access-report/tables';

/** Everything that a page shows is made, in both languages; whoever asks is told the verdict. */
Object.assign(globalThis, {
  ask: (json: string) => {
    const [sealed, edits] = JSON.parse(json) as [Sealed, Edits];
    const judgement = judge(sealed, edits);
    for (const render of [verdictBox, problems, tables]) JSON.stringify(render(judgement));
    return judgement.verdicts.en.verdict;
  },
});
