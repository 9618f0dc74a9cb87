import { closestMiss, statementName, WHO_SHOULD } from '../iam/denial-words';
import type { Decision } from '../iam/request';
import type { RequestEntry } from '../sandbox/request-entry';

/** Why the sandbox refused a request, down to the statement: what AWS knows, too, and does not tell. */
export function blameOf(entry: RequestEntry | undefined): string | undefined {
  const denied = entry?.authorizations.find(({ decision }) => !decision.allowed);
  return denied === undefined ? undefined : inWords(denied.decision);
}

function inWords(decision: Decision): string | undefined {
  if (decision.allowed) return undefined;
  const { denial } = decision;
  if (denial.kind === 'explicit') {
    return `${statementName(denial.by)} denies it`;
  }
  const near = closestMiss(denial.nearMisses);
  if (near === undefined) return WHO_SHOULD[denial.missing];
  return `${WHO_SHOULD[denial.missing]}; ${statementName(near)} does not, for its ${near.because}`;
}
