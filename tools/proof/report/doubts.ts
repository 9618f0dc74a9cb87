import { hasSeveralValues } from '../../iam/condition-key';
import { conditionOutcome } from '../../iam/conditions';
import { operatorInFull, statementLabel } from '../../iam/denial-words';
import type { AccessRequest, DeterminingStatement } from '../../iam/request';
import { resourceMatch } from '../../iam/resource-pattern';
import { spelt } from '../classes/condition-keys';
import type { Doubt } from '../classes/request-classes';
import type { Origin } from '../templates/inventory';
import { callerInWords, originOf } from './explain';
import { cannotJudge, type Finding } from './finding';
import type { ClaimId } from './report';

/** One finding per cause: the same statements of which it cannot be told whether they apply. */
export function doubtsFrom(doubts: readonly Doubt[], claims: readonly ClaimId[], origin: Origin): Finding[] {
  const byCause = new Map<string, Doubt[]>();
  for (const doubt of doubts) {
    const cause = causesOf(doubt).join();
    byCause.set(cause, [...(byCause.get(cause) ?? []), doubt]);
  }
  return [...byCause.values()].flatMap((same) => {
    const [doubt] = same;
    if (doubt === undefined) return [];
    const [first] = doubt.undecided;
    const affected = same.map(({ answer }) => (answer.says === 'allowed' ? 'it-works' : claims[0]));
    const known = [...new Set(affected)].filter((claim) => claim !== undefined);
    const finding = cannotJudge(sentence(doubt), (first && originOf(first.policy)) ?? origin, known);
    return [{ ...finding, causes: causesOf(doubt) }];
  });
}

function causesOf({ answer, undecided }: Doubt): string[] {
  if (answer.says === 'unknown') return [answer.what];
  return undecided.map(({ policy, statement }) => `${policy.name}#${statement.index}`);
}

function sentence({ request, answer, undecided }: Doubt): string {
  const { caller, action, resource } = request;
  const who = `${uncapitalized(callerInWords(caller))} can do ${action} on ${resource}`;
  if (answer.says === 'unknown') return `It cannot be told whether ${answer.what}.`;
  const promised = answer.says === 'allowed' ? 'which was promised' : 'which was not promised';
  const causes = [...new Set(undecided.map((one) => cause(one, request)))];
  return `${causes.join('; ')}. So it cannot be told whether ${who}, ${promised}.`;
}

function cause(one: DeterminingStatement, request: AccessRequest): string {
  const [strange] = one.statement.unmodelled ?? [];
  if (strange?.part === 'everything') return capitalized(strange.what);
  return `${one.policy.name}, ${statementLabel(one.statement)}: ${why(one, request)}`;
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function uncapitalized(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** What about a statement cannot be decided. */
function why({ statement }: DeterminingStatement, request: AccessRequest): string {
  const [strange] = statement.unmodelled ?? [];
  if (strange) return strange.what;
  const { resource, context } = request;
  const wide = statement.resource?.patterns.find(
    (one) => resourceMatch(one, resource, context) === 'undecided',
  );
  if (wide !== undefined) {
    return wide.includes('${')
      ? `Resource "${wide}" holds a policy variable that is not modelled`
      : `Resource "${wide}" has a wildcard before the last part of the ARN, and AWS does not say how far it reaches`;
  }
  const condition = statement.conditions.find((one) => conditionOutcome(one, context) === 'undecided');
  if (condition === undefined) return 'it cannot be decided';
  const { key, set } = condition;
  const hides = set === undefined && hasSeveralValues(key) ? SEVERAL : 'cannot be decided';
  return `its condition ${operatorInFull(condition)} ${spelt(key)} ${context[key] === null ? UNKNOWN : hides}`;
}

const SEVERAL =
  'cannot be decided, because the key can have several values in one request and the operator does not say which must ' +
  'match (ForAnyValue: and ForAllValues: do)';

const UNKNOWN =
  'depends on the organization that the company is in, which company.organizationId in parameters.ts can say';
