import { resourceMatch } from '../../iam/resource-pattern';
import { operatorInFull, statementLabel } from '../../iam/denial-words';
import type { DeterminingStatement, Caller, Denial } from '../../iam/request';
import { matchesGlob } from '../../iam/glob';
import type { Policy } from '../../iam/policy';
import { spelt } from '../classes/condition-keys';
import { isRealAction } from '../classes/real-actions';
import { fitsService } from '../classes/possible-requests';
import type { Counterexample } from '../classes/request-classes';
import type { Because } from '../classes/promised-access';
import type { LocatedPolicy, Origin } from '../templates/inventory';
import type { DeterminingPart, ClaimId, Failure, Witness } from './report';

export interface FailureWords {
  /** The claim that is broken if something is allowed that should not be. */
  readonly claim: ClaimId;
  /** What was promised, after "to": `enter VendorAccessRole`. */
  readonly use: string;
}

/** One failure per cause: the same determining statements, in the same direction. */
export function failuresFrom(counterexamples: readonly Counterexample[], words: FailureWords): Failure[] {
  const byCause = new Map<string, Counterexample[]>();
  for (const counterexample of counterexamples) {
    const cause = causeOf(counterexample);
    byCause.set(cause, [...(byCause.get(cause) ?? []), counterexample]);
  }
  return [...byCause.values()].map((same) => {
    const plainest = same.reduce((best, one) => (complexity(one) < complexity(best) ? one : best));
    return failureOf(plainest, same.length, words);
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

/** Lower is easier to read: a real action, on a resource that people know, with few conditions. */
function complexity({ request, keys, answer }: Counterexample): number {
  const part = answer.says === 'denied' ? PARTS.indexOf(answer.because.part) : 0;
  return (
    (isRealAction(request.action) ? 0 : 1000) +
    (request.resource.endsWith('test-data.txt') ? 0 : 200) +
    (request.resource.includes('example') ? 100 : 0) +
    (fitsService(request.action, request.resource) ? 0 : 500) +
    (request.resource === '*' ? 40 : 0) +
    part * 20 +
    // A key that every real request has is shown present.
    keys.filter((key) => request.context[key] === undefined).length * 8 +
    keys.length * 5 +
    (request.caller.kind === 'role-session' ? 0 : 2) +
    Math.min(request.resource.length, 100) / 100
  );
}

const PARTS: readonly Because['part'][] = ['action', 'resource', 'condition', 'caller'];

function failureOf(counterexample: Counterexample, classes: number, { claim, use }: FailureWords): Failure {
  const { request, decision, answer } = counterexample;
  const witness = witnessOf(counterexample);
  const what =
    request.action === 'sts:AssumeRole'
      ? `assume ${request.resource}`
      : `${request.action} on ${request.resource}`;
  if (decision.allowed) {
    const because = answer.says === 'denied' ? answer.because : ({ part: 'action', text: '' } as const);
    return {
      claim,
      kind: 'extra',
      headline: `${callerInWords(request.caller)} can ${what}.`,
      witness,
      blame: decision.by.flatMap((by) => determiningParts(by, matchText(by, counterexample, because))),
      why: `This was not promised: ${because.text}.`,
      change: changeFor(
        because,
        decision.by.filter(({ policy }) => originOf(policy)),
      ),
      classes,
    };
  }
  const { denial } = decision;
  return {
    claim: 'it-works',
    kind: 'missing',
    headline: `${callerInWords(request.caller)} cannot ${what}, which was promised.`,
    witness,
    blame:
      denial.kind === 'explicit'
        ? determiningParts(denial.by, 'this Deny applies')
        : denial.nearMisses.flatMap((miss) => determiningParts(miss, `closest, but not its ${miss.because}`)),
    why: `It was promised, but ${deniedInWords(denial)} (to ${use}).`,
    change:
      denial.kind === 'explicit'
        ? 'Find out what this Deny is for: narrow it to what was not promised, or correct the share in parameters.ts.'
        : 'Make the statement allow it as the share says, or correct the share in parameters.ts.',
    classes,
  };
}

function determinedDenial(denial: Denial): readonly DeterminingStatement[] {
  return denial.kind === 'explicit' ? [denial.by] : denial.nearMisses;
}

function deniedInWords(denial: Denial): string {
  if (denial.kind === 'explicit') return 'a statement denies it';
  const missing = { identity: 'policy of the caller', resource: 'policy of the resource' };
  if (denial.missing === 'identity' || denial.missing === 'resource')
    return `no ${missing[denial.missing]} allows it`;
  return denial.missing === 'boundary'
    ? 'the permissions boundary does not allow it'
    : 'no session policy allows it';
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
  const { action, resource, principals = [], conditions } = statement;
  switch (because.part) {
    case 'action': {
      if (action.negated) return `NotAction ${action.patterns.join(', ')} leaves ${request.action} in`;
      const pattern = action.patterns.find((one) => matchesGlob(one, request.action, { ignoreCase: true }));
      return `Action ${pattern ?? ''} matches ${request.action}`;
    }
    case 'resource': {
      if (!resource) return 'it names no resource';
      if (resource.negated) return `NotResource ${resource.patterns.join(', ')} leaves it in`;
      const pattern = resource.patterns.find((one) => resourceMatch(one, request.resource) !== false);
      return `Resource ${pattern ?? ''} matches ${request.resource}`;
    }
    case 'caller':
      return `Principal ${principals.map(principalText).join(', ')} lets the caller in`;
    case 'condition':
      return conditions.length === 0
        ? 'it has no condition'
        : `its conditions hold: ${conditions.map((one) => `${operatorInFull(one)} ${spelt(one.key)} ${one.values.join(' or ')}`).join('; ')}`;
  }
}

function principalText(
  principal: NonNullable<DeterminingStatement['statement']['principals']>[number],
): string {
  switch (principal.type) {
    case 'everyone':
      return '*';
    case 'account':
      return `account ${principal.account}`;
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
  if (because.change !== undefined) return because.change;
  const which = by.length > 1 ? 'these statements' : 'this statement';
  switch (because.part) {
    case 'action':
      return `Narrow the Action of ${which} to what was promised, or take ${which} out.`;
    case 'resource':
      return `Narrow the Resource of ${which} to what was promised, or take ${which} out.`;
    case 'caller':
      return `Take the principal out of ${which}, or promise it in parameters.ts.`;
    case 'condition':
      return `Give ${which} the condition that is missing: ${because.text}.`;
  }
}

export function callerInWords(caller: Caller): string {
  switch (caller.kind) {
    case 'anonymous':
      return 'Anyone, without signing in,';
    case 'service':
      return `The service ${caller.service}`;
    case 'federated':
      return `Somebody signed in through ${caller.provider}`;
    case 'root':
      return `The root user of account ${caller.account}`;
    case 'user':
      return `The user ${caller.arn}`;
    case 'role-session':
      return `A session of the role ${caller.roleArn}`;
  }
}

function witnessOf({ request, keys }: Counterexample): Witness {
  const { caller, action, resource, context } = request;
  const shown = keys.map((key) => {
    const value = context[key];
    return [spelt(key), value === undefined ? null : String(value)] as const;
  });
  return {
    caller: 'arn' in caller ? caller.arn : callerInWords(caller),
    action,
    actionIsReal: isRealAction(action),
    resource,
    context: Object.fromEntries(shown),
  };
}
