import { isAmongActions } from './action-patterns';
import { resourceMatches } from './resource-pattern';
import { conditionOutcome, valuesOf } from './conditions';
import { operatorInFull } from './denial-words';
import { every, not, type Outcome } from './outcome';
import type { AccessRequest, Context, Reading } from './request';
import type { Condition, Statement, Unmodelled } from './policy';
import { principalMatch, type PrincipalMatch } from './principals';

/**
 * Does a statement apply to a request? If so, how it names the caller (`direct` too where there is no Principal);
 * if not, the first thing that does not match.
 */
export type StatementMatch =
  | { readonly applies: true; readonly as: PrincipalMatch }
  | { readonly applies: false; readonly mismatch: Mismatch };

export interface Mismatch {
  /** How far the comparison got: principal 0, action 1, resource 2, conditions from 3. */
  readonly depth: number;
  /** As in NearMiss.because; put into words only when somebody asks. */
  readonly because: () => string;
}

/**
 * Principal, action, resource and every condition must match. What cannot be decided counts as the reading says: with
 * `least` access it does not match in an Allow and matches in a Deny, with `most` access the reverse.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export function matchStatement(
  statement: Statement,
  request: AccessRequest,
  reading: Reading,
): StatementMatch {
  const counts = (outcome: Outcome): boolean =>
    outcome === 'undecided' ? (statement.effect === 'Allow') === (reading === 'most') : outcome;
  const { as, outcome } = principalOutcome(statement, request);
  if (!counts(outcome)) return mismatch(0, () => 'principal');
  if (!counts(actionOutcome(statement, request.action))) return mismatch(1, () => 'action');
  if (!counts(resourceOutcome(statement, request))) return mismatch(2, () => 'resource');
  const failing = statement.conditions.findIndex((one) => !counts(conditionOutcome(one, request.context)));
  const condition = statement.conditions[failing];
  if (condition) return mismatch(3 + failing, () => explain(condition, request.context));
  const [strange] = unmodelled(statement, 'condition');
  if (strange && !counts('undecided')) return mismatch(3 + statement.conditions.length, () => strange.what);
  return { applies: true, as };
}

/** What a statement says about a request by itself, whatever its effect. */
export function statementOutcome(statement: Statement, request: AccessRequest): Outcome {
  return every<() => Outcome>(
    [
      () => principalOutcome(statement, request).outcome,
      () => actionOutcome(statement, request.action),
      () => resourceOutcome(statement, request),
      () => every(statement.conditions, (one) => conditionOutcome(one, request.context)),
      () => (unmodelled(statement, 'condition').length > 0 ? 'undecided' : true),
    ],
    (part) => part(),
  );
}

/** Whether the statement would apply but for its conditions; surely or perhaps. */
export function isAbout(statement: Statement, request: AccessRequest): boolean {
  return (
    principalOutcome(statement, request).outcome !== false &&
    actionOutcome(statement, request.action) !== false &&
    resourceOutcome(statement, request) !== false
  );
}

export function actionOutcome(statement: Statement, action: string): Outcome {
  if (unmodelled(statement, 'action').length > 0) return 'undecided';
  return isAmongActions(statement.action, action) !== statement.action.negated;
}

/** `Resource` or `NotResource`; a trust policy has neither, and is about its role. */
export function resourceOutcome(
  { resource: list }: Statement,
  { resource, context }: Pick<AccessRequest, 'resource' | 'context'>,
): Outcome {
  if (!list) return true;
  const matches = resourceMatches(list, resource, context);
  return list.negated ? not(matches) : matches;
}

function principalOutcome(
  statement: Statement,
  request: AccessRequest,
): { readonly as: PrincipalMatch; readonly outcome: Outcome } {
  if (!statement.principals) return { as: 'direct', outcome: true };
  const as = strongestMatch(statement.principals, request);
  if (as) return { as, outcome: true };
  // Whom it names is not known, so it may be this caller by the most powerful name.
  return { as: 'direct', outcome: unmodelled(statement, 'principal').length > 0 ? 'undecided' : false };
}

const unmodelled = (statement: Statement, part: Unmodelled['part']): readonly Unmodelled[] =>
  statement.unmodelled?.filter(
    (one) => one.part === part || (one.part === 'everything' && part === 'condition'),
  ) ?? [];

/** The most powerful of the ways in which the statement names the caller. */
function strongestMatch(
  principals: NonNullable<Statement['principals']>,
  { caller }: AccessRequest,
): PrincipalMatch | undefined {
  const found = principals.map((pattern) => principalMatch(pattern, caller));
  return (['direct', 'role', 'account'] as const).find((match) => found.includes(match));
}

function mismatch(depth: number, because: () => string): StatementMatch {
  return { applies: false, mismatch: { depth, because } };
}

function explain(condition: Condition, context: Context): string {
  const { key, values } = condition;
  const given = valuesOf(context, key);
  return `condition ${operatorInFull(condition)} ${key}: wanted ${quoted(values, ' or ')}, got ${quoted(given, ' and ')}`;
}

function quoted(values: readonly string[], joint: string): string {
  return values.length === 0 ? 'nothing' : values.map((value) => JSON.stringify(value)).join(joint);
}
