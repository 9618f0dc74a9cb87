import { decide, undecidedStatements } from '../../iam/evaluate';
import type { Policy, Statement } from '../../iam/policy';
import type {
  AccessRequest,
  Context,
  Decision,
  DeterminingStatement,
  PoliciesInForce,
} from '../../iam/request';
import { isAbout } from '../../iam/statement-match';
import { actionClasses } from './action-classes';
import type { CallerClass } from './caller-classes';
import { keyClasses, type KeyValue } from './condition-classes';
import type { CompanyFacts } from './fixed-keys';
import type { Language } from './language';
import { type Owners, possibleOwners } from './owners';
import { plainestPair, representatives } from './possible-requests';
import type { Answer, PromisedAccess } from './promised-access';
import { contextsOf, MAX_CLASSES, tooMany } from './request-contexts';
import { resourceClasses } from './resource-classes';

/** One question to be answered for every request there could be: do these policies do what was promised? */
export interface PolicyUnderProof {
  /** For messages: `trust policy of VendorAccessRole`. */
  readonly what: string;
  /** Computed only when it is examined, since it may hit a bound of the proof. */
  readonly callers: () => readonly CallerClass[];
  /** Every policy that may have a say. */
  readonly policies: readonly Policy[];
  /** Those that are in force for a resource. Depends on it only through {@link resourceLines}. */
  readonly inForce: (resource: string, owner: string) => PoliciesInForce;
  readonly resourceLines?: readonly Language[];
  /**
   * Policies of which one must have an Allow for anything to be allowed: the identity's for its own access, the
   * resource's for a caller whose own account is assumed to allow everything.
   */
  readonly mustAllow: readonly Policy[];
  /**
   * An ARN.
   * @default - every resource there could be
   */
  readonly resource?: string;
  /** Readable witnesses. */
  readonly readableResources?: readonly string[];
  /**
   * Whose a resource is; undefined where it can be anybody's. Depends on the resource only through {@link resourceLines}.
   */
  readonly ownerOf: (resource: string) => string | undefined;
  /** Whose resources it makes a difference to ask about; the last one is nobody's that a policy speaks of. */
  readonly owners?: readonly string[];
  readonly company: CompanyFacts;
  readonly promise: PromisedAccess;
}

export interface Examination {
  readonly classes: number;
  /** Every class in which the outcome is not the promised one, however what is not known is read. */
  readonly counterexamples: readonly Counterexample[];
  /** Every class in which it may be another than the promised one. */
  readonly doubts: readonly Doubt[];
}

export interface Counterexample {
  readonly request: AccessRequest;
  readonly decision: Decision;
  readonly answer: Answer;
  /** Keys that were told apart in this request's class. */
  readonly keys: readonly string[];
}

export interface Doubt {
  readonly request: AccessRequest;
  readonly answer: Answer;
  /** Of which it cannot be told whether they apply. */
  readonly undecided: readonly DeterminingStatement[];
}

/**
 * Decides one request of every class, twice where something is not known: "nothing more" is asked of the reading that
 * gives most access, "nothing missing" of the one that gives least, and what is shown as broken is so in both.
 *
 * Actions and resources are divided by all patterns of the policies. Condition keys are divided only where they can
 * make a difference: in a cell of caller, action and resource they are those of the statements that apply there, and
 * the promise's own if it depends on any. A statement that does not match the caller, action or resource of a cell
 * says nothing in it, whatever its conditions.
 *
 * @throws TooLargeError or MixedComparisonsError
 */
export function examine(underProof: PolicyUnderProof): Examination {
  const { policies, promise } = underProof;
  const callers = underProof.callers();
  const statements = policies.flatMap((policy) => policy.statements);
  const owners = possibleOwners(statements, underProof.owners ?? []);
  const variables = variablesOf(callers, underProof, owners);
  const keyValues = lazyKeyClasses(statements, promise, variables);
  const actions = actionClasses(statements, promise.actions).map(representatives);
  const resources = resourcesOf(underProof, statements, owners, variables);
  const pairs = actions
    .flatMap((some) => resources.flatMap((others) => plainestPair(some, others) ?? []))
    .flatMap((pair) => {
      const owner = underProof.ownerOf(pair.resource);
      const accounts = owner === undefined ? owners.of(pair.resource) : [owner];
      return accounts.map((resourceAccount) => ({ ...pair, resourceAccount }));
    });
  const shown = (keys: readonly string[]) =>
    owners.accounts.length > 1 ? [...new Set([...keys, 'aws:resourceaccount'])] : keys;
  const found: { classes: number; counterexamples: Counterexample[]; doubts: Doubt[] } = {
    classes: 0,
    counterexamples: [],
    doubts: [],
  };
  for (const { caller, context } of callers) {
    for (const { action, resource, resourceAccount } of pairs) {
      const cell = { caller, action, resource, resourceAccount };
      const base = { ...context, 'aws:resourceaccount': resourceAccount };
      const keys = keysThatMatter(underProof, { ...cell, context: base });
      if (keys === undefined) {
        found.classes++;
        continue;
      }
      for (const one of contextsOf(keys, cell, base, keyValues, underProof.company)) {
        if (++found.classes > MAX_CLASSES) throw tooMany(patternsIn(statements));
        const request = { ...cell, context: one };
        judge(
          request,
          shown(keys),
          underProof.inForce(resource, resourceAccount),
          promise.answer(request),
          found,
        );
      }
    }
  }
  return found;
}

