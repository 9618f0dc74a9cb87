import type { Share } from '../../lib/share/share';
import { sayAccessReport as say } from '../../words/say';
import { statementLabel } from '../iam/denial-words';
import { decide } from '../iam/evaluate';
import type { AccessRequest, Caller, DeterminingStatement } from '../iam/request';
import { underBoundary } from '../proof/claims/boundary';
import { MixedComparisonsError } from '../proof/classes/condition-classes';
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
import type { AccessInventory, RoleEntry } from '../proof/templates/inventory';

import { useOf } from '../proof/claims/borrowers';
import { closingOf, doorsIn } from '../proof/claims/doors';
import { entranceOf } from '../proof/claims/outsiders';
import { askingOf, isPromisedSet } from '../proof/claims/permission-set';
import type { Reading } from '../proof/claims/read-policy';
import { accountLanguage } from '../proof/classes/principal-arns';
import { exactly } from '../proof/promise/answers';
import { identityOf, isSessionOf } from '../proof/promise/entrance';

/**
 * What all requests of a cell come to. `can`, `cannot`: as promised, for every request. `theirs`: the company's side allows it,
 * and the vendor's administrators decide. `extra`: something more than was promised. `missing`: something less.
 * `undecided`: something is not understood.
 */
export type CellState = 'can' | 'cannot' | 'theirs' | 'extra' | 'missing' | 'undecided';

/** What the proof found out about one cell, in the language that was spoken. */
export class Cell {
  /** Some of its requests are promised. */
  isPromised = false;
  /** Statements that allow what was promised. */
  readonly allowedBy = new Set<string>();
  /** Policies of which one would have to allow what was not promised. */
  readonly decidedBy = new Set<string>();
  /** A Deny without which something would be allowed that was not promised. */
  deniedBy: string | undefined;
  /** Nothing allows some request of it that was not promised. */
  isImplicit = false;
  readonly counterexamples: Counterexample[] = [];
  readonly doubts: Doubt[] = [];
  readonly findings: Finding[] = [];

  /** @param isUnread something that has a say in it is not understood */
  constructor(
    readonly row: RowId,
    public isUnread: boolean,
  ) {}
}

export interface Matrix {
  readonly promise: VendorPromise;
  /** `sts:AssumeRole`, the promised actions, and `*` for everything else. */
  readonly columns: readonly string[];
  /** A cell for each column. */
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
  const ids: RowId[] = [...(hasPeople(promise) ? ['people' as const] : []), 'session', 'account', 'others'];
  const isUnread = inventory.unjudged.length > 0;
  const rows = ids.map((id) => ({ id, cells: columns.map(() => new Cell(id, isUnread)) }));
  const columnOf = ({ action, resource }: AccessRequest): number => {
    const column = columns.findIndex((one) => one.toLowerCase() === action.toLowerCase());
    const isElsewhere = column === 0 && resource !== role.arn;
    return column === -1 || isElsewhere ? columns.length - 1 : column;
  };
  for (const question of questionsOf(scene)) {
    const asked = rows.filter(({ id }) => question.rows.includes(id));
    const cellOf = (request: AccessRequest) => {
      const row = rowOf(promise, request.caller);
      return asked.find(({ id }) => id === row)?.cells[columnOf(request)];
    };
    if (question.value !== undefined && isExamined(question.value, cellOf)) continue;
    for (const cell of asked.flatMap(({ cells }) => cells)) {
      cell.isUnread = true;
      cell.findings.push(...question.findings);
    }
  }
  return { promise, columns, rows };
}

/** Whether every class could be decided; what comes of each is noted in its cell. */
function isExamined(
  underProof: PolicyUnderProof,
  cellOf: (request: AccessRequest) => Cell | undefined,
): boolean {
  const { promise } = underProof;
  const answer: typeof promise.answer = (request) => {
    const promised = promise.answer(request);
    const cell = cellOf(request);
    if (cell && promised.says !== 'either') note(cell, request, promised.says === 'allowed', underProof);
    return promised;
  };
  try {
    const { counterexamples, doubts } = examine({ ...underProof, promise: { ...promise, answer } });
    for (const one of counterexamples) cellOf(one.request)?.counterexamples.push(one);
    for (const one of doubts) cellOf(one.request)?.doubts.push(one);
    return true;
  } catch (error) {
    if (!(error instanceof TooLargeError) && !(error instanceof MixedComparisonsError)) throw error;
    return false;
  }
}

