import { type Edits, judge, judgedInEach, type Sealed } from '../../tools/access-report/judge';
import { problems, verdictBox } from '../../tools/access-report/verdict';
import { tables } from '../../tools/access-report/tables';

/** Everything that a page shows is made, in both languages; whoever asks is told the verdict. */
Object.assign(globalThis, {
  ask: (json: string) => {
    const [sealed, edits] = JSON.parse(json) as [Sealed, Edits];
    const judged = judgedInEach(sealed, edits);
    for (const render of [verdictBox, problems, tables]) JSON.stringify(judged(render));
    return judge(sealed, edits).verdict;
  },
});
