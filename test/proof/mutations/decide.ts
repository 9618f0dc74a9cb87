import type { JsonObject } from './cloudformation';
import {
  type Caller,
  type DocumentKind,
  type SingleCondition,
  conditionHolds,
  conditionsOf,
  matchAction,
  matchPrincipal,
  matchResource,
  statementsOf,
} from './naive-policy';
import { KEYS_OF_THE_CALLER, valueOfCaller } from './samples';

/** The policies that decide one hop. */
export interface Side {
  /** `everything`: the worst case, an account that lets its own people do anything. */
  readonly identity: 'everything' | readonly JsonObject[];
  readonly boundary?: JsonObject;
  readonly resource: readonly JsonObject[];
  readonly resourceKind: 'resource' | 'trust';
  /** `undefined`: somebody else's, of which nothing is known but that its owner allows everything. */
  readonly owner: string | undefined;
}

export interface Clause {
  readonly statement: JsonObject;
  readonly kind: DocumentKind;
  readonly of: 'identity' | 'boundary' | 'resource';
  readonly conditions: readonly SingleCondition[];
}

export function clausesOf(side: Side): Clause[] {
  const read = (document: JsonObject, kind: DocumentKind, of: Clause['of']) =>
    statementsOf(document).map((statement) => ({ statement, kind, of, conditions: conditionsOf(statement) }));
  return [
    ...(side.identity === 'everything' ? [] : side.identity).flatMap((document) =>
      read(document, 'identity', 'identity'),
    ),
    ...(side.boundary ? read(side.boundary, 'identity', 'boundary') : []),
    ...side.resource.flatMap((document) => read(document, side.resourceKind, 'resource')),
  ];
}

/** Condition keys in lower case; `undefined` for a key that the request lacks. */
export type Context = Readonly<Record<string, string | undefined>>;

/** One bit per clause: those that a caller, an action, a resource or a context satisfies. */
export class Decider {
  private readonly clauses: readonly Clause[];
  private readonly denied: Record<Clause['of'], number>;
  private readonly allowed: Record<Clause['of'], number>;

  constructor(private readonly side: Side) {
    this.clauses = clausesOf(side);
    if (this.clauses.length > 31) throw new Error('too many statements for one number');
    const with_ = (effect: string, of: Clause['of']) =>
      this.bits((clause) => clause.of === of && clause.statement['Effect'] === effect);
    const each = (effect: string) => ({
      identity: with_(effect, 'identity'),
      boundary: with_(effect, 'boundary'),
      resource: with_(effect, 'resource'),
    });
    this.denied = each('Deny');
    this.allowed = each('Allow');
  }

  private bits(holds: (clause: Clause) => boolean): number {
    return this.clauses.reduce((sum, clause, index) => (holds(clause) ? sum | (1 << index) : sum), 0);
  }

  caller(caller: Caller): CallerBits {
    const own = (one: SingleCondition) =>
      !KEYS_OF_THE_CALLER.includes(one.key) || conditionHolds(one, valueOfCaller(one.key, caller));
    return {
      account: caller.account,
      conditions: this.bits((clause) => clause.conditions.every(own)),
      named: this.bits(
        (clause) => clause.of !== 'resource' || matchPrincipal(clause.statement, caller) !== 'no',
      ),
      directly: this.bits(
        (clause) => clause.of === 'resource' && matchPrincipal(clause.statement, caller) === 'directly',
      ),
    };
  }

  action(action: string): number {
    return this.bits(({ statement }) => matchAction(statement, action));
  }

  resource(resource: string): number {
    return this.bits(({ statement, kind }) => matchResource(statement, resource, kind));
  }

  context(context: Context): number {
    return this.bits(({ conditions }) =>
      conditions.every(
        (one) => KEYS_OF_THE_CALLER.includes(one.key) || conditionHolds(one, context[one.key]),
      ),
    );
  }

  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
  isAllowed(caller: CallerBits, action: number, resource: number, context: number): boolean {
    const applies = caller.conditions & caller.named & action & resource & context;
    if ((applies & (this.denied.identity | this.denied.boundary | this.denied.resource)) !== 0) return false;
    const byIdentity = this.side.identity === 'everything' || (applies & this.allowed.identity) !== 0;
    const withinBoundary = this.side.boundary === undefined || (applies & this.allowed.boundary) !== 0;
    const byResource = (applies & this.allowed.resource) !== 0;
    const directly = (applies & this.allowed.resource & caller.directly) !== 0;
    const { owner, resourceKind } = this.side;
    if (owner === undefined) return byIdentity && withinBoundary;
    if (caller.account === undefined) return directly;
    if (!withinBoundary) return false;
    if (caller.account !== owner) return byIdentity && byResource;
    // Inside one account either policy is enough, but for a role's trust, which must name the caller or its account.
    return directly || (byIdentity && (resourceKind === 'resource' || byResource));
  }
}

export interface CallerBits {
  readonly account: string | undefined;
  /** Clauses whose conditions about the caller hold. */
  readonly conditions: number;
  readonly named: number;
  readonly directly: number;
}

/** One request, for the tests of the oracle itself. */
export function isAllowed(
  side: Side,
  request: { caller: Caller; action: string; resource: string; context: Context },
): boolean {
  const decider = new Decider(side);
  return decider.isAllowed(
    decider.caller(request.caller),
    decider.action(request.action),
    decider.resource(request.resource),
    decider.context(request.context),
  );
}