function judge(
  request: AccessRequest,
  keys: readonly string[],
  policies: PoliciesInForce,
  answer: Answer,
  found: { readonly counterexamples: Counterexample[]; readonly doubts: Doubt[] },
): void {
  if (answer.says === 'either') return;
  const isPromised = answer.says === 'allowed';
  // The reading that is against the share: if it gives what was promised, the other one does, too.
  const against = decide(request, policies, isPromised ? 'least' : 'most');
  if (against.allowed === isPromised) return;
  const favourable = decide(request, policies, isPromised ? 'most' : 'least');
  if (favourable.allowed === isPromised || answer.says === 'unknown') {
    found.doubts.push({ request, answer, undecided: undecidedStatements(request, policies) });
  } else {
    found.counterexamples.push({ request, decision: favourable, answer, keys });
  }
}

/** Every value that the policy variables can have in a request. */
function variablesOf(
  callers: readonly CallerClass[],
  { resource, ownerOf, resourceLines, readableResources = [] }: PolicyUnderProof,
  { accounts }: Owners,
): Context[] {
  const examples =
    resource === undefined
      ? [...readableResources, ...(resourceLines ?? []).map(({ text }) => text), '*']
      : [resource];
  const owners = new Set(examples.flatMap((example) => ownerOf(example) ?? accounts));
  const askers = new Set(callers.map(({ context }) => context['aws:principalaccount']));
  return [...askers].flatMap((asker) =>
    [...owners].map((owner): Context => ({
      ...(typeof asker === 'string' && { 'aws:principalaccount': asker }),
      'aws:resourceaccount': owner,
    })),
  );
}

function resourcesOf(
  { promise, resource, resourceLines = [], readableResources = [] }: PolicyUnderProof,
  statements: readonly Statement[],
  owners: Owners,
  variables: readonly Context[],
): string[][] {
  if (resource !== undefined) return [[resource]];
  const lines = [...promise.resources, ...resourceLines, ...owners.lines];
  return resourceClasses({
    statements,
    lines,
    readable: [...readableResources, ...owners.readable],
    variables,
  });
}

function lazyKeyClasses(
  statements: readonly Statement[],
  promise: PromisedAccess,
  variables: readonly Context[],
): (key: string) => readonly KeyValue[] {
  const conditions = statements.flatMap((statement) => statement.conditions);
  const known = new Map<string, KeyValue[]>();
  return (key) => {
    const own = conditions.filter((condition) => condition.key === key);
    const values = known.get(key) ?? keyClasses(key, own, promise.lines[key], variables);
    known.set(key, values);
    return values;
  };
}

/**
 * Looked at by a statement that applies, or by the promise; undefined where nothing is promised and nothing could allow it,
 * so that there is nothing to decide.
 */
function keysThatMatter(
  { promise, policies, mustAllow }: PolicyUnderProof,
  cell: AccessRequest,
): string[] | undefined {
  const answer = promise.answer(cell);
  const hopeless = answer.says === 'denied' && answer.because.part !== 'condition';
  const applying = policies.flatMap((policy) => policy.statements.filter((one) => isAbout(one, cell)));
  const mayAllow = mustAllow.some((policy) =>
    policy.statements.some((one) => one.effect === 'Allow' && applying.includes(one)),
  );
  if (hopeless && !mayAllow) return undefined;
  const keys = applying.flatMap(({ conditions }) => conditions.map(({ key }) => key));
  return [...new Set([...keys, ...(hopeless ? [] : Object.keys(promise.lines))])];
}

function patternsIn(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ action, resource }) => [...action.patterns, ...(resource?.patterns ?? [])]);
}
