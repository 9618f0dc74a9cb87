import type { Share } from '../../lib/share/share';
import { sayAccessReport as say } from '../../words/say';
import { inLanguage, type Language, language } from '../../words/speech';
import { parseJson } from '../iam/json';
import { type Child, type Html, inEach } from '../pages/html';
import { prove } from '../proof/prove';
import type { ProofReport } from '../proof/report/report';
import { verdictOf } from '../proof/report/report-of';
import type { VendorPromise } from '../proof/promise/vendor-promise';
import type { AccessInventory, FoundPolicy, Unjudged } from '../proof/templates/inventory';
import { spelledOutNames } from '../proof/templates/made-up-names';
import { matricesOf, type Matrix } from './matrix';

export const LANGUAGES = ['en', 'ja'] as const satisfies readonly Language[];

/** What a page holds to judge its documents again. Plain data. */
export interface Sealed {
  /** Without what is put into the bucket: that is nobody's who reads the page. */
  readonly share: Share;
  readonly found: Readonly<Record<Language, Found>>;
}

/** What the templates say, in one language. */
export interface Found extends Pick<ProofReport, 'failures' | 'refusals' | 'notProved'> {
  /**
   * Without what a deployment does: its files are not in the page, and what was found of them, when it was made, stands beside
   * this, with what was found of the vendor's half. Absent where nothing could be read.
   */
  readonly inventory?: AccessInventory;
}

/** What there is to know of an assembly, in the language that is spoken. */
export interface Known {
  /** Absent where the assembly could not be read, or is not of this share. */
  readonly inventory?: AccessInventory | undefined;
  /** The whole proof: of the assembly, its files, and the vendor's half. */
  readonly report: ProofReport;
}

/** What a page is made of. */
export function sealedOf({ company, vendors }: Share, know: () => Known): Sealed {
  const share = { company: { ...company, seedObjects: [] }, vendors };
  return { share, found: inEachLanguage(() => found(know(), share)) };
}

function found({ inventory, report }: Known, share: Share): Found {
  const { failures, refusals, notProved } = report;
  if (inventory === undefined) return { failures, refusals, notProved };
  const documents = withoutDeployment(inventory);
  const proved = prove(documents, share);
  const known = new Set([...proved.failures, ...proved.refusals].map((one) => JSON.stringify(one)));
  const isNew = (one: unknown) => !known.has(JSON.stringify(one));
  return {
    inventory: documents,
    failures: failures.filter(isNew),
    refusals: refusals.filter(isNew),
    notProved,
  };
}

function withoutDeployment({ deployment: _, ...documents }: AccessInventory): AccessInventory {
  return documents;
}

/** The parts of a proof that a page shows. */
export interface Judgement extends Pick<
  ProofReport,
  'verdict' | 'conditional' | 'failures' | 'refusals' | 'classes'
> {
  /** None where nothing was judged. Computed when it is asked for: the verdict need not wait for it. */
  readonly matrices: () => readonly Matrix[];
}

/** The new text of documents, by their path. */
export type Edits = Readonly<Record<string, string>>;

/**
 * Judges the documents as they are now, in the language that is spoken: in a browser as in Node, this is the whole proof.
 */
export function judge({ share, found }: Sealed, edits: Edits = {}): Judgement {
  const { inventory: made, failures, refusals } = found[language()];
  const nothing = { failures, refusals, classes: 0, matrices: () => [] };
  if (made === undefined) return { ...nothing, verdict: verdictOf(failures, refusals) };
  const { inventory, unreadable } = edited(made, edits);
  if (unreadable.length > 0)
    return { ...nothing, failures: [], refusals: unreadable, verdict: 'not decided' };
  const report = prove(inventory, share);
  const all = {
    failures: [...report.failures, ...failures],
    refusals: [...report.refusals, ...refusals],
  };
  let matrices: readonly Matrix[] | undefined;
  return {
    ...report,
    ...all,
    verdict: verdictOf(all.failures, all.refusals),
    matrices: () => (matrices ??= matricesOf(inventory, share)),
  };
}

/** Judges in both languages, of which the page shows one. */
export function judgedInEach(sealed: Sealed, edits: Edits = {}): (render: (one: Judgement) => Child) => Html {
  const judgements = inEachLanguage(() => judge(sealed, edits));
  return (render) => inEach(LANGUAGES, () => render(judgements[language()]), 'div');
}

export function inEachLanguage<T>(make: () => T): Readonly<Record<Language, T>> {
  return { en: inLanguage('en', make), ja: inLanguage('ja', make) };
}

/** What the templates would give with these documents; names that CloudFormation makes up are looked for anew. */
function edited(
  inventory: AccessInventory,
  edits: Edits,
): { inventory: AccessInventory; unreadable: Unjudged[] } {
  const unreadable: Unjudged[] = [];
  let result = inventory;
  for (const { path, policy } of documentsOf(inventory)) {
    const text = edits[path];
    if (text === undefined) continue;
    try {
      result = withDocument(result, path, parseJson(text));
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      unreadable.push({ what: say('notJson', { document: policy.name, problem }) });
    }
  }
  const before = new Set(spelledOutNames(inventory).map(({ what }) => what));
  const unjudged = [
    ...inventory.unjudged.filter(({ what }) => !before.has(what)),
    ...spelledOutNames(result),
  ];
  return { inventory: { ...result, unjudged }, unreadable };
}

/** A policy document of an inventory, and where in it it stands. */
export interface Document {
  /** `roles.0.trust`: the way to it, from the inventory on. */
  readonly path: string;
  readonly policy: FoundPolicy;
  /** Whose it is, 12 digits. */
  readonly account: string;
  /** It is one of the share itself: the permission set's, the role's, the bucket's, the key's. */
  readonly isOfShare: boolean;
}

/** Where policies stand, and by what of a promise those of the share are known. */
const PLACES = [
  ['permissionSets', 'name', 'permissionSetName'],
  ['roles', 'arn', 'roleArn'],
  ['buckets', 'name', 'bucketName'],
  ['resourcePolicies', 'arn', 'kmsKeyArn'],
  ['usersAndGroups', 'arn', 'roleArn'],
] as const;

interface Entry {
  readonly account: string;
  readonly name?: string;
  readonly arn?: string;
}

/** Those of the share first. */
export function documentsOf(inventory: AccessInventory, promises: readonly VendorPromise[] = []): Document[] {
  const all = PLACES.flatMap(([kind, by, promised]) => {
    const entries: readonly Entry[] = inventory[kind];
    return entries.flatMap((entry, index) => {
      const isOfShare = promises.some((promise) => promise[promised] === entry[by]);
      return policiesIn(entry, `${kind}.${index}`).map((one) => ({
        ...one,
        account: entry.account,
        isOfShare,
      }));
    });
  });
  return [...all.filter(({ isOfShare }) => isOfShare), ...all.filter(({ isOfShare }) => !isOfShare)];
}

/** Wherever something has a document, it is a policy. */
function policiesIn(place: unknown, path: string): Pick<Document, 'path' | 'policy'>[] {
  if (typeof place !== 'object' || place === null) return [];
  if ('document' in place) return [{ path, policy: place as FoundPolicy }];
  return Object.entries(place).flatMap(([step, value]) => policiesIn(value, `${path}.${step}`));
}

/** A copy in which one policy says something else. */
function withDocument(inventory: AccessInventory, path: string, document: unknown): AccessInventory {
  const copy = JSON.parse(JSON.stringify(inventory)) as AccessInventory;
  const steps = path.split('.');
  const policy = steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], copy);
  Object.assign(policy as FoundPolicy, { document });
  return copy;
}
