import type { ClaimId, Failure } from '../report/report';
import type { AccessInventory, Origin } from '../templates/inventory';

/** A failure without a request: something is there that should not be, or the other way round. */
export function settingFailure(
  claim: ClaimId,
  origin: Origin | undefined,
  words: Pick<Failure, 'headline' | 'why' | 'change'> & { readonly found?: string },
): Failure {
  const asItIs = origin?.live ? 'as it is deployed' : 'as it stands in the template';
  const { found: matches = asItIs, ...rest } = words;
  const blame = origin ? [{ policy: 'setting', statement: origin.logicalId, origin, matches }] : [];
  return { claim, kind: 'setting', ...rest, blame, classes: 0 };
}

/** Something that was promised is not there; if something could not be read, it may be that. */
export function missing(
  { unjudged, live }: AccessInventory,
  words: Pick<Failure, 'headline' | 'why'>,
): Failure[] {
  if (unjudged.length > 0) return [];
  const change = live
    ? 'Deploy it from these parameters (`npx cdk deploy`, with --revert-drift where it was deleted by hand), or correct the name in parameters.ts.'
    : 'Synthesize the templates again from these parameters, or correct the name.';
  return [settingFailure('it-works', undefined, { ...words, change })];
}

/** Something that nobody was promised. */
export function unpromised(
  claim: ClaimId,
  what: string,
  { account, origin }: { readonly account: string; readonly origin: Origin },
): Failure {
  return settingFailure(claim, origin, {
    headline: origin.live
      ? `There is also ${what} in account ${account}.`
      : `The templates also make ${what} in account ${account}.`,
    why: 'Nothing of the kind was promised there.',
    change: 'Take it out, or deploy it from elsewhere, where its owner answers for it.',
  });
}
