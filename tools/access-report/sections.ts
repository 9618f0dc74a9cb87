import { say } from '../../words/access-report/say';
import { say as sayProof } from '../../words/proof/say';
import { language, listed } from '../../words/speech';
import type { VendorPromise } from '../proof/promise/vendor-promise';
import type { DeterminingPart, Failure } from '../proof/report/report';
import type { Unjudged } from '../proof/templates/inventory';
import type { Judgement, Verdict } from './judge';
import type { Cell, CellState, Matrix } from './matrix';
import { type RowId, hasPeople } from './questions';
import { reasonOf } from './reasons';
import { type Element, h, inEach, mark, type Node } from './tree';

/** What changes when a document is edited: the same elements in the file and in the browser. */

const MARKS = { holds: 'yes', broken: 'no', 'not decided': 'if' } as const;

export function verdictBox({ verdicts }: Judgement): Element {
  const { verdict } = verdicts.en;
  return h(
    'div',
    { class: `verdict ${MARKS[verdict]}` },
    mark(MARKS[verdict]),
    h(
      'h2',
      {},
      inEach(() => heading(verdicts[language()])),
    ),
    h(
      'p',
      {},
      inEach(() => below(verdicts[language()])),
    ),
  );
}

/** In one line. */
export function verdictLine({ verdicts }: Judgement): Node {
  return [mark(MARKS[verdicts.en.verdict]), inEach(() => heading(verdicts[language()]))];
}

export function heading({ verdict, conditional, failures }: Verdict): string {
  if (verdict === 'broken') return say('brokenHeading', { count: failures.length });
  if (verdict === 'not decided') return say('undecidedHeading');
  if (!conditional) return say('holdsHeading');
  const { boundary, mustAllow } = conditional;
  return sayProof('holdsIf', {
    boundary: boundary.slice(boundary.lastIndexOf('/') + 1),
    actions: listed(mustAllow),
  });
}

function below({ verdict, failures, refusals, classes }: Verdict): string {
  if (verdict === 'holds') return say('holdsText', { count: classes });
  const undecided = say('undecidedText', { count: refusals.length });
  if (verdict === 'not decided') return undecided;
  return failures.length > 0 && refusals.length > 0 ? `${say('brokenText')} ${undecided}` : say('brokenText');
}

/** Who, does what, allowed by, promised, change; and what is not judged. Nothing where there is nothing. */
export function problems({ verdicts }: Judgement): Node {
  const { failures, refusals } = verdicts.en;
  const both = <T>(of: (verdict: Verdict) => readonly T[], index: number, render: (one: T) => Node): Node =>
    inEach(() => {
      const one = of(verdicts[language()])[index];
      return one === undefined ? undefined : render(one);
    });
  return [
    failures.length > 0 &&
      h(
        'section',
        { class: 'counter', 'aria-labelledby': 'h-counter' },
        h(
          'h2',
          { id: 'h-counter' },
          inEach(() => say('counterexamples')),
        ),
        failures.map((_, index) => [
          h(
            'h3',
            {},
            both(
              (one) => one.failures,
              index,
              ({ headline }) => headline,
            ),
          ),
          both((one) => one.failures, index, failureList),
        ]),
      ),
    refusals.length > 0 &&
      h(
        'section',
        { class: 'counter unjudged', 'aria-labelledby': 'h-unjudged' },
        h(
          'h2',
          { id: 'h-unjudged' },
          inEach(() => say('undecided')),
        ),
        h(
          'ul',
          {},
          refusals.map((_, index) =>
            h(
              'li',
              {},
              both((one) => one.refusals, index, unjudged),
            ),
          ),
        ),
      ),
  ];
}

function unjudged({ what, origin }: Unjudged): string {
  return origin ? sayProof('itemAt', { what, place: `${origin.stack}, ${origin.logicalId}` }) : what;
}

const BLAMED = { missing: 'labelDeniedBy', extra: 'labelAllowedBy', setting: 'labelFoundIn' } as const;

function failureList({ kind, witness, blame, why, change }: Failure): Node {
  const context = Object.entries(witness?.context ?? {}).map(([key, value]) =>
    value === null ? sayProof('keyNotSent', { key }) : sayProof('keySent', { key, value }),
  );
  const rows: readonly (readonly [string, string])[] = [
    ...(witness
      ? ([
          [sayProof('labelCaller'), witness.caller],
          [
            sayProof('labelAction'),
            witness.actionIsReal ? witness.action : sayProof('unknownAction', { action: witness.action }),
          ],
          [sayProof('labelResource'), witness.resource],
          ...context.map((one) => [sayProof('labelContext'), one] as const),
        ] as const)
      : []),
    ...blame.map((one) => [sayProof(BLAMED[kind]), blamed(one)] as const),
    [sayProof('labelReason'), why],
    [sayProof('labelChange'), change],
  ];
  return h(
    'span',
    { class: 'rows', role: 'list' },
    rows.map(([name, text]) =>
      h('span', { role: 'listitem' }, h('span', { class: 'quiet' }, `${name}`), ' ', h('span', {}, text)),
    ),
  );
}

