import type { Share, Vendor } from '../lib/share/share';
import { buildApp } from '../lib/share-app';
import { share } from '../parameters';
import { readAssembly } from '../tools/proof/templates/assembly';
import { inventoryOf } from '../tools/proof/templates/collect';
import { prove } from '../tools/proof/prove';

/**
 * `npm run bench`: what the proof costs from 1 to 200 vendors. The bars: one vendor under 0.25 s, and a time per vendor
 * that does not grow with their number. Stacks of more vendors than fit one CloudFormation stack are proved all the same.
 */
function main(): void {
  const [vendor] = share.vendors;
  if (!vendor) throw new Error('parameters.ts has no vendor to multiply');
  prove(...inputs(vendor, 1)); // so that the first line does not pay for loading

  console.log('vendors   classes   seconds   ms per vendor   memory');
  for (const count of [1, 2, 5, 10, 20, 50, 100, 200]) {
    const [inventory, many] = inputs(vendor, count);
    const started = performance.now();
    const { verdict, classes } = prove(inventory, many);
    const milliseconds = performance.now() - started;
    if (verdict !== 'holds') throw new Error(`${count} vendors: ${verdict}`);
    console.log(
      [
        String(count).padStart(7),
        String(classes).padStart(10),
        (milliseconds / 1000).toFixed(3).padStart(10),
        (milliseconds / count).toFixed(1).padStart(16),
        `${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MB`.padStart(9),
      ].join(''),
    );
  }
}

function inputs(vendor: Vendor, count: number): Parameters<typeof prove> {
  const many: Share = {
    ...share,
    vendors: Array.from({ length: count }, (_, index) => numbered(vendor, index)),
  };
  return [inventoryOf(readAssembly(buildApp(many).synth().directory)), many];
}

function numbered(vendor: Vendor, index: number): Vendor {
  return {
    ...vendor,
    name: `Vendor${index}`,
    account: String(500_000_000_000 + index),
    identityCenter: {
      ...vendor.identityCenter,
      instanceArn: `arn:aws:sso:::instance/ssoins-${String(index).padStart(16, '0')}`,
    },
    borrowers: index % 2 === 0 ? 'account' : 'permission-set',
  };
}

main();
