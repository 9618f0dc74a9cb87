import { sayParameters as say } from '../../../words/say';
import type { Vendor } from '../share';
import { type Report, shown } from './checks';

/**
 * What there is one of for each Identity Center instance, by the name of its field. Of the account only where both
 * vendors name one: the management account and a delegated administrator may each see to their own vendors.
 */
const OF_THE_INSTANCE = {
  region: ({ identityCenter }) => identityCenter?.region,
  account: ({ identityCenter }) => identityCenter?.account,
  identityStoreId: ({ identityCenter }) => identityCenter?.identityStoreId,
  startUrl: ({ identityCenter }) => identityCenter?.startUrl,
} satisfies Record<string, (vendor: Vendor) => string | undefined>;

/**
 * Vendors of one organization name one Identity Center instance, and then have to agree on where it is: two stacks
 * that manage one instance from two places are a slip of the pen, found at the earliest when the second is deployed.
 */
export function checkIdentityCenters(
  vendors: readonly { readonly index: number; readonly vendor: Vendor }[],
  report: Report,
): void {
  for (const [name, of] of Object.entries(OF_THE_INSTANCE)) {
    const first = new Map<string, { field: string; value: string }>();
    for (const { index, vendor } of vendors) {
      const value = of(vendor);
      if (value === undefined) continue;
      const field = `vendors[${index}].identityCenter.${name}`;
      const instanceArn = vendor.identityCenter?.instanceArn ?? '';
      const earlier = first.get(instanceArn);
      if (earlier === undefined) first.set(instanceArn, { field, value });
      else if (earlier.value !== value) {
        const slots = { field, earlier: earlier.field, value: shown(value), other: shown(earlier.value) };
        report(field, say('centersDiffer', slots));
      }
    }
  }
}
