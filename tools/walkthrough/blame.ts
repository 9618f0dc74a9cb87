import type { Decision } from '../iam/evaluate';
import type { RequestEntry } from '../sandbox/sandbox';

/** Why the sandbox refused a request, down to the statement: what AWS knows, too, and does not tell. */
export function blameOf(entry: RequestEntry | undefined): string | undefined {
  const refusal = entry?.verdicts.find(({ decision }) => !decision.allowed);
  return refusal === undefined ? undefined : inWords(refusal.decision);
}

function inWords(decision: Decision): string | undefined {
  if (decision.allowed) return undefined;
  const { denial } = decision;
  if (denial.kind === 'explicit') {
    const { policy, statement } = denial.by;
    return `${statement.sid ?? `statement ${statement.index + 1}`} of ${policy.name} denies it`;
  }
  // Every statement misses by its action when something quite else is asked: that would say nothing.
  const near = denial.nearMisses.find(({ because }) => because !== 'action');
  if (near === undefined) return WHO_SHOULD[denial.missing];
  const statement = near.statement.sid ?? `statement ${near.statement.index + 1}`;
  return `${WHO_SHOULD[denial.missing]}; ${statement} of ${near.policy.name} does not, for its ${near.because}`;
}

const WHO_SHOULD = {
  identity: 'no policy of the caller allows it',
  resource: 'no policy on the other side lets this caller in',
  boundary: 'the permissions boundary does not allow it',
  session: 'the session policy does not allow it',
};
