import { type Edits, judge, judgedInEach, type Sealed } from '../../tools/access-report/judge';
import { problems, verdictBox } from '../../tools/access-report/verdict';
import { tables } from '../../tools/access-report/tables';

/** Whoever asks is told the verdict; `shows`: everything that a page shows is made first, in both languages. */
Object.assign(globalThis, {
  ask: (json: string) => {
    const [sealed, edits, shows] = JSON.parse(json) as [Sealed, Edits, boolean];
    if (shows) {
      const judged = judgedInEach(sealed, edits);
      for (const render of [verdictBox, problems, tables]) JSON.stringify(judged(render));
    }
    return judge(sealed, edits).verdict;
  },
});
