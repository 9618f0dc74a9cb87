import { say } from '../../words/access-report/say';
import { listed } from '../../words/speech';
import type { VendorPromise } from '../proof/promise/vendor-promise';
import type { Judgement } from './judge';
import type { Cell, CellState, Matrix } from './matrix';
import { hasPeople, type RowId } from './questions';
import { reasonOf } from './reasons';
import { type Element, h, inEach, mark, type Node } from './tree';

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
