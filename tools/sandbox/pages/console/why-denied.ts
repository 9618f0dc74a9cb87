import { listed } from '../../../../words/speech';
import { saySandboxConsole as say } from '../../../../words/say';
import { closestMiss } from '../../../iam/denial-words';
import type { Denial, NearMiss, PolicyType } from '../../../iam/request';
import type { Policy, Statement } from '../../../iam/policy';
import type { Authorization } from '../../access/authorize';

/** Why a request was denied, down to the statement and the side, in the language that is spoken. */
export function whyDenied(authorization: Authorization, companyAccount: string): string {
  const { decision } = authorization;
  if (decision.allowed) throw new Error(`${authorization.request.action} was allowed`);
  const closest = decision.denial.kind === 'implicit' ? closestMiss(decision.denial.nearMisses) : undefined;
  const sentence = firstSentence(decision.denial, authorization, companyAccount);
  return closest === undefined
    ? sentence
    : say('why.and-closest', { why: sentence, closest: closestSentence(closest) });
}

function firstSentence(denial: Denial, { request, remark }: Authorization, companyAccount: string): string {
  const { caller, action, resource, resourceAccount } = request;
  const sideOf = (type: PolicyType): string => {
    const account = type === 'resource' || !('account' in caller) ? resourceAccount : caller.account;
    return account === companyAccount ? say('side.company') : say('side.vendor');
  };
  if (denial.kind === 'explicit') {
    const { policy, statement } = denial.by;
    const side = sideOf(denial.in);
    return say('why.explicit', { side, statement: nameOf(statement), policy: policyName(policy), action });
  }
  const side = sideOf(denial.missing);
  const names = [...new Set(denial.nearMisses.map(({ policy }) => policyName(policy)))];
  switch (denial.missing) {
    case 'identity':
      if (names.length === 0) return say('why.nothing', { side, action });
      return say('why.identity', { side, policies: listed(names), action });
    case 'boundary':
      return say('why.boundary', { side, action });
    case 'session':
      return say('why.session', { side, action });
    case 'resource':
      if (!/^sts:/i.test(action)) return say('why.resource', { side, resource });
      // That the role is not there is all that the sandbox ever remarks of one.
      if (remark !== undefined) return say('why.no-role', { side });
      return say('why.trust', { side, role: resource.slice(resource.lastIndexOf('/') + 1) });
  }
}

/** `condition StringEquals sts:externalid: wanted "x", got nothing`, or the element's name. */
function closestSentence({ statement, policy, because }: NearMiss): string {
  const names = { statement: nameOf(statement), policy: policyName(policy) };
  if (because.startsWith('condition '))
    return say('why.closest-condition', { ...names, condition: because.slice('condition '.length) });
  return say('why.closest', { ...names, element: `${because.charAt(0).toUpperCase()}${because.slice(1)}` });
}

const nameOf = ({ sid, index }: Statement): string => sid ?? say('statement', { statement: index + 1 });

/** The sandbox names what has no name of its own in English: `trust policy of ROLE`. */
function policyName({ name }: Policy): string {
  const [, kind, of = ''] = /^(trust|bucket) policy of (.+)$/.exec(name) ?? [];
  if (kind === undefined) return name;
  return kind === 'trust' ? say('trust-policy', { role: of }) : say('bucket-policy', { bucket: of });
}
