import { sayProofPage as say } from '../../words/say';
import type { Share } from '../../lib/share/share';
import type { Assembly } from './templates/assembly';

/**
 * Stacks for accounts that the share does not mention, or regions in which a vendor has no part of it (an assembly of another
 * share, or parameters changed since), and those of which one would be written over the other; one sentence each. The company
 * may have stacks anywhere: where its bucket is, is looked at by itself.
 */
export function foreignStacks({ stacks }: Assembly, { company, vendors }: Share): string[] {
  const places = [
    company,
    ...vendors.flatMap(({ account, identityCenter }) =>
      identityCenter
        ? [...[account].flat(), identityCenter.account ?? []]
            .flat()
            .map((one) => ({ account: one, region: identityCenter.region }))
        : [],
    ),
  ];
  return stacks.flatMap(({ name, account, region }, index) => {
    const ofAccount = places.filter((place) => place.account === account);
    const isInPlace = account === company.account || ofAccount.some((place) => place.region === region);
    const first = stacks.findIndex(
      (one) => one.name === name && one.account === account && one.region === region,
    );
    return [
      ...(ofAccount.length === 0 ? [say('foreignAccount', { stack: name, account })] : []),
      ...(ofAccount.length === 0 || isInPlace
        ? []
        : [say('foreignRegion', { stack: name, region, account, itsRegion: ofAccount[0]?.region ?? '' })]),
      ...(first < index ? [say('stackTwice', { stack: name })] : []),
    ];
  });
}
