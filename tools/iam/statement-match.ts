import { resourceMatch } from './arn';
import { conditionOutcome, valuesOf } from './conditions';
import type { AccessRequest, Context } from './request';
import { matchesGlob } from './glob';
import type { Condition, PatternList, Statement } from './policy';
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
 * Principal, action, resource and every condition must match. What cannot be decided (see {@link resourceMatch} and
 * {@link conditionOutcome}) counts against access: it does not match in an Allow and matches in a Deny.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export function matchStatement(statement: Statement, request: AccessRequest): StatementMatch {
  const as = statement.principals ? strongestMatch(statement.principals, request) : 'direct';
  if (!as) return mismatch(0, () => 'principal');
  if (!actionMatches(statement.action, request.action)) return mismatch(1, () => 'action');
  if (!counts(resourceIsMeant(statement, request.resource), statement.effect))
    return mismatch(2, () => 'resource');
  const failing = statement.conditions.findIndex(
    (one) => !counts(conditionOutcome(one, request.context), statement.effect),
  );
  const condition = statement.conditions[failing];
  return condition ? mismatch(3 + failing, () => explain(condition, request.context)) : { applies: true, as };
}

/** Whether the statement would apply but for its conditions; surely or perhaps. */
export function isAbout(statement: Statement, request: AccessRequest): boolean {
  return (
    (!statement.principals || strongestMatch(statement.principals, request) !== undefined) &&
    actionMatches(statement.action, request.action) &&
    resourceIsMeant(statement, request.resource) !== false
  );
}

export function actionMatches(list: PatternList, action: string): boolean {
  return listMatches(list, (pattern) => matchesGlob(pattern, action, { ignoreCase: true }));
}

/** `Resource` or `NotResource`; a trust policy has neither, and is about its role. */
function resourceIsMeant({ resource: list }: Statement, resource: string): boolean | 'undecided' {
  if (!list) return true;
  const answers = list.patterns.map((pattern) => resourceMatch(pattern, resource));
  if (answers.includes(true)) return !list.negated;
  return answers.includes('undecided') ? 'undecided' : list.negated;
}

function listMatches(list: PatternList, matches: (pattern: string) => boolean): boolean {
  return list.patterns.some(matches) !== list.negated;
}

/** The most powerful of the ways in which the statement names the caller. */
function strongestMatch(
  principals: NonNullable<Statement['principals']>,
  { caller }: AccessRequest,
): PrincipalMatch | undefined {
  const found = principals.map((pattern) => principalMatch(pattern, caller));
  return (['direct', 'role', 'account'] as const).find((match) => found.includes(match));
}

function counts(matches: boolean | 'undecided', effect: Statement['effect']): boolean {
  return matches === 'undecided' ? effect === 'Deny' : matches;
}

function mismatch(depth: number, because: () => string): StatementMatch {
  return { applies: false, mismatch: { depth, because } };
}

function explain({ operator, ifExists, key, values }: Condition, context: Context): string {
  const given = valuesOf(context, key);
  const name = `${operator}${ifExists ? 'IfExists' : ''}`;
  return `condition ${name} ${key}: wanted ${quoted(values, ' or ')}, got ${quoted(given, ' and ')}`;
}

function quoted(values: readonly string[], joint: string): string {
  return values.length === 0 ? 'nothing' : values.map((value) => JSON.stringify(value)).join(joint);
}