/** Why it is as it was promised. */
function note(
  cell: Cell,
  request: AccessRequest,
  isPromised: boolean,
  { inForce, mustAllow }: PolicyUnderProof,
): void {
  if (isPromised) cell.isPromised = true;
  else for (const { name } of mustAllow) cell.decidedBy.add(name);
  if (!isPromised && cell.isImplicit) return; // it is known why
  const decision = decide(request, inForce(request.resource, request.resourceAccount), 'least');
  if (decision.allowed) {
    if (isPromised)
      for (const by of decision.by) if (originOf(by.policy)) cell.allowedBy.add(statementOf(by));
  } else if (decision.denial.kind === 'implicit') cell.isImplicit = true;
  else cell.deniedBy = statementOf(decision.denial.by);
}

function statementOf({ policy, statement }: DeterminingStatement): string {
  return say('statementOf', { statement: statementLabel(statement), policy: policy.name });
}

export function stateOf(cell: Cell, { promise }: Matrix): CellState {
  const { row, counterexamples, doubts } = cell;
  if (counterexamples.some(({ decision }) => decision.allowed)) return 'extra';
  if (cell.isUnread || doubts.length > 0) return 'undecided';
  if (counterexamples.length > 0) return 'missing';
  if (!cell.isPromised) return 'cannot';
  return row === 'session' || (row === 'people' && promise.identityCenter) ? 'can' : 'theirs';
}

/** Who may ask: the people whom the vendor's half is for, a session of the role, everybody else at the vendor, and the rest of the world. */
export type RowId = 'people' | 'session' | 'account' | 'others';

/** A question to the proof whose classes fall into the cells of some rows. */
export interface Question extends Reading<PolicyUnderProof> {
  readonly rows: readonly RowId[];
}

/** What the table of one vendor is about. */
export interface Scene {
  readonly promise: VendorPromise;
  /** All vendors'. */
  readonly promises: readonly VendorPromise[];
  readonly inventory: AccessInventory;
  readonly role: RoleEntry;
  /** An account that nobody speaks of. */
  readonly stranger: string;
}

/** Some people are meant by name or by permission set, not the vendor's whole account. */
export function hasPeople({ identityCenter, vendor }: VendorPromise): boolean {
  return identityCenter !== undefined || (vendor.borrowers !== undefined && vendor.borrowers !== 'account');
}

/**
 * The questions of the claims themselves, with lines drawn around every row and column of the table, so that no class of
 * requests lies in two cells.
 */
export function questionsOf({ promise, promises, inventory, role, stranger }: Scene): Question[] {
  const { company, identityCenter, asking, use, entrance, bucketName } = promise;
  const actions = ['sts:AssumeRole', ...use.actions];
  const callers = [...entrance.callers, accountLanguage(company.account)];
  const lined: VendorPromise = {
    ...promise,
    asking: { ...asking, actions },
    use: { ...use, actions, resources: [...use.resources, exactly(role.arn)] },
    entrance: { ...entrance, callers },
  };
  const bucket = inventory.buckets.find((one) => one.name === bucketName && one.account === role.account);
  const set = inventory.permissionSets.find((one) => isPromisedSet(one, promise));
  const named = hasPeople(promise) ? (['people'] as const) : [];
  const closing = doorsIn(inventory, promises, bucket).map((door): Question => {
    const { value, findings } = closingOf({ company, promises, stranger }, door, callers);
    return {
      // What people can do elsewhere with a permission set has been asked of the set.
      rows: [...(identityCenter ? [] : named), 'account', 'others'],
      findings,
      ...(value && { value: { ...value, promise: { ...value.promise, actions } } }),
    };
  });
  return [
    ...(identityCenter ? [{ rows: ['people'] as const, ...askingOf(lined, set, stranger) }] : []),
    { rows: ['session'], ...useOf(lined, role, bucket, inventory.resourcePolicies, stranger) },
    { rows: [...named, 'account', 'others'], ...entranceOf(lined, role, stranger) },
    ...closing,
  ];
}

/** Undefined for the company's own people. */
export function rowOf(promise: VendorPromise, caller: Caller): RowId | undefined {
  const { company, accounts, roleArn, permissionSetName, vendor } = promise;
  if (!('account' in caller)) return 'others';
  if (identityOf(caller) === roleArn) return 'session';
  if (caller.account === company.account) return undefined;
  if (!accounts.includes(caller.account)) return 'others';
  const isMeant = Array.isArray(vendor.borrowers)
    ? vendor.borrowers.includes(identityOf(caller))
    : hasPeople(promise) && isSessionOf(caller, caller.account, permissionSetName);
  return isMeant ? 'people' : 'account';
}
