import type { Share } from '../../lib/share/share';
import { say } from '../../words/access-report/say';
import { inLanguage, type Language } from '../../words/speech';
import { parseJson } from '../iam/json';
import { prove } from '../proof/prove';
import type { Failure, ProofReport } from '../proof/report/report';
import type { AccessInventory, Unjudged } from '../proof/templates/inventory';
import { spelledOutNames } from '../proof/templates/made-up-names';
import { type Document, documentName, documentsOf, withDocument, withNames } from './documents';
import { matricesOf, type Matrix } from './matrix';

export const LANGUAGES = ['en', 'ja'] as const satisfies readonly Language[];

/** What a page holds to judge its documents again. Plain data. */
export interface Sealed {
  /** Without what is put into the bucket: that is nobody's who reads the page. */
  readonly share: Share;
  /** Without what a deployment does: its files are not in the page. Absent where nothing could be read. */
  readonly inventory?: AccessInventory;
  /** What was found of the deployment, of the files, and of the vendor's half, when the page was made. */
  readonly besides: Readonly<Record<Language, Besides>>;
}

export interface Besides {
  readonly failures: readonly Failure[];
  readonly refusals: readonly Unjudged[];
}

/** The parts of a proof that a page shows. */
export type Verdict = Pick<ProofReport, 'verdict' | 'conditional' | 'failures' | 'refusals' | 'classes'>;

export interface Judgement {
  readonly verdicts: Readonly<Record<Language, Verdict>>;
  /** None where nothing was judged. Computed when it is asked for: the verdict need not wait for it. */
  readonly matrices: () => readonly Matrix[];
}

/** The new text of documents, by their path. */
export type Edits = Readonly<Record<string, string>>;

/** Judges the documents as they are now: in a browser as in Node, this is the whole proof, and its words in each language. */
export function judge(sealed: Sealed, edits: Edits = {}): Judgement {
  const { share, besides } = sealed;
  if (sealed.inventory === undefined) {
    return {
      verdicts: inEachLanguage((one) => withVerdict({ ...besides[one], classes: 0 })),
      matrices: () => [],
    };
  }
  const { inventory, unreadable } = edited(sealed.inventory, edits);
  let plain: Verdict | undefined;
  const verdicts = inEachLanguage((language): Verdict => {
    if (plain !== undefined) return plain;
    const { failures, refusals } = besides[language];
    if (unreadable.length > 0) {
      const unread = unreadable.map(({ document, problem }) => ({
        what: say('notJson', { document: documentName(document), problem }),
      }));
      return { verdict: 'not decided', failures: [], refusals: unread, classes: 0 };
    }
    const report = prove(withNames(inventory), share);
    const verdict = withVerdict({
      ...report,
      failures: [...report.failures, ...failures],
      refusals: [...report.refusals, ...refusals],
    });
    // Nothing in it is said in a language.
    if (verdict.verdict === 'holds') plain = verdict;
    return verdict;
  });
  let matrices: readonly Matrix[] | undefined;
  return {
    verdicts,
    matrices: () => (matrices ??= unreadable.length > 0 ? [] : matricesOf(inventory, share)),
  };
}

function inEachLanguage<T>(render: (language: Language) => T): Record<Language, T> {
  return { en: inLanguage('en', () => render('en')), ja: inLanguage('ja', () => render('ja')) };
}

function withVerdict(verdict: Omit<Verdict, 'verdict'>): Verdict {
  const { failures, refusals } = verdict;
  return {
    ...verdict,
    verdict: failures.length > 0 ? 'broken' : refusals.length > 0 ? 'not decided' : 'holds',
  };
}

interface Unreadable {
  readonly document: Document;
  readonly problem: string;
}

/** What the templates would give with these documents; names that CloudFormation makes up are looked for anew. */
function edited(
  inventory: AccessInventory,
  edits: Edits,
): { inventory: AccessInventory; unreadable: Unreadable[] } {
  const unreadable: Unreadable[] = [];
  let result = inventory;
  for (const one of documentsOf(inventory, [])) {
    const { path } = one;
    const text = edits[path];
    if (text === undefined) continue;
    try {
      result = withDocument(result, path, parseJson(text));
    } catch (error) {
      unreadable.push({ document: one, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  const before = new Set(spelledOutNames(inventory).map(({ what }) => what));
  const unjudged = [
    ...inventory.unjudged.filter(({ what }) => !before.has(what)),
    ...spelledOutNames(result),
  ];
  return { inventory: { ...result, unjudged }, unreadable };
}
