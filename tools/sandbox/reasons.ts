import { closestMiss, statementName } from '../iam/denial-words';
import type { Decision, Denial, DeterminingStatement, NearMiss, PolicyType } from '../iam/request';
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
  const named = (one: DeterminingStatement, side: string): string => `${statementName(one)} (${side})`;
  if (own !== undefined && given !== undefined)
    return `allowed by ${named(own, sides.caller)} and ${named(given, sides.owner)}`;
  if (own !== undefined) return `allowed by ${named(own, sides.caller)}`;
  return given === undefined
    ? `${request.action} needs no permission`
    : `allowed by ${named(given, sides.owner)}`;
}

function whyDenied(denial: Denial, { remark, sides, request }: Authorization): string {
  const sideOf = (type: PolicyType): string => (type === 'resource' ? sides.owner : sides.caller);
  if (denial.kind === 'explicit') return `${statementName(denial.by)} denies it (${sideOf(denial.in)})`;
  const { missing, nearMisses } = denial;
  if (missing === 'resource' && remark !== undefined) return `${remark} (${sides.owner})`;
  const trust = missing === 'resource' && /^sts:/i.test(request.action);
  const sentence = `${trust ? "the role's trust policy does not allow this caller" : NOT_ALLOWED[missing]} (${sideOf(missing)})`;
  const closest = closestMiss(nearMisses);
  return closest === undefined ? sentence : `${sentence}. ${closestInWords(closest)}`;
}

const NOT_ALLOWED: Readonly<Record<PolicyType, string>> = {
  identity: 'no identity-based policy of the caller allows it',
  resource: 'no resource-based policy allows this caller',
  boundary: "the caller's permissions boundary does not allow it",
  session: "the caller's session policy does not allow it",
};

function closestInWords(miss: NearMiss): string {
  return `Closest statement: ${statementName(miss)}; its ${mismatch(miss.because)}`;
}

/** `condition Bool aws:multifactorauthpresent: wanted "true", got nothing`, or the element's name. */
function mismatch(because: string): string {
  if (because.startsWith('condition ')) return because.replace(': wanted', ' wanted');
  return `${because.charAt(0).toUpperCase()}${because.slice(1)} does not match`;
}
