import type { AccessRequest, Decision, PoliciesInForce } from '../../iam/request';
import { decide } from '../../iam/evaluate';
import type { Condition, Policy, Statement } from '../../iam/policy';
import { isAbout } from '../../iam/statement-match';
import { CALLER_KEYS, type CallerClass } from './caller-classes';
import { keyClasses, type KeyValue } from './condition-classes';
import { ANY, arnLanguage, globLanguage, type Language, language, many, one } from './language';
import type { Answer, PromisedAccess } from './promised-access';
import { type StringClass, stringClasses } from './string-classes';
import { TooLargeError } from './too-large';
import { readableActions } from './real-actions';

/** One question to be answered for every request there could be: do these policies do what was promised? */
export interface PolicyUnderProof {
  /** For messages: `trust policy of VendorAccessRole`. */
  readonly what: string;
  /** Computed only when it is examined, since it may hit a bound of the proof. */
  readonly callers: () => readonly CallerClass[];
  /** Every policy that may have a say. */
  readonly policies: readonly Policy[];
  /** Those that are in force for a resource. Depends on it only through {@link resourceLines}. */
  readonly inForce: (resource: string) => PoliciesInForce;
  readonly resourceLines?: readonly Language[];
  /**
   * Policies of which one must have an Allow for anything to be allowed: all of them for an identity's own access,
   * the resource's for a caller whose own account is assumed to allow everything.
   */
  readonly mustAllow: readonly Policy[];
  /**
   * An ARN.
   * @default - every resource there could be
   */
  readonly resource?: string;
  /** Readable witnesses. */
  readonly readableResources?: readonly string[];
  readonly accountOf: (resource: string) => string;
  readonly promise: PromisedAccess;
}

export interface Examination {
  readonly classes: number;
  /** Every class in which the outcome is not the promised one. */
  readonly counterexamples: readonly Counterexample[];
}

export interface Counterexample {
  readonly request: AccessRequest;
  readonly decision: Decision;
  readonly answer: Answer;
  /** Keys that were told apart in this request's class. */
  readonly keys: readonly string[];
}

/** Classes per policy under proof before giving up. The shipped templates need some hundreds. */
export const MAX_CLASSES = 200_000;

/**
 * Decides one request of every class.
 *
 * Actions and resources are divided by all patterns of the policies. Condition keys are divided only where they can
 * make a difference: in a cell of caller, action and resource they are those of the statements that apply there, and
 * the promise's own if it depends on any. A statement that does not match the caller, action or resource of a cell
 * says nothing in it, whatever its conditions.
 *
 * @throws TooLargeError or MixedComparisonsError
 */
export function examine(underProof: PolicyUnderProof): Examination {
  const callers = underProof.callers();
  const statements = underProof.policies.flatMap((policy) => policy.statements);
  const keyValues = lazyKeyClasses(statements, underProof.promise);
  const actions = actionClasses(statements, underProof.promise);
  const resources = resourceClasses(statements, underProof);
  let classes = 0;
  const counterexamples: Counterexample[] = [];
  for (const { caller, context: callerContext } of callers) {
    for (const action of actions) {
      for (const resourceClass of resources) {
        const resource = fitting(resourceClass, action);
        const cell = { caller, action, resource, resourceAccount: underProof.accountOf(resource) };
        const keys = keysThatMatter(underProof, { ...cell, context: callerContext });
        for (const context of contexts(
          keys.map((key) => [key, keyValues(key)] as const),
          callerContext,
          underProof.what,
        )) {
          if (++classes > MAX_CLASSES)
            throw tooMany(`requests to ${underProof.what}`, patternsIn(statements));
          const request = { ...cell, context };
          const decision = decide(request, underProof.inForce(resource));
          const answer = underProof.promise.answer(request);
          if (answer.says !== 'either' && decision.allowed !== (answer.says === 'allowed')) {
            counterexamples.push({ request, decision, answer, keys });
          }
        }
      }
    }
  }
  return { classes, counterexamples };
}

/** Every AWS action is `service:Name`. */
const ACTIONS = language('*:*', [
  one(ANY),
  many(ANY),
  ...globLanguage(':').sequences.flat(),
  one(ANY),
  many(ANY),
]);

