import { sayProof as say } from '../../../words/say';
import { hasSeveralValues } from '../../iam/condition-key';
import { conditionOutcome } from '../../iam/conditions';
import { operatorInFull, statementLabel } from '../../iam/denial-words';
import type { AccessRequest, DeterminingStatement } from '../../iam/request';
import { resourceMatch } from '../../iam/resource-pattern';
import { spelt } from '../classes/condition-keys';
import type { Doubt } from '../classes/request-classes';
import type { Origin } from '../templates/inventory';
import { canInWords, originOf } from './explain';
import { cannotJudge, type Finding } from './finding';
import { plainestOf } from './plainest';
import type { ClaimId } from './report';

/** One finding per cause: the same statements of which it cannot be told whether they apply. */
export function doubtsFrom(doubts: readonly Doubt[], claims: readonly ClaimId[], origin: Origin): Finding[] {
  const byCause = new Map<string, Doubt[]>();
  for (const doubt of doubts) {
    const cause = causesOf(doubt).join();
    byCause.set(cause, [...(byCause.get(cause) ?? []), doubt]);
  }
  return [...byCause.values()].map((same) => {
    // What may be too much weighs more than what may be missing.
    const extra = same.filter(({ answer }) => answer.says !== 'allowed');
    const doubt = plainestOf(extra.length > 0 ? extra : same);
    const [first] = doubt.undecided;
    const affected = same.map(({ answer }) => (answer.says === 'allowed' ? 'it-works' : claims[0]));
    const known = [...new Set(affected)].filter((claim) => claim !== undefined);
    const finding = cannotJudge(sentence(doubt), (first && originOf(first.policy)) ?? origin, known);
    return { ...finding, causes: causesOf(doubt) };
  });
}

function causesOf({ answer, undecided }: Doubt): string[] {
  if (answer.says === 'unknown') return [answer.what];
  return undecided.map(({ policy, statement }) => `${policy.name}#${statement.index}`);
}

function sentence({ request, answer, undecided }: Doubt): string {
  if (answer.says === 'unknown') return answer.what;
  const causes = [...new Set(undecided.map((one) => cause(one, request)))].join('; ');
  const id = answer.says === 'allowed' ? 'doubtPromised' : 'doubtNotPromised';
  return say(id, { causes, sentence: canInWords(request) });
}

function cause(one: DeterminingStatement, request: AccessRequest): string {
  const { policy, statement } = one;
  const [strange] = statement.unmodelled ?? [];
  if (strange?.part === 'everything') return capitalized(strange.what);
  return say('doubtCause', {
    policy: policy.name,
    statement: statementLabel(statement),
    cause: why(one, request),
  });
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
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
    return say(wide.includes('${') ? 'unknownVariable' : 'unknownWildcard', { resource: wide });
  }
  const condition = statement.conditions.find((one) => conditionOutcome(one, context) === 'undecided');
  if (condition === undefined) return say('cannotDecide');
  const { key, set } = condition;
  const words = { operator: operatorInFull(condition), key: spelt(key) };
  if (context[key] === null) return say('conditionOrganization', words);
  const hides = set === undefined && hasSeveralValues(key);
  return say(hides ? 'conditionSeveralValues' : 'conditionUndecided', words);
}
