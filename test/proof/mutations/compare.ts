import type { JsonObject } from './cloudformation';
import { type Context, Decider, type Side, clausesOf } from './decide';
import { type Caller, conditionHolds } from './naive-policy';
import { canHappen, isARealCaller, kindOfAction, kindOfResource, kindOfValue } from './requests';
import { KEYS_OF_THE_CALLER, sampleActions, sampleValues } from './samples';

/** One hop before and after. A side that is missing allows nothing: the role, bucket or assignment is not there. */
export interface Question {
  readonly title: string;
  readonly callers: () => readonly { readonly before: Caller; readonly after: Caller }[];
  readonly resources: () => readonly string[];
  readonly before: Side | undefined;
  readonly after: Side | undefined;
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
  const sides = [question.before, question.after].filter((side) => side !== undefined);
  const sameSides = JSON.stringify(question.before) === JSON.stringify(question.after);
  if (sides.length === 0 || (sameSides && question.sameCallers !== false)) return [];

  const was = new Decider(question.before ?? NOTHING);
  const is = new Decider(question.after ?? NOTHING);
  const documents = sides.flatMap(documentsOf);
  const callers = alike(
    question
      .callers()
      .map(({ before, after }) => ({ before, was: was.caller(before), is: is.caller(after) })),
    ({ before, was, is }) => [
      was,
      is,
      before.principalArn === undefined || isARealCaller(before.principalArn),
    ],
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
  const contexts = sampleContexts(sides, documents).map((context) => ({
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
          const possible = canHappen({ callerArn: caller.before.principalArn, ...request });
          if (found.has(`${direction} ${possible}`)) continue;
          const witness = `${question.title}: ${caller.before.title} ${Object.values(request).map(readable).join(' ')}`;
          found.set(`${direction} ${possible}`, { direction, canHappen: possible, witness });
        }
  return [...found.values()];
}

const NOTHING: Side = { identity: [], resource: [], resourceKind: 'resource', owner: undefined };

function documentsOf(side: Side): JsonObject[] {
  return [
    ...(side.identity === 'everything' ? [] : side.identity),
    ...(side.boundary ? [side.boundary] : []),
    ...side.resource,
  ];
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
function sampleContexts(sides: readonly Side[], documents: readonly JsonObject[]): Context[] {
  const conditions = sides.flatMap(clausesOf).flatMap((clause) => clause.conditions);
  const keys = new Set(conditions.map((one) => one.key).filter((key) => !KEYS_OF_THE_CALLER.includes(key)));
  return [...keys].reduce<Context[]>(
    (all, key) => {
      const asked = conditions.filter((one) => one.key === key);
      const values = alike(sampleValues(key, documents), (value) => [
        asked.map((one) => conditionHolds(one, value)),
        kindOfValue(key, value),
      ]);
      return all.flatMap((context) => values.map((value) => ({ ...context, [key]: value })));
    },
    [{}],
  );
}

function readable(value: string | Context): string {
  return typeof value === 'string'
    ? value
    : JSON.stringify(value, (_, one: unknown) => (one === undefined ? null : one));
}