function actionClasses(statements: readonly Statement[], promise: PromisedAccess): string[] {
  const patterns = [...promise.actions, ...statements.flatMap(({ action }) => action.patterns)];
  const questions = [...new Set(patterns)].map((pattern) => globLanguage(pattern, true));
  const readable = [...promise.actions, ...readableActions()];
  return stringClasses({ what: 'the action', universe: { all: ACTIONS }, questions, readable }).map(
    ({ witness }) => witness,
  );
}

const RESOURCES = language('*', [one(ANY), many(ANY)]);

function resourceClasses(statements: readonly Statement[], underProof: PolicyUnderProof): StringClass[] {
  const { promise, readableResources = [], resourceLines = [] } = underProof;
  if (underProof.resource !== undefined) return [{ witness: underProof.resource, answers: [], readable: [] }];
  const patterns = new Set(statements.flatMap(({ resource }) => resource?.patterns ?? []));
  // `*` covers everything, so it tells nothing apart.
  const questions = [...patterns].filter((pattern) => pattern !== '*').map(arnLanguage);
  return stringClasses({
    what: 'the resource',
    universe: { all: RESOURCES },
    questions: [...promise.resources, ...resourceLines, ...questions],
    readable: [...readableResources, ...[...patterns].map(exampleOf)],
  });
}

/** Of the readable resources of a class, one that the action's service has. All of a class are answered alike. */
function fitting({ witness, readable }: StringClass, action: string): string {
  return readable.find((resource) => fitsService(action, resource)) ?? witness;
}

/** `s3:GetObject` on an S3 resource, `sts:AssumeRole` on a role. */
export function fitsService(action: string, resource: string): boolean {
  const [service = ''] = action.toLowerCase().split(':');
  return resource.startsWith(service === 'sts' ? 'arn:aws:iam:' : `arn:aws:${service}:`);
}

function exampleOf(pattern: string): string {
  return pattern.replaceAll('*', 'example').replaceAll('?', 'x');
}

function lazyKeyClasses(
  statements: readonly Statement[],
  promise: PromisedAccess,
): (key: string) => KeyValue[] {
  const conditions = statements.flatMap((statement) => statement.conditions);
  const known = new Map<string, KeyValue[]>();
  return (key) => {
    const values = known.get(key) ?? keyClasses(key, on(key, conditions), promise.lines[key]);
    known.set(key, values);
    return values;
  };
}

function on(key: string, conditions: readonly Condition[]): Condition[] {
  return conditions.filter((condition) => condition.key === key);
}

/** Undecided by the caller, and looked at by a statement that applies or by the promise. */
function keysThatMatter(underProof: PolicyUnderProof, cell: AccessRequest): string[] {
  const answer = underProof.promise.answer(cell);
  const hopeless = answer.says === 'denied' && answer.because.part !== 'condition';
  const applying = underProof.policies.flatMap((policy) =>
    policy.statements.filter((one) => isAbout(one, cell)),
  );
  const mayAllow = underProof.mustAllow.some((policy) =>
    policy.statements.some((one) => one.effect === 'Allow' && applying.includes(one)),
  );
  if (hopeless && !mayAllow) return [];
  const keys = applying.flatMap(({ conditions }) => conditions.map(({ key }) => key));
  const promised = hopeless ? [] : Object.keys(underProof.promise.lines);
  return [...new Set([...keys, ...promised])].filter((key) => !CALLER_KEYS.some((known) => known === key));
}

function contexts(
  keys: readonly (readonly [string, readonly KeyValue[]])[],
  base: AccessRequest['context'],
  what: string,
): AccessRequest['context'][] {
  const size = keys.reduce((product, [, values]) => product * values.length, 1);
  if (size > MAX_CLASSES)
    throw tooMany(
      what,
      keys.map(([key]) => key),
    );
  return keys.reduce<AccessRequest['context'][]>(
    (all, [key, values]) =>
      all.flatMap((context) =>
        values.map((value) => (value === undefined ? context : { ...context, [key]: value })),
      ),
    [base],
  );
}

function tooMany(what: string, patterns: readonly string[]): TooLargeError {
  return new TooLargeError(what, patterns, `${MAX_CLASSES} classes`);
}

function patternsIn(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ action, resource }) => [...action.patterns, ...(resource?.patterns ?? [])]);
}
