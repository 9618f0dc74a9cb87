import { sayProof as say } from '../../../words/say';
import { listed } from '../../../words/speech';
import { resourceMatch } from '../../iam/resource-pattern';
import { differenceIn, operatorInFull, statementLabel } from '../../iam/denial-words';
import type { AccessRequest, DeterminingStatement, Caller, Denial } from '../../iam/request';
import { matchesGlob } from '../../iam/glob';
import type { Condition, Policy } from '../../iam/policy';
import { spelt } from '../classes/condition-keys';
import { isRealAction } from '../classes/real-actions';
import type { Counterexample } from '../classes/request-classes';
import type { Because } from '../classes/promised-access';
import type { LocatedPolicy, Origin } from '../templates/inventory';
import { plainestOf } from './plainest';
import type { DeterminingPart, ClaimId, Failure, Witness } from './report';

/**
 * One failure per cause: the same determining statements, in the same direction.
 *
 * @param claim that is broken if something is allowed that should not be
 */
export function failuresFrom(counterexamples: readonly Counterexample[], claim: ClaimId): Failure[] {
  const byCause = new Map<string, Counterexample[]>();
  for (const counterexample of counterexamples) {
    const cause = causeOf(counterexample);
    byCause.set(cause, [...(byCause.get(cause) ?? []), counterexample]);
  }
  return [...byCause.values()].map((same) => {
    return failureOf(plainestOf(same), same.length, claim);
  });
}

function causeOf({ decision }: Counterexample): string {
  const determining = decision.allowed ? decision.by : determinedDenial(decision.denial);
  const statements = determining.filter(({ policy }) => originOf(policy));
  return [
    decision.allowed,
    ...statements.map(({ policy, statement }) => `${policy.name}#${statement.index}`),
  ].join();
}

function failureOf(counterexample: Counterexample, classes: number, claim: ClaimId): Failure {
  const { request, decision, answer } = counterexample;
  const witness = witnessOf(counterexample);
  if (decision.allowed) {
    const because = answer.says === 'denied' ? answer.because : UNSAID;
    return {
      claim,
      kind: 'extra',
      headline: canInWords(request),
      witness,
      blame: decision.by.flatMap((by) => determiningParts(by, matchText(by, counterexample, because))),
      why: say('notPromised', { promised: because.promised() }),
      change: changeFor(
        because,
        decision.by.filter(({ policy }) => originOf(policy)),
      ),
      classes,
    };
  }
  const { denial } = decision;
  const missing = { claim: 'it-works', kind: 'missing', headline: cannotInWords(request), witness } as const;
  return denial.kind === 'explicit'
    ? {
        ...missing,
        blame: determiningParts(denial.by, say('denyApplies')),
        why: say('deniedExplicitly'),
        change: say('narrowDeny'),
        classes,
      }
    : {
        ...missing,
        blame: denial.nearMisses.flatMap((miss) =>
          determiningParts(miss, say('closestBut', { because: differenceIn(miss, request.context) })),
        ),
        why: say(MISSING[denial.missing]),
        change: say('makeItAllow'),
        classes,
      };
}

const UNSAID: Because = { part: 'action', promised: () => '' };

const MISSING = {
  identity: 'noIdentityPolicy',
  resource: 'noResourcePolicy',
  boundary: 'noBoundary',
  session: 'noSessionPolicy',
} as const;

/** As a sentence: who can do what. */
export function canInWords({ caller, action, resource }: AccessRequest): string {
  const who = callerInWords(caller);
  return action === 'sts:AssumeRole'
    ? say('canAssume', { caller: who, role: resource })
    : say('canDo', { caller: who, action, resource });
}

function cannotInWords({ caller, action, resource }: AccessRequest): string {
  const who = callerInWords(caller);
  return action === 'sts:AssumeRole'
    ? say('cannotAssume', { caller: who, role: resource })
    : say('cannotDo', { caller: who, action, resource });
}

function determinedDenial(denial: Denial): readonly DeterminingStatement[] {
  return denial.kind === 'explicit' ? [denial.by] : denial.nearMisses;
}

