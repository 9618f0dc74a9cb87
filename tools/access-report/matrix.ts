import type { Share } from '../../lib/share/share';
import { decide } from '../iam/evaluate';
import type { AccessRequest, DeterminingStatement } from '../iam/request';
import { underBoundary } from '../proof/claims/boundary';
import { MixedComparisonsError } from '../proof/classes/condition-classes';
import type { Answer } from '../proof/classes/promised-access';
import {
  type Counterexample,
  type Doubt,
  examine,
  type PolicyUnderProof,
} from '../proof/classes/request-classes';
import { TooLargeError } from '../proof/classes/too-large';
import { promisedActions } from '../proof/promise/use';
import type { VendorPromise } from '../proof/promise/vendor-promise';
import type { Finding } from '../proof/report/finding';
import { originOf } from '../proof/report/explain';
import { accountOfNobody, promisesOf } from '../proof/prove';
import type { AccessInventory } from '../proof/templates/inventory';
import { documentName, documentsOf } from './documents';
import { hasPeople, type Question, questionsOf, type RowId, type Scene } from './questions';

/**
 * What all requests of a cell come to. `can`, `cannot`: as promised, for every request. `theirs`: the company's side allows it,
 * and the vendor's administrators decide. `extra`: something more than was promised. `missing`: something less.
 * `undecided`: something is not understood.
 */
export type CellState = 'can' | 'cannot' | 'theirs' | 'extra' | 'missing' | 'undecided';

/** What the proof found out about one cell: plain facts, of which the page makes sentences. */
export interface Cell {
  readonly state: CellState;
  readonly row: RowId;
  /** Statements that allow what was promised. */
  readonly allowedBy: readonly DeterminingStatement[];
  /** Names of the policies of which none allows it. */
  readonly decidedBy: readonly string[];
  /** A Deny without which it would be allowed. */
  readonly deniedBy?: DeterminingStatement;
  readonly counterexamples: readonly Counterexample[];
  readonly doubts: readonly Doubt[];
  readonly findings: readonly Finding[];
}

