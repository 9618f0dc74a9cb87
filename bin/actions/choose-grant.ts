import { sayCli as say } from '../../words/say';
import { grantsOf, type Grant } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { PlainError } from '../../tools/exit-code';

/**
 * The grant that `--vendor NAME` means. Without a name there must be only one vendor: with several, none is
 * taken just because it stands first.
 *
 * @throws PlainError that lists the names to choose from
 */
export function chooseGrant(share: Share, vendorName: string | undefined): Grant {
  const grants = grantsOf(share);
  const names = grants.map((grant) => grant.name);
  if (vendorName === undefined) {
    const [only, ...others] = grants;
    if (only !== undefined && others.length === 0) return only;
    throw new PlainError(say('severalVendors', { number: grants.length, names: names.join(', ') }));
  }
  const chosen = grants.find((grant) => grant.name === vendorName);
  if (chosen !== undefined) return chosen;
  throw new PlainError(say('noSuchVendor', { names: names.join(', '), name: vendorName }));
}