function determiningParts({ policy, statement }: DeterminingStatement, matches: string): DeterminingPart[] {
  const origin = originOf(policy);
  if (!origin) return [];
  return [{ policy: policy.name, statement: statementLabel(statement), origin, matches }];
}

/** None of those that are assumed: they stand nowhere. */
export function originOf(policy: Policy): Origin | undefined {
  return isLocated(policy) ? policy.origin : undefined;
}

function isLocated(policy: Policy): policy is LocatedPolicy {
  return 'origin' in policy;
}

function matchText(
  { statement }: DeterminingStatement,
  { request }: Counterexample,
  because: Because,
): string {
  const { resource, principals = [], conditions } = statement;
  switch (because.part) {
    case 'action':
      return actionText(statement, request);
    case 'resource': {
      if (!resource) return say('namesNoResource');
      if (resource.negated) return say('notResourceMatches', { patterns: resource.patterns.join(', ') });
      const pattern = resource.patterns.find((one) => resourceMatch(one, request.resource) !== false);
      return say('resourceMatches', { pattern: pattern ?? '', resource: request.resource });
    }
    case 'caller':
      // A policy of the caller's own names nobody.
      return principals.length === 0
        ? actionText(statement, request)
        : say('principalMatches', { principals: principals.map(principalText).join(', ') });
    case 'condition':
      return conditions.length === 0
        ? say('noCondition')
        : say('conditionsHold', { conditions: conditions.map(conditionText).join('; ') });
  }
}

function actionText({ action }: DeterminingStatement['statement'], request: AccessRequest): string {
  if (action.negated)
    return say('notActionMatches', { patterns: action.patterns.join(', '), action: request.action });
  const pattern = action.patterns.find((one) => matchesGlob(one, request.action, { ignoreCase: true }));
  return say('actionMatches', { pattern: pattern ?? '', action: request.action });
}

function conditionText(condition: Condition): string {
  const { key, values } = condition;
  return say('condition', {
    operator: operatorInFull(condition),
    key: spelt(key),
    values: listed(values.map(String), 'or'),
  });
}

function principalText(
  principal: NonNullable<DeterminingStatement['statement']['principals']>[number],
): string {
  switch (principal.type) {
    case 'everyone':
      return '*';
    case 'account':
      return say('principalAccount', { account: principal.account });
    case 'arn':
      return principal.arn;
    case 'service':
      return principal.service;
    case 'federated':
      return principal.provider;
    case 'gone':
      return principal.id;
  }
}

function changeFor(because: Because, by: readonly DeterminingStatement[]): string {
  if (because.change !== undefined) return because.change();
  const count = by.length;
  switch (because.part) {
    case 'action':
      return say('narrowAction', { count });
    case 'resource':
      return say('narrowResource', { count });
    case 'caller':
      return by.some(({ statement }) => statement.principals)
        ? say('removePrincipal', { count })
        : say('removeStatement', { count });
    case 'condition':
      return say('addCondition', { count, promised: because.promised() });
  }
}

/** At the beginning of a sentence. */
function callerInWords(caller: Caller): string {
  switch (caller.kind) {
    case 'anonymous':
      return say('callerAnonymous');
    case 'service':
      return say('callerService', { service: caller.service });
    case 'federated':
      return say('callerFederated', { provider: caller.provider });
    case 'root':
      return say('callerRoot', { account: caller.account });
    case 'user':
      // Who is asked for a group stands for whoever is put into it.
      return say(caller.arn.includes(':group/') ? 'callerMember' : 'callerUser', { arn: caller.arn });
    case 'role-session':
      return say('callerSession', { role: caller.roleArn });
  }
}

function witnessOf({ request, keys }: Counterexample): Witness {
  const { caller, action, resource, context } = request;
  const shown = keys.map((key) => {
    const value = context[key];
    return [spelt(key), value === undefined ? null : String(value)] as const;
  });
  return {
    caller: callerAlone(caller),
    action,
    actionIsReal: isRealAction(action),
    resource,
    context: Object.fromEntries(shown),
  };
}

function callerAlone(caller: Caller): string {
  if (caller.kind === 'anonymous') return say('anonymous');
  return 'arn' in caller ? caller.arn : callerInWords(caller);
}
