import { sayProofClaims as say } from '../../../words/say';
import type { Policy } from '../../iam/policy';
import { parsePolicy } from '../../iam/parse-policy';
import { MixedComparisonsError } from '../classes/condition-classes';
import { type Counterexample, type Doubt, examine, type PolicyUnderProof } from '../classes/request-classes';
import { TooLargeError } from '../classes/too-large';
import { doubtsFrom } from '../report/doubts';
import { failuresFrom } from '../report/explain';
import { cannotJudge, type Finding } from '../report/finding';
import type { ClaimId } from '../report/report';
import type { Origin } from '../templates/inventory';

export interface About {
  /** The claim that is broken if something is allowed that should not be; then those that also hang on it. */
  readonly claims: readonly [ClaimId, ...ClaimId[]];
  readonly origin: Origin;
}

/** The one way to prove something of policies: every class of requests is decided and compared with the promise. */
export function examined(about: About, ...underProof: readonly PolicyUnderProof[]): Finding[] {
  const { claims, origin } = about;
  const counterexamples: Counterexample[] = [];
  const doubts: Doubt[] = [];
  const findings = underProof.map((one): Finding => {
    try {
      const examination = examine(one);
      counterexamples.push(...examination.counterexamples);
      doubts.push(...examination.doubts);
      return { kind: 'examined', claim: claims[0], classes: examination.classes };
    } catch (error) {
      if (!(error instanceof TooLargeError) && !(error instanceof MixedComparisonsError)) throw error;
      return cannotJudge(say('tooLarge', { what: one.what, problem: error.message }), origin, claims);
    }
  });
  return [...findings, ...failuresFrom(counterexamples, claims[0]), ...doubtsFrom(doubts, claims, origin)];
}

const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };

/** The worst case: the caller's own account lets it do everything. */
export const OWN_ACCOUNT_ALLOWS_ALL = parsePolicy(
  { Version: '2012-10-17', Statement: EVERYTHING },
  'identity',
  "the caller's own account, assumed to allow everything",
);

/**
 * The worst case for a resource that is not in the templates, by its owner. Another account's lets everyone do everything
 * with it; one of the caller's own account leaves it to what the caller's policies say.
 */
export function policiesElsewhere(account: string): (owner: string) => Policy {
  const own = resourceAllowsAll({ AWS: `arn:aws:iam::${account}:root` });
  return (owner) => (owner === account ? own : RESOURCE_ALLOWS_ALL);
}

const RESOURCE_ALLOWS_ALL = resourceAllowsAll('*');

function resourceAllowsAll(who: unknown): Policy {
  return parsePolicy(
    { Version: '2012-10-17', Statement: { ...EVERYTHING, Principal: who } },
    'resource',
    'the resource, assumed to allow everything',
  );
}