function blamed({ policy, statement, origin, matches }: DeterminingPart): string {
  const place = sayProof('placeInStack', { stack: origin.stack, logicalId: origin.logicalId });
  if (policy === 'setting') return sayProof('partOfSetting', { matches, place });
  return sayProof('partOfPolicy', { policy, statement, matches, place });
}

const COLUMNS = {
  'sts:AssumeRole': 'columnAssume',
  's3:ListBucket': 'columnListBucket',
  's3:GetObject': 'columnGetObject',
  's3:ListBucketVersions': 'columnVersions',
  's3:GetBucketLocation': 'columnLocation',
  's3:GetObjectVersion': 'columnVersion',
  's3:GetObjectTagging': 'columnTags',
  's3:GetObjectVersionTagging': 'columnVersionTags',
  'kms:Decrypt': 'columnDecrypt',
  '*': 'columnRest',
} as const;

const STATES = {
  can: ['yes', 'can'],
  cannot: ['no', 'cannot'],
  theirs: ['if', 'theirs'],
  extra: ['no', 'extra'],
  missing: ['no', 'missing'],
  undecided: ['if', 'undecidedCell'],
} as const satisfies Readonly<Record<CellState, readonly ['yes' | 'no' | 'if', string]>>;

/** A table for each vendor whose role is there. */
export function tables(judgement: Judgement): Node {
  const matrices = judgement.matrices();
  if (matrices.length === 0)
    return h(
      'p',
      {},
      inEach(() => say('nothingRead')),
    );
  return matrices.map((matrix, index) => [
    matrices.length > 1 && h('h3', {}, matrix.promise.vendorName),
    table(matrix, index),
  ]);
}

function table({ promise, columns, rows }: Matrix, place: number): Element {
  const columnName = (column: string) => say(COLUMNS[column as keyof typeof COLUMNS]);
  return h(
    'div',
    { class: 'grid' },
    h(
      'table',
      {},
      h(
        'caption',
        { class: 'sr' },
        inEach(() => say('matrix')),
        ` ${promise.vendorName}`,
      ),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h(
            'th',
            { scope: 'col' },
            inEach(() => say('caller')),
          ),
          columns.map((column) =>
            h(
              'th',
              { scope: 'col' },
              inEach(() => columnName(column)),
              h('code', {}, column),
            ),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(({ id, cells }) =>
          h(
            'tr',
            {},
            h(
              'th',
              { scope: 'row' },
              inEach(() => rowName(id, promise)),
              h(
                'small',
                {},
                inEach(() => rowNote(id, promise)),
              ),
            ),
            cells.map((cell, column) =>
              h(
                'td',
                {},
                cellButton(cell.state, `${place}.${id}.${column}`, () => columnName(columns[column] ?? '*')),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function cellButton(state: CellState, key: string, column: () => string): Element {
  const [kind, word] = STATES[state];
  return h(
    'button',
    { type: 'button', class: `cell ${state}`, 'data-cell': key, 'aria-pressed': 'false' },
    h('span', { class: 'of' }, inEach(column)),
    h(
      'span',
      { class: 'is' },
      mark(kind),
      inEach(() => say(word)),
    ),
  );
}

function rowName(id: RowId, promise: VendorPromise): string {
  const { roleArn, permissionSetName, vendor } = promise;
  switch (id) {
    case 'people':
      return Array.isArray(vendor.borrowers)
        ? say('rowBorrowers', {
            names: listed(vendor.borrowers.map((arn: string) => arn.slice(arn.lastIndexOf(':') + 1))),
          })
        : say('rowPeople', { set: permissionSetName });
    case 'session':
      return say('rowSession', { role: roleArn.slice(roleArn.lastIndexOf('/') + 1) });
    case 'account':
      return say(hasPeople(promise) ? 'rowAccount' : 'rowAnyAccount');
    case 'others':
      return say('rowOthers');
  }
}

function rowNote(id: RowId, { accounts, company }: VendorPromise): string {
  switch (id) {
    case 'people':
    case 'account':
      return say('rowPeopleNote', { accounts: listed(accounts) });
    case 'session':
      return say('rowSessionNote', { account: company.account });
    case 'others':
      return say('rowOthersNote');
  }
}

/** The reason of one cell, by its key; nothing for a cell that is gone. */
export function reason({ matrices }: Judgement, key: string): Node {
  const [place, id, column] = key.split('.');
  const matrix = matrices()[Number(place)];
  const cell: Cell | undefined = matrix?.rows.find((row) => row.id === id)?.cells[Number(column)];
  if (matrix === undefined || cell === undefined) return undefined;
  const [, word] = STATES[cell.state];
  return [
    h(
      'p',
      {},
      h(
        'b',
        {},
        inEach(() => [
          rowName(cell.row, matrix.promise),
          ' · ',
          say(COLUMNS[(matrix.columns[Number(column)] ?? '*') as keyof typeof COLUMNS]),
          ': ',
          say(word),
        ]),
      ),
    ),
    inEach(() => reasonOf(cell, matrix).map((sentence) => h('span', { class: 'sentence' }, sentence))),
  ];
}
