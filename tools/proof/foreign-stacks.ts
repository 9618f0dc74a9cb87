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
    const wrong =
      ofAccount.length === 0
        ? `account ${account}, which the share does not mention`
        : account === company.account || ofAccount.some((place) => place.region === region)
          ? undefined
          : `region ${region}, but account ${account} has its part of the share in ${ofAccount[0]?.region ?? ''}`;
    const first = stacks.findIndex(
      (one) => one.name === name && one.account === account && one.region === region,
    );
    return [
      ...(wrong === undefined
        ? []
        : [
            `stack ${name} is for ${wrong}: were these templates synthesized from other parameters? Run \`npx cdk synth\` again.`,
          ]),
      ...(first < index ? [`stack ${name} is there twice: one would be written over the other.`] : []),
    ];
  });
}
