import { conditionTruth } from '../../naive/conditions';
import { type DecidingPolicies, NaiveEvaluator, clausesOf } from '../../naive/evaluator';
import { type JsonObject, isObject } from '../../naive/json';
import type { NaiveReading } from '../../naive/statements';
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
  type Organization,
  organizationsOf,
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
  /** What {@link Assumptions.weigh} says of the request. */
  readonly weight: string;
}

/** What is taken for granted while requests are tried. */
export interface Assumptions {
  /** How to take what a policy leaves open. */
  readonly reading: NaiveReading;
  /** The organization of one account. @default - every request may say of any caller that it is in any */
  readonly organization?: Organization;
  /** What a request means to whoever asks; differences of another weight are told beside each other. */
  readonly weigh?: (caller: Caller, action: string, resource: string, context: Request['context']) => string;
}

/** At most one difference per direction, possibility and weight: the first found. */
export function differences(
  question: Question,
  { reading, organization, weigh }: Assumptions = { reading: 'least' },
): Difference[] {
  const both = [question.before, question.after].filter((policies) => policies !== undefined);
  const samePolicies = JSON.stringify(question.before) === JSON.stringify(question.after);
  if (both.length === 0 || (samePolicies && question.sameCallers !== false)) return [];

  const keys = [...KEYS_OF_THE_CALLER, ...(organization ? ['aws:principalorgid'] : [])];
  const was = new NaiveEvaluator(question.before ?? NOTHING, keys, reading);
  const is = new NaiveEvaluator(question.after ?? NOTHING, keys, reading);
  const documents = both.flatMap(documentsOf);
  const callers = alike(
    question.callers().flatMap(({ before, after }) =>
      organizationsOf(before, organization).map((of) => ({
        before,
        arn: principalArnOf(before),
        was: was.caller(before, { ...valuesOfCaller(before), ...of }),
        is: is.caller(after, { ...valuesOfCaller(after), ...of }),
      })),
    ),
    ({ before, arn, was, is }) => [
      was,
      is,
      arn === undefined || isARealCaller(arn),
      weigh && (before.kind === 'service' ? before.service : before.kind),
    ],
  );
  const actions = alike(
    sampleActions(documents).map((action) => ({ action, was: was.action(action), is: is.action(action) })),
    ({ action, was, is }) => [was, is, kindOfAction(action), weigh && action],
  );
  const resources = alike(
    question
      .resources()
      .map((resource) => ({ resource, was: was.resource(resource), is: is.resource(resource) })),
    ({ resource, was, is }) => [was, is, kindOfResource(resource)],
  );
  const contexts = sampleContexts(both, documents, keys).map((context) => ({
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
          const possible = canHappen({ callerArn: caller.arn, callerKind: caller.before.kind, ...request });
          const weight = weigh?.(caller.before, request.action, request.resource, request.context) ?? '';
          if (found.has(`${direction} ${possible} ${weight}`)) continue;
          const witness = `${question.title}: ${caller.before.title} ${Object.values(request).map(readable).join(' ')}`;
          found.set(`${direction} ${possible} ${weight}`, {
            direction,
            canHappen: possible,
            witness,
            weight,
          });
        }
  return [...found.values()];
}

const SOMEBODY_ELSE = '444444444444';

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
  keysOfTheCaller: readonly string[],
): Request['context'][] {
  const conditions = both.flatMap(clausesOf).flatMap((clause) => clause.conditions);
  const keys = new Set(conditions.map((one) => one.key).filter((key) => !keysOfTheCaller.includes(key)));
  const owners = [...new Set(both.map(({ owner = SOMEBODY_ELSE }) => owner))];
  return [...keys].reduce<Request['context'][]>(
    (all, key) => {
      const asked = conditions.filter((one) => one.key === key);
      const values = alike(
        /:resourceaccount$/.test(key) ? [undefined, ...owners] : sampleValues(key, documents),
        (value) => [asked.map((one) => conditionTruth(one, value)), kindOfValue(key, value)],
      );
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
