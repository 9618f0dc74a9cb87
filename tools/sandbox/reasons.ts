import { saySandboxReasons as say } from '../../words/say';
import { closestMiss, differenceIn, statementLabel } from '../iam/denial-words';
import type {
  AccessRequest,
  Decision,
  Denial,
  DeterminingStatement,
  NearMiss,
  PolicyType,
} from '../iam/request';
import type { Authorization } from './access/authorize';

/**
 * Why a request was allowed or denied, down to the statement and the side: what AWS knows, too, and does not always tell.
 * It is the sandbox's own remark, for the log, for `rehearse` and in a response header, and never part of AWS's message.
 */
export function reasonOf(authorization: Authorization): string {
  const { decision } = authorization;
  return decision.allowed ? whyAllowed(decision, authorization) : whyDenied(decision.denial, authorization);
}

function whyAllowed({ by }: Extract<Decision, { allowed: true }>, { sides, request }: Authorization): string {
  const own = by.find(({ policy }) => policy.kind === 'identity');
  const given = by.find(({ policy }) => policy.kind !== 'identity');
  const [side, owner] = [sideNamed(sides.caller), sideNamed(sides.owner)];
  if (own !== undefined && given !== undefined)
    return say('allowedByBoth', { own: statementNamed(own), given: statementNamed(given), side, owner });
  if (own !== undefined) return say('allowedByOne', { statement: statementNamed(own), side });
  return given === undefined
    ? say('needsNothing', { action: request.action })
    : say('allowedByOne', { statement: statementNamed(given), side: owner });
}

function whyDenied(denial: Denial, { remark, sides, request }: Authorization): string {
  const sideOf = (type: PolicyType): string => sideNamed(type === 'resource' ? sides.owner : sides.caller);
  if (denial.kind === 'explicit')
    return say('denies', { statement: statementNamed(denial.by), side: sideOf(denial.in) });
  const { missing, nearMisses } = denial;
  const side = sideOf(missing);
  if (missing === 'resource' && remark !== undefined) return say('remark', { remark, side });
  const isTrust = missing === 'resource' && /^sts:/i.test(request.action);
  const sentence = say(isTrust ? 'trust' : missing, { side });
  const closest = closestMiss(nearMisses);
  return closest === undefined ? sentence : withClosest(sentence, closest, request);
}

function withClosest(sentence: string, miss: NearMiss, { context }: AccessRequest): string {
  const statement = statementNamed(miss);
  const difference = differenceIn(miss, context);
  if (miss.because.startsWith('condition '))
    return say('closestCondition', { sentence, statement, condition: difference.replace(': ', ' ') });
  const element = `${difference.charAt(0).toUpperCase()}${difference.slice(1)}`;
  return say('closest', { sentence, statement, element });
}

function statementNamed({ statement, policy }: DeterminingStatement): string {
  return say('statement', { label: statementLabel(statement), policy: policyNamed(policy.name) });
}

/** What has no name of its own is named in English where it is made: `trust policy of ROLE`. */
function policyNamed(name: string): string {
  const [, kind, of = ''] = /^(trust|bucket|key) policy of (.+)$/.exec(name) ?? [];
  return kind === 'trust' || kind === 'bucket' || kind === 'key' ? say(`policy.${kind}`, { name: of }) : name;
}

/** `company` and `vendor` are words; further vendors, and strangers, have names and numbers of their own. */
function sideNamed(name: string): string {
  return name === 'company' || name === 'vendor' || name === 'anybody' ? say(`side.${name}`) : name;
}
