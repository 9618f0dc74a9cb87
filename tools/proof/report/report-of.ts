import type { VendorPromise } from '../promise/vendor-promise';
import type { AccessInventory, Unjudged } from '../templates/inventory';
import { type Finding, isFailure } from './finding';
import {
  type Claim,
  CLAIM_IDS,
  type ClaimId,
  type Failure,
  type ProofReport,
  type ProofVerdict,
} from './report';
import { claimText, notCovered, notProvedOf, promiseInWords } from './words';

/**
 * What all findings together come to.
 *
 * @param milliseconds that it took
 * @param unknownBoundary ARN of the boundary that the promised actions also need an Allow of
 */
export function reportOf(
  findings: readonly Finding[],
  promises: readonly VendorPromise[],
  { notProved, live = false }: Pick<AccessInventory, 'notProved' | 'live'>,
  milliseconds: number,
  unknownBoundary?: string,
): ProofReport {
  const failures = CLAIM_IDS.flatMap((id) => findings.filter(isFailure).filter(({ claim }) => claim === id));
  const refusals = unjudgedOnce(findings);
  const words = promises.map(promiseInWords);
  const claims = CLAIM_IDS.map((id) => claimOf(id, claimText(id, promises, live), findings));
  return {
    verdict: verdictOf(failures, refusals),
    ...(unknownBoundary !== undefined && {
      conditional: {
        boundary: unknownBoundary,
        mustAllow: [...new Set(words.flatMap(({ what }) => what))].sort(),
      },
    }),
    promises: words,
    claims,
    failures,
    refusals,
    readBothWays: [...new Set(findings.flatMap((one) => (one.kind === 'read both ways' ? [one.what] : [])))],
    classes: claims.reduce((sum, { classes }) => sum + classes, 0),
    milliseconds: Math.round(milliseconds),
    notCovered: notCovered(live),
    notProved: [...promises.flatMap(notProvedOf), ...notProved],
  };
}

export function verdictOf(failures: readonly Failure[], refusals: readonly Unjudged[]): ProofVerdict {
  if (failures.length > 0) return 'broken';
  return refusals.length > 0 ? 'not decided' : 'holds';
}

function claimOf(id: ClaimId, text: string, findings: readonly Finding[]): Claim {
  const broken = findings.some((one) => isFailure(one) && one.claim === id);
  const unknown = findings.some((one) => one.kind === 'unjudged' && one.claims.includes(id));
  const examined = findings.filter((one) => one.kind === 'examined').filter(({ claim }) => claim === id);
  return {
    id,
    text,
    result: broken ? 'broken' : unknown ? 'unknown' : 'holds',
    classes: examined.reduce((sum, { classes }) => sum + classes, 0),
  };
}

/** Several claims may hang on one thing, and each finds it anew, here and there together with others. */
function unjudgedOnce(findings: readonly Finding[]): Unjudged[] {
  const once: { causes: readonly string[]; unjudged: Unjudged }[] = [];
  for (const finding of findings) {
    if (finding.kind !== 'unjudged') continue;
    const { what, origin } = finding;
    const causes = finding.causes ?? [`${what} ${origin?.logicalId ?? ''}`];
    once.push({ causes, unjudged: { what, ...(origin && { origin }) } });
  }
  return once
    .filter(
      ({ causes }, index) =>
        !once.some(
          (other, place) =>
            other.causes.every((cause) => causes.includes(cause)) &&
            (other.causes.length < causes.length || place < index),
        ),
    )
    .map(({ unjudged }) => unjudged);
}
