import { sayProofClaims as say } from '../../../words/say';
import type { ClaimId, Failure } from '../report/report';
import type { AccessInventory, Origin } from '../templates/inventory';

/** A failure without a request: something is there that should not be, or the other way round. */
export function settingFailure(
  claim: ClaimId,
  origin: Origin | undefined,
  words: Pick<Failure, 'headline' | 'why' | 'change'> & { readonly found?: string },
): Failure {
  const { found: matches = say(origin?.live ? 'asDeployed' : 'asInTemplate'), ...rest } = words;
  const blame = origin ? [{ policy: 'setting', statement: origin.logicalId, origin, matches }] : [];
  return { claim, kind: 'setting', ...rest, blame, classes: 0 };
}

/** Something that was promised is not there; if something could not be read, it may be that. */
export function missing(
  { unjudged, live }: AccessInventory,
  words: Pick<Failure, 'headline' | 'why'>,
): Failure[] {
  if (unjudged.length > 0) return [];
  const change = say(live ? 'missing.changeDeployed' : 'missing.changeTemplate');
  return [settingFailure('it-works', undefined, { ...words, change })];
}

/** Something that nobody was promised. */
export function unpromised(
  claim: ClaimId,
  what: 'unpromisedRole' | 'unpromisedSet',
  { name, account, origin }: { readonly name: string; readonly account: string; readonly origin: Origin },
): Failure {
  return settingFailure(claim, origin, {
    headline: say(`${what}.${origin.live ? 'deployed' : 'template'}`, { name, account }),
    why: say('unpromised.why'),
    change: say('unpromised.change'),
  });
}
