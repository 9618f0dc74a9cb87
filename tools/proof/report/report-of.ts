import type { VendorPromise } from '../promise/vendor-promise';
import type { Unjudged } from '../templates/inventory';
import { type Finding, isFailure } from './finding';
import {
  type Claim,
  CLAIM_IDS,
  type ClaimId,
  type Failure,
  type ProofReport,
  type ProofVerdict,
} from './report';
import { CLAIMS, NOT_COVERED, promiseInWords } from './words';

/**
 * What all findings together come to.
 *
 * @param milliseconds that it took
 */
export function reportOf(
  findings: readonly Finding[],
  promises: readonly VendorPromise[],
  notProved: readonly string[],
  milliseconds: number,
): ProofReport {
  const failures = CLAIM_IDS.flatMap((id) => findings.filter(isFailure).filter(({ claim }) => claim === id));
  const refusals = unjudgedOnce(findings);
  const claims = CLAIM_IDS.map((id) => claimOf(id, findings));
  return {
    verdict: verdictOf(failures, refusals),
    promises: promises.map(promiseInWords),
    claims,
    failures,
    refusals,
    readBothWays: [...new Set(findings.flatMap((one) => (one.kind === 'read both ways' ? [one.what] : [])))],
    classes: claims.reduce((sum, { classes }) => sum + classes, 0),
    milliseconds: Math.round(milliseconds),
    notCovered: NOT_COVERED,
    notProved,
  };
}

function verdictOf(failures: readonly Failure[], refusals: readonly Unjudged[]): ProofVerdict {
  if (failures.length > 0) return 'broken';
  return refusals.length > 0 ? 'not decided' : 'holds';
}

function claimOf(id: ClaimId, findings: readonly Finding[]): Claim {
  const broken = findings.some((one) => isFailure(one) && one.claim === id);
  const unknown = findings.some((one) => one.kind === 'unjudged' && one.claims.includes(id));
  const examined = findings.filter((one) => one.kind === 'examined').filter(({ claim }) => claim === id);
  return {
    id,
    text: CLAIMS[id],
    result: broken ? 'broken' : unknown ? 'unknown' : 'holds',
    classes: examined.reduce((sum, { classes }) => sum + classes, 0),
  };
}

/** Several claims may hang on one thing, and each finds it anew. */
function unjudgedOnce(findings: readonly Finding[]): Unjudged[] {
  const once: Unjudged[] = [];
  for (const finding of findings) {
    if (finding.kind !== 'unjudged') continue;
    const { what, origin } = finding;
    if (once.some((known) => known.what === what && known.origin === origin)) continue;
    once.push({ what, ...(origin && { origin }) });
  }
  return once;
}