export interface Matrix {
  readonly promise: VendorPromise;
  /** What a person calls a policy, by the name that it has in the cells; in the language that is spoken. */
  readonly nameOf: (policy: string) => string;
  /** `sts:AssumeRole`, the promised actions, and `*` for everything else. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: RowId; readonly cells: readonly Cell[] }[];
}

/** Who can do what, for each vendor whose role is there: every request there could be falls into one cell. */
export function matricesOf(found: AccessInventory, share: Share): Matrix[] {
  const { inventory } = underBoundary(found, share.company);
  const promises = promisesOf(share, inventory);
  const stranger = accountOfNobody(inventory, share);
  return promises.flatMap((promise) => {
    const role = inventory.roles.find(({ arn }) => arn === promise.roleArn);
    return role ? [matrixOf({ promise, promises, inventory, role, stranger })] : [];
  });
}

function matrixOf(scene: Scene): Matrix {
  const { promise, inventory, role } = scene;
  const { listing, ofBucket, reading } = promisedActions(promise.vendor);
  const key = promise.kmsKeyArn === undefined ? [] : ['kms:Decrypt'];
  const columns = ['sts:AssumeRole', ...listing, ...ofBucket, ...reading, ...key, '*'];
  const columnOf = ({ action, resource }: AccessRequest): string => {
    if (action === 'sts:AssumeRole') return resource === role.arn ? action : '*';
    return columns.find((column) => column.toLowerCase() === action.toLowerCase()) ?? '*';
  };
  const rows: RowId[] = [
    ...(hasPeople(promise) ? (['people'] as const) : []),
    'session',
    'account',
    'others',
  ];
  const open = new Map(rows.map((row) => [row, new Map(columns.map((column) => [column, emptyCell()]))]));
  for (const question of questionsOf(scene))
    ask(question, (row, request) => open.get(row)?.get(columnOf(request)), open);
  const nothingCertain = inventory.unjudged.length > 0;
  const documents = new Map(documentsOf(inventory, []).map((one) => [one.policy.name, one]));
  return {
    promise,
    nameOf: (policy) => {
      const document = documents.get(policy);
      return document ? documentName(document) : policy;
    },
    columns,
    rows: rows.map((row) => ({
      id: row,
      cells: [...(open.get(row)?.values() ?? [])].map((cell) => closed(cell, row, promise, nothingCertain)),
    })),
  };
}

/** A cell that is being filled. */
interface OpenCell {
  promised: boolean;
  readonly allowedBy: Map<unknown, DeterminingStatement>;
  readonly decidedBy: Set<string>;
  isImplicit: boolean;
  deniedBy?: DeterminingStatement;
  readonly counterexamples: Counterexample[];
  readonly doubts: Doubt[];
  readonly findings: Finding[];
  isUnread: boolean;
}

function emptyCell(): OpenCell {
  return {
    promised: false,
    allowedBy: new Map(),
    decidedBy: new Set(),
    isImplicit: false,
    counterexamples: [],
    doubts: [],
    findings: [],
    isUnread: false,
  };
}

function ask(
  { rows, rowOf, underProof, findings, decidedBy }: Question,
  cellAt: (row: RowId, request: AccessRequest) => OpenCell | undefined,
  open: ReadonlyMap<RowId, ReadonlyMap<string, OpenCell>>,
): void {
  const all = rows.flatMap((row) => [...(open.get(row)?.values() ?? [])]);
  if (underProof === undefined) {
    for (const cell of all) {
      cell.isUnread = true;
      cell.findings.push(...findings);
    }
    return;
  }
  const cellOf = (request: AccessRequest) => {
    const row = rowOf(request.caller);
    return row && cellAt(row, request);
  };
  try {
    const { counterexamples, doubts } = examine(watched(underProof, decidedBy, cellOf));
    for (const one of counterexamples) cellOf(one.request)?.counterexamples.push(one);
    for (const one of doubts) cellOf(one.request)?.doubts.push(one);
  } catch (error) {
    if (!(error instanceof TooLargeError) && !(error instanceof MixedComparisonsError)) throw error;
    for (const cell of all) cell.isUnread = true;
  }
}

/** The same question; what it is asked is noted in the cell that it belongs to. */
function watched(
  underProof: PolicyUnderProof,
  decidedBy: readonly string[],
  cellOf: (request: AccessRequest) => OpenCell | undefined,
): PolicyUnderProof {
  const { promise, inForce } = underProof;
  const answer = (request: AccessRequest): Answer => {
    const promised = promise.answer(request);
    const cell = cellOf(request);
    if (cell && promised.says !== 'either') {
      if (promised.says === 'allowed') cell.promised = true;
      else for (const name of decidedBy) cell.decidedBy.add(name);
      if (promised.says !== 'allowed' && cell.isImplicit) return promised; // it is known why
      const decision = decide(request, inForce(request.resource, request.resourceAccount), 'least');
      if (decision.allowed) {
        if (promised.says !== 'allowed') return promised;
        for (const by of decision.by) if (originOf(by.policy)) cell.allowedBy.set(by.statement, by);
      } else if (decision.denial.kind === 'implicit') cell.isImplicit = true;
      else cell.deniedBy = decision.denial.by;
    }
    return promised;
  };
  return { ...underProof, promise: { ...promise, answer } };
}

function closed(cell: OpenCell, row: RowId, promise: VendorPromise, nothingCertain: boolean): Cell {
  const { counterexamples, doubts, findings, deniedBy, isImplicit } = cell;
  const plain = {
    row,
    allowedBy: [...cell.allowedBy.values()],
    decidedBy: [...cell.decidedBy],
    ...(deniedBy && !isImplicit && { deniedBy }),
    counterexamples,
    doubts,
    findings,
  };
  const state = (): CellState => {
    if (counterexamples.some(({ decision }) => decision.allowed)) return 'extra';
    if (cell.isUnread || nothingCertain || doubts.length > 0) return 'undecided';
    if (counterexamples.length > 0) return 'missing';
    if (!cell.promised) return 'cannot';
    return row === 'session' || (row === 'people' && promise.identityCenter) ? 'can' : 'theirs';
  };
  return { ...plain, state: state() };
}
