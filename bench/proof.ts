import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Share, Vendor } from '../lib/share/share';
import { buildApp } from '../lib/share-app';
import { share } from '../parameters';
import { readAssembly } from '../tools/proof/templates/assembly';
import { inventoryOf } from '../tools/proof/templates/collect';
import { prove } from '../tools/proof/prove';
import type { AccessInventory } from '../tools/proof/templates/inventory';

/**
 * `npm run bench`: what the proof costs, from 1 to 200 vendors and with large policies. The bars: one vendor under 0.1 s,
 * 200 under 3 s, and a synth with our checks at most 1.25 times a bare one. Stacks of more vendors than fit one
 * CloudFormation stack are proved all the same.
 */
function main(): void {
  process.env.CDK_VALIDATION = 'false'; // its WebAssembly would be optimized meanwhile, and take the processor
  const [vendor] = share.vendors;
  if (!vendor) throw new Error('parameters.ts has no vendor to multiply');
  const [inventory, one] = inputs(vendor, 1);
  for (let again = 0; again < 5; again++) prove(inventory, one); // so that the first line does not pay for compiling

  console.log('the proof of                          classes   seconds   memory');
  for (const count of [1, 2, 5, 10, 20, 50, 100, 200]) {
    row(`${count} vendor${count === 1 ? '' : 's'}`, ...inputs(vendor, count));
  }
  row('a bucket policy of 60 statements', withBucketPolicy(inventory, manyDenies(60)), one);
  row('a boundary of 2,700 patterns', withBoundary(inventory, readsEverything(2_700)), one);

  const bare = seconds('-e', BARE_APP);
  const checked = seconds('bin/app.ts');
  const times = (checked / bare).toFixed(2);
  console.log(
    `\nsynth of the same stacks in a bare app ${bare.toFixed(2)} s; of this one, with cdk-nag and the proof, ${times} times that`,
  );
}

function row(what: string, inventory: AccessInventory, of: Share): void {
  const started = performance.now();
  const { verdict, classes, failures, refusals } = prove(inventory, of);
  const milliseconds = performance.now() - started;
  if (verdict !== 'holds') throw new Error(`${what}: ${JSON.stringify([failures, refusals])}`);
  console.log(
    [
      what.padEnd(36),
      String(classes).padStart(9),
      (milliseconds / 1000).toFixed(3).padStart(10),
      `${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MB`.padStart(9),
    ].join(''),
  );
}

const BARE_APP = "require('./lib/share-app').buildApp(require('./parameters').share).synth()";

/** The best of three runs of a program, loading included. */
function seconds(...program: readonly string[]): number {
  const directory = mkdtempSync(join(tmpdir(), 'vendor-share-bench-'));
  try {
    const env = { ...process.env, CDK_OUTDIR: directory, CDK_VALIDATION: 'true' };
    const runs = [1, 2, 3].map(() => {
      const started = performance.now();
      execFileSync(process.execPath, ['--require', 'tsx/cjs', ...program], { env });
      return (performance.now() - started) / 1000;
    });
    return Math.min(...runs);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** As a landing zone writes them: each denies what nobody was promised, to somebody else every time. */
function manyDenies(count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    Sid: `Deny${index}`,
    Effect: 'Deny',
    Principal: '*',
    Action: [`s3:Put*`, `s3:Delete*`, `s3:Get*Acl`],
    Resource: [`arn:aws:s3:::${share.company.bucketName}/part-${index}/*`],
    Condition: {
      ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${share.company.account}:role/writer-${index}` },
    },
  }));
}

/** As large as AWS's ReadOnlyAccess, and as permissive. */
function readsEverything(count: number): object[] {
  const names = [
    'Get*',
    'List*',
    'Describe*',
    'BatchGet*',
    'Search*',
    'Lookup*',
    'View*',
    'GetObject',
    'ListBucket',
  ];
  const actions = Array.from({ length: count }, (_, index) => {
    const service = index < names.length ? 's3' : `service-${Math.floor(index / names.length)}`;
    return `${service}:${names[index % names.length] ?? '*'}`;
  });
  return [{ Effect: 'Allow', Action: actions, Resource: '*' }];
}

function withBucketPolicy(inventory: AccessInventory, more: readonly object[]): AccessInventory {
  return {
    ...inventory,
    buckets: inventory.buckets.map((bucket) =>
      bucket.policy
        ? { ...bucket, policy: { ...bucket.policy, document: extended(bucket.policy.document, more) } }
        : bucket,
    ),
  };
}

function extended(document: unknown, more: readonly object[]): unknown {
  const { Statement } = document as { readonly Statement: readonly object[] };
  return { ...(document as object), Statement: [...Statement, ...more] };
}

function withBoundary(inventory: AccessInventory, statements: readonly object[]): AccessInventory {
  const document = { Version: '2012-10-17', Statement: statements };
  return {
    ...inventory,
    roles: inventory.roles.map((role) => ({
      ...role,
      boundary: { name: 'boundary', document, origin: role.origin },
    })),
  };
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
    ...(vendor.identityCenter && {
      identityCenter: {
        ...vendor.identityCenter,
        instanceArn: `arn:aws:sso:::instance/ssoins-${String(index).padStart(16, '0')}`,
      },
    }),
    borrowers: index % 2 === 0 ? 'account' : 'permission-set',
  };
}

main();
