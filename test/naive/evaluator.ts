/**
 * A second opinion: IAM's rules written again, from AWS's pages alone, the slow and obvious way. It shares no code
 * and no types with tools/, works on policy documents as they are deployed, and uses regular expressions and bit
 * strings where tools/iam walks and counts. It checks nothing: give it only documents that AWS would take.
 *
 * tools/iam is compared with it (test/iam), and it decides what the oracle of the mutations asks
 * (test/proof/mutations): what AWS's pages say case by case in test/iam/cases holds for both.
 *
 * Where AWS does not say, it follows the reading that tools/iam documents: a request value that the operator cannot
 * read, or several values for one key, neither allow anything nor lift a Deny.
 */
import { type Condition, type Context, conditionTruth, conditionsOf } from './conditions';
import type { JsonObject } from './json';
import {
  type FederatedCaller,
  type NaiveCaller,
  type Naming,
  matchesAction,
  matchesResource,
  namings,
  statementsOf,
} from './statements';

/** One request, decided. */
export function naiveDecide(request: NaiveRequest, policies: NaivePolicies): boolean {
  const { resource, ...others } = withAccounts(policies, request.context);
  const evaluator = new NaiveEvaluator({
    ...others,
    resource: resource === undefined ? [] : [resource.document],
    resourceKind: resource?.kind ?? 'resource',
    owner: request.resourceAccount,
  });
  return evaluator.isAllowed(
    evaluator.caller(request.caller),
    evaluator.action(request.action),
    evaluator.resource(request.resource),
    evaluator.context(request.context),
  );
}

/** The two policy variables that are known, written over with their values. */
function withAccounts(policies: NaivePolicies, context: NaiveRequest['context']): NaivePolicies {
  const text = JSON.stringify(policies).replace(/\$\{aws:(Principal|Resource)Account\}/gi, (variable, of) =>
    String(context[`aws:${String(of).toLowerCase()}account`] ?? variable),
  );
  return JSON.parse(text) as NaivePolicies;
}

export interface NaiveRequest {
  readonly caller: NaiveCaller | FederatedCaller;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  /** Lower-case keys. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

/** Documents as JSON values. */
export interface NaivePolicies {
  readonly identity: readonly unknown[];
  readonly boundary?: unknown;
  readonly session?: readonly unknown[];
  readonly resource?: { readonly document: unknown; readonly kind: 'resource' | 'trust' };
}

/** The policies that decide, with the worst case where somebody else's are not known. */
export interface DecidingPolicies {
  /** `everything`: an account that lets its own people do anything. */
  readonly identity: 'everything' | readonly unknown[];
  readonly boundary?: unknown;
  readonly session?: readonly unknown[];
  /** `everything`: an owner who lets everybody do anything. */
  readonly resource: 'everything' | readonly unknown[];
  readonly resourceKind: 'resource' | 'trust';
  /** The account of the resource; `undefined`: somebody else's than any caller's. */
  readonly owner: string | undefined;
}

/** A statement with its place among the policies. */
export interface Clause {
  readonly statement: JsonObject;
  readonly of: PolicyPlace;
  readonly conditions: readonly Condition[];
}

type PolicyPlace = 'identity' | 'boundary' | 'session' | 'resource';

export function clausesOf(policies: DecidingPolicies): Clause[] {
  const { identity, boundary, session = [], resource } = policies;
  const read = (documents: 'everything' | readonly unknown[], of: PolicyPlace) =>
    (documents === 'everything' ? [] : documents)
      .flatMap(statementsOf)
      .map((statement) => ({ statement, of, conditions: conditionsOf(statement) }));
  return [
    ...read(identity, 'identity'),
    ...read(boundary === undefined ? [] : [boundary], 'boundary'),
    ...read(session, 'session'),
    ...read(resource, 'resource'),
  ];
}

/**
 * Decides in two steps, so that whoever combines many callers, actions, resources and contexts matches each of them
 * once: what each of them satisfies, as one bit per clause, and then the rules over those bits.
 */
export class NaiveEvaluator {
  private readonly clauses: readonly Clause[];
  private readonly denying: number;
  private readonly allowing: Readonly<Record<PolicyPlace, number>>;

  /** `keysOfCaller`: condition keys, in lower case, whose value comes with the caller and not with the context. */
  constructor(
    private readonly policies: DecidingPolicies,
    private readonly keysOfCaller: readonly string[] = [],
  ) {
    this.clauses = clausesOf(policies);
    if (this.clauses.length > 31) throw new Error('too many statements for one number');
    const allowing = (of: PolicyPlace) =>
      this.bits((clause) => clause.of === of && clause.statement['Effect'] === 'Allow');
    this.denying = this.bits((clause) => clause.statement['Effect'] === 'Deny');
    this.allowing = {
      identity: allowing('identity'),
      boundary: allowing('boundary'),
      session: allowing('session'),
      resource: allowing('resource'),
    };
  }

