import { sayAccessReport as say } from '../../words/say';
import { listed } from '../../words/speech';
import { type Child, html, type Html } from '../pages/html';
import { type Kind, mark } from '../pages/parts';
import type { VendorPromise } from '../proof/promise/vendor-promise';
import { doubtsFrom } from '../proof/report/doubts';
import { failuresFrom } from '../proof/report/explain';
import { promiseInWords } from '../proof/report/words';
import type { Judgement } from './judge';
import { type Cell, type CellState, hasPeople, type Matrix, type RowId, stateOf } from './matrix';

/** Of an action, or `*` for everything else. */
const columnName = (column = '*') => say(`column.${column}` as 'column.*');

/** Of all others, `no`. */
const MARKS: Partial<Record<CellState, Kind>> = { can: 'yes', theirs: 'if', undecided: 'if' };

/** A table for each vendor whose role is there. */
export function tables({ matrices }: Judgement): Child {
  if (matrices().length === 0) return html`<p>${say('nothingRead')}</p>`;
  return matrices().map(
    (matrix, place) =>
      html`${matrices().length > 1 && html`<h3>${matrix.promise.vendorName}</h3>`}${table(matrix, place)}`,
  );
}

function table(matrix: Matrix, place: number): Html {
  const { promise, columns, rows } = matrix;
  const button = (cell: Cell, column: number): Html => {
    const state = stateOf(cell, matrix);
    return html`<td><button type="button" class="cell ${state}" data-cell="${place}.${cell.row}.${column}" aria-pressed="false"><span class="of">${columnName(columns[column])}</span><span class="is">${mark(MARKS[state] ?? 'no')}${say(`is.${state}`)}</span></button></td>`;
  };
  // Whoever has the paper cannot press a cell.
  const theirs = rows.flatMap(({ cells }) =>
    cells.map(
      (cell, column) => stateOf(cell, matrix) === 'theirs' && explained(matrix, cell, columns[column]),
    ),
  );
  return html`<div class="grid"><table>
<caption class="sr">${say('matrix')} ${promise.vendorName}</caption>
<thead><tr><th scope="col">${say('caller')}</th>${columns.map(
    (column) => html`<th scope="col">${columnName(column)}<code>${column}</code></th>`,
  )}</tr></thead>
<tbody>${rows.map(({ id, cells }) => {
    const [name, note] = rowWords(id, promise);
    return html`<tr><th scope="row">${name}<small>${note}</small></th>${cells.map(button)}</tr>`;
  })}</tbody>
</table></div>
<div class="small theirs">${theirs}</div>`;
}

/** Who it is about, and a note. */
function rowWords(id: RowId, promise: VendorPromise): readonly [name: string, note: string] {
  const { roleArn, permissionSetName: set, vendor, company } = promise;
  const ofVendor = say('rowPeopleNote', { accounts: listed(promise.accounts) });
  const arns: readonly string[] = Array.isArray(vendor.borrowers) ? vendor.borrowers : [];
  const names = listed(arns.map((arn) => arn.slice(arn.lastIndexOf(':') + 1)));
  switch (id) {
    case 'people':
      return [arns.length > 0 ? say('rowBorrowers', { names }) : say('rowPeople', { set }), ofVendor];
    case 'session': {
      const role = roleArn.slice(roleArn.lastIndexOf('/') + 1);
      return [say('rowSession', { role }), say('rowSessionNote', { account: company.account })];
    }
    case 'account':
      return [say(hasPeople(promise) ? 'rowAccount' : 'rowAnyAccount'), ofVendor];
    case 'others':
      return [say('rowOthers'), say('rowOthersNote')];
  }
}

/** The reason of one cell, by its key; nothing for a cell that is gone. */
export function reason({ matrices }: Judgement, key: string): Child {
  const [place, id, column] = key.split('.');
  const matrix = matrices()[Number(place)];
  const cell = matrix?.rows.find((row) => row.id === id)?.cells[Number(column)];
  return matrix && cell && explained(matrix, cell, matrix.columns[Number(column)]);
}

function explained(matrix: Matrix, cell: Cell, column: string | undefined): Html {
  const [who] = rowWords(cell.row, matrix.promise);
  return html`<p><b>${who} · ${columnName(column)}: ${say(`is.${stateOf(cell, matrix)}`)}</b></p>
${reasonOf(cell, matrix).map((sentence) => html`<p>${sentence}</p>`)}`;
}

/** Why a cell says what it says: sentences. */
function reasonOf(cell: Cell, matrix: Matrix): string[] {
  const { allowedBy, deniedBy, isImplicit, counterexamples } = cell;
  const statements = listed([...allowedBy]);
  switch (stateOf(cell, matrix)) {
    case 'can':
      return [say('canBecause', { statements }), ...conditions(cell, matrix)];
    case 'theirs':
      return [say('theirsBecause', { statements }), ...conditions(cell, matrix)];
    case 'cannot':
      if (deniedBy !== undefined && !isImplicit) return [say('cannotDenied', { statement: deniedBy })];
      return [nobodyAllows(cell)];
    case 'extra':
    case 'missing':
      return failuresFrom(counterexamples, 'outsiders').flatMap(({ headline, why }) => [headline, why]);
    case 'undecided': {
      const doubts = doubtsFrom(cell.doubts, ['outsiders'], { stack: '', logicalId: '' });
      const told = [...doubts, ...cell.findings].flatMap((one) =>
        one.kind === 'unjudged' ? [one.what] : [],
      );
      return told.length > 0 ? [...new Set(told)] : [say('unreadReason')];
    }
  }
}

/** Under which the promised requests are allowed. */
function conditions({ row }: Cell, { promise }: Matrix): string[] {
  const { externalId } = promise.vendor;
  const ofEntrance = externalId === undefined ? [] : [`sts:ExternalId = "${externalId}"`];
  const all = row === 'session' ? promiseInWords(promise).conditions : ofEntrance;
  return all.length === 0 ? [] : [say('onlyWith', { conditions: listed(all) })];
}

function nobodyAllows({ row, decidedBy }: Cell): string {
  const count = decidedBy.size;
  if (count === 0) return say('cannotNothing');
  const isOutside = row === 'account' || row === 'others';
  if (count > 2) return say(isOutside ? 'cannotOutsideMany' : 'cannotBecauseMany', { count });
  return say(isOutside ? 'cannotOutside' : 'cannotBecause', { policies: listed([...decidedBy], 'or') });
}
