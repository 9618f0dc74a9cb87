import { conditionTruth } from '../../naive/conditions';
import { type DecidingPolicies, NaiveEvaluator, clausesOf } from '../../naive/evaluator';
import { type JsonObject, isObject } from '../../naive/json';
import {
  type Request,
  canHappen,
  isARealCaller,
  kindOfAction,
  kindOfResource,
  kindOfValue,
} from './requests';
import {
  type Caller,
  KEYS_OF_THE_CALLER,
  principalArnOf,
  sampleActions,
  sampleValues,
  valuesOfCaller,
} from './samples';

/** One hop before and after. Policies that are missing allow nothing: the role, bucket or assignment is not there. */
export interface Question {
  readonly title: string;
  readonly callers: () => readonly { readonly before: Caller; readonly after: Caller }[];
  readonly resources: () => readonly string[];
  readonly before: DecidingPolicies | undefined;
  readonly after: DecidingPolicies | undefined;
  /** `false` where the caller's own name may have changed. */
  readonly sameCallers?: boolean;
}

export interface Difference {
  readonly direction: 'widened' | 'narrowed';
  /** Whether AWS could ever see such a request. */
  readonly canHappen: boolean;
  readonly witness: string;
}

/** At most one difference per direction and possibility: the first found. */
export function differences(question: Question): Difference[] {
  const both = [question.before, question.after].filter((policies) => policies !== undefined);
  const samePolicies = JSON.stringify(question.before) === JSON.stringify(question.after);
  if (both.length === 0 || (samePolicies && question.sameCallers !== false)) return [];

  const was = new NaiveEvaluator(question.before ?? NOTHING, KEYS_OF_THE_CALLER);
  const is = new NaiveEvaluator(question.after ?? NOTHING, KEYS_OF_THE_CALLER);
  const documents = both.flatMap(documentsOf);
  const callers = alike(
    question.callers().map(({ before, after }) => ({
      before,
      arn: principalArnOf(before),
      was: was.caller(before, valuesOfCaller(before)),
      is: is.caller(after, valuesOfCaller(after)),
    })),
    ({ arn, was, is }) => [was, is, arn === undefined || isARealCaller(arn)],
  );
  const actions = alike(
    sampleActions(documents).map((action) => ({ action, was: was.action(action), is: is.action(action) })),
    ({ action, was, is }) => [was, is, kindOfAction(action)],
  );
  const resources = alike(
    question
      .resources()
      .map((resource) => ({ resource, was: was.resource(resource), is: is.resource(resource) })),
    ({ resource, was, is }) => [was, is, kindOfResource(resource)],
  );
  const contexts = sampleContexts(both, documents).map((context) => ({
    context,
    was: was.context(context),
    is: is.context(context),
  }));

  const found = new Map<string, Difference>();
  for (const caller of callers)
    for (const action of actions)
      for (const resource of resources)
        for (const context of contexts) {
          const before = was.isAllowed(caller.was, action.was, resource.was, context.was);
          const after = is.isAllowed(caller.is, action.is, resource.is, context.is);
          if (before === after) continue;
          const direction = after ? 'widened' : 'narrowed';
          const request = { action: action.action, resource: resource.resource, context: context.context };
          const possible = canHappen({ callerArn: caller.arn, ...request });
          if (found.has(`${direction} ${possible}`)) continue;
          const witness = `${question.title}: ${caller.before.title} ${Object.values(request).map(readable).join(' ')}`;
          found.set(`${direction} ${possible}`, { direction, canHappen: possible, witness });
        }
  return [...found.values()];
}

const NOTHING: DecidingPolicies = { identity: [], resource: [], resourceKind: 'resource', owner: undefined };

function documentsOf({ identity, boundary, resource }: DecidingPolicies): JsonObject[] {
  return [identity, boundary, resource].flat().filter(isObject);
}

/** One of each kind: two values that answer every question in the same way would be decided in the same way. */
function alike<Value>(values: readonly Value[], answers: (value: Value) => readonly unknown[]): Value[] {
  const first = new Map<string, Value>();
  for (const value of values) {
    const signature = JSON.stringify(answers(value));
    if (!first.has(signature)) first.set(signature, value);
  }
  return [...first.values()];
}

/** Every combination of the values that matter, of every key that some statement asks for. */
function sampleContexts(
  both: readonly DecidingPolicies[],
  documents: readonly JsonObject[],
): Request['context'][] {
  const conditions = both.flatMap(clausesOf).flatMap((clause) => clause.conditions);
  const keys = new Set(conditions.map((one) => one.key).filter((key) => !KEYS_OF_THE_CALLER.includes(key)));
  return [...keys].reduce<Request['context'][]>(
    (all, key) => {
      const asked = conditions.filter((one) => one.key === key);
      const values = alike(sampleValues(key, documents), (value) => [
        asked.map((one) => conditionTruth(one, value)),
        kindOfValue(key, value),
      ]);
      return all.flatMap((context) => values.map((value) => ({ ...context, [key]: value })));
    },
    [{}],
  );
}

function readable(value: string | Request['context']): string {
  return typeof value === 'string'
    ? value
    : JSON.stringify(value, (_, one: unknown) => (one === undefined ? null : one));
}