  private bits(holds: (clause: Clause) => boolean): number {
    return this.clauses.reduce((sum, clause, index) => (holds(clause) ? sum | (1 << index) : sum), 0);
  }

  caller(caller: NaiveCaller | FederatedCaller, keys: Context = {}): CallerAnswers {
    const isRoot = caller.kind === 'root';
    const named = (...ways: readonly Naming[]) =>
      this.bits(
        ({ statement, of }) =>
          of === 'resource' && namings(statement, caller).some((way) => ways.includes(way)),
      );
    // Root users have no policies of their own, no boundary and no session.
    const own = this.bits(({ of }) => of !== 'resource' && !isRoot);
    return {
      ...('account' in caller && { account: caller.account }),
      isRoot,
      isAnonymous: caller.kind === 'anonymous',
      clauses:
        (own | named('anyone', 'its account', 'its role', 'itself')) &
        this.satisfied(keys, (key) => this.keysOfCaller.includes(key)),
      directly: named('anyone', 'itself'),
      byItsRole: named('its role'),
    };
  }

  action(action: string): ActionAnswers {
    const name = action.toLowerCase();
    return {
      clauses: this.bits(({ statement }) => matchesAction(statement, action)),
      isFree: name === 'sts:getcalleridentity',
      entersRole: ['sts:assumerole', 'sts:tagsession', 'sts:setsourceidentity'].includes(name),
    };
  }

  resource(resource: string): ResourceAnswers {
    return {
      clauses: this.bits(({ statement }) => matchesResource(statement, resource)),
      isKey: /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(resource),
    };
  }

  context(context: Context): number {
    return this.satisfied(context, (key) => !this.keysOfCaller.includes(key));
  }

  private satisfied(context: Context, asks: (key: string) => boolean): number {
    return this.bits(({ statement, conditions }) =>
      conditions.every((condition) => {
        if (!asks(condition.key)) return true;
        return conditionTruth(condition, context[condition.key]) ?? statement['Effect'] === 'Deny';
      }),
    );
  }

  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
  isAllowed(
    caller: CallerAnswers,
    action: ActionAnswers,
    resource: ResourceAnswers,
    context: number,
  ): boolean {
    if (action.isFree && !caller.isAnonymous) return true;
    const applying = caller.clauses & action.clauses & resource.clauses & context;
    if ((applying & this.denying) !== 0) return false;

    const { identity, boundary, session, resource: ofResource, resourceKind, owner } = this.policies;
    const limited =
      !caller.isRoot &&
      ((boundary !== undefined && (applying & this.allowing.boundary) === 0) ||
        (session !== undefined && (applying & this.allowing.session) === 0));
    const byIdentity =
      caller.isRoot || identity === 'everything' || (applying & this.allowing.identity) !== 0;
    const byResource = ofResource === 'everything' || (applying & this.allowing.resource) !== 0;
    const entersRole = resourceKind === 'trust' || action.entersRole;

    // Services, federated users and strangers without credentials: nobody's policies but the resource's.
    if (caller.account === undefined) return byResource;
    if (caller.isRoot && entersRole) return false;
    const byOwnAccount = byIdentity && !limited;
    if (caller.account !== owner) return byOwnAccount && byResource;
    if ((applying & this.allowing.resource & caller.directly) !== 0) return true;
    if ((applying & this.allowing.resource & caller.byItsRole) !== 0 && !limited) return true;
    // Inside one account either policy is enough, but for a role or a key, whose own policy must name the account.
    return entersRole || resource.isKey ? byOwnAccount && byResource : byOwnAccount;
  }
}

/** What decides about a caller, and nothing that does not: two callers with the same answers are decided alike. */
export interface CallerAnswers {
  /** Absent: no account speaks for it. */
  readonly account?: string;
  readonly isRoot: boolean;
  readonly isAnonymous: boolean;
  /** Clauses that are about it, and whose conditions about it hold. */
  readonly clauses: number;
  /** Clauses that name itself, or everybody. */
  readonly directly: number;
  readonly byItsRole: number;
}

export interface ActionAnswers {
  readonly clauses: number;
  /** AWS allows it to everybody who has credentials, whatever the policies. */
  readonly isFree: boolean;
  readonly entersRole: boolean;
}

export interface ResourceAnswers {
  readonly clauses: number;
  /** A KMS key. */
  readonly isKey: boolean;
}
