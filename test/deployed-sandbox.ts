import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { zipSync, type Zippable } from 'fflate';
import { grantsOf, type Grant } from '../lib/share/grant';
import type { Share } from '../lib/share/share';
import { buildApp } from '../lib/share-app';
import { writeHandoff, type Handoff } from '../tools/handoff/handoff';
import { readAssembly, type StackTemplate } from '../tools/proof/templates/assembly';
import type { Administrator } from '../tools/sandbox/seed/seed-world';
import { vendorLogin } from '../tools/sandbox/clients/vendor-login';
import { deploymentsOf } from '../tools/rehearse/deployments';
import { deployVendorHalf } from '../tools/rehearse/deploy-vendor-half';
import { type Sandbox, startSandbox } from '../tools/sandbox/sandbox';
import { createTemporaryHome, type TemporaryHome } from '../tools/sandbox/clients/temporary-home';

/**
 * Where the tests of verify, rehearse and the AWS CLI begin: a sandbox with a share deployed into it through its
 * CloudFormation, and someone who lives next to it.
 */
export interface DeployedSandbox {
  readonly sandbox: Sandbox;
  readonly share: Share;
  readonly grant: Grant;
  readonly handoff: Handoff;
  /** What was deployed. */
  readonly templates: readonly StackTemplate[];
  /** Has the administrators' profiles, the handoff's config, and the first vendor's borrower signed in. */
  readonly home: TemporaryHome;
  stop(): Promise<void>;
}

/** Synthesizes once and deploys what came out, without the seconds that the CDK CLI takes. */
export async function deployedSandbox(share: Share): Promise<DeployedSandbox> {
  const sandbox = await startSandbox({ share });
  const outdir = mkdtempSync(join(tmpdir(), 'vendor-share-synth-'));
  let templates: readonly StackTemplate[];
  try {
    for (const stack of buildApp(share, { outdir }).synth().stacks) {
      await publishAssets(outdir, stack.stackName, sandbox);
      await createStack(stack.stackName, JSON.stringify(stack.template), sandbox, {
        account: stack.environment.account,
        region: stack.environment.region,
      });
    }
    templates = readAssembly(outdir).stacks;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
  const [grant] = grantsOf(share);
  if (grant === undefined) throw new Error('the share has no vendor');
  for (const { half, stack, profile } of deploymentsOf(share, sandbox)) {
    const administrator = sandbox.administrators.get(profile);
    if (half === undefined || administrator === undefined) continue;
    const signal = AbortSignal.timeout(10_000);
    await deployVendorHalf({ grant: half, stack, administrator, endpoint: sandbox.url, signal });
  }
  const handoff = writeHandoff(grant, share);
  const login = vendorLogin(grant, share, sandbox);
  const who = { ...login, administrators: sandbox.administrators };
  const home = await createTemporaryHome(who, sandbox.url);
  const stop = async () => {
    home.remove();
    await sandbox.stop();
  };
  return { sandbox, share, grant, handoff, templates, home, stop };
}

interface AssetManifest {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path: string; readonly packaging: string };
        readonly destinations: Readonly<
          Record<string, { readonly bucketName: string; readonly objectKey: string }>
        >;
      }
    >
  >;
}

async function publishAssets(outdir: string, stackName: string, { objects }: Sandbox): Promise<void> {
  const text = readFileSync(join(outdir, `${stackName}.assets.json`), 'utf8');
  const { files } = JSON.parse(text) as AssetManifest; // our own synth, a moment ago
  for (const { source, destinations } of Object.values(files)) {
    const path = join(outdir, source.path);
    // What comes as a file is the deployment's Lambda layer: large, and the sandbox runs no Lambda code.
    const body = source.packaging === 'zip' ? Buffer.from(zipSync(folder(path))) : Buffer.from('layer');
    for (const { bucketName, objectKey } of Object.values(destinations))
      await objects.put(bucketName, objectKey, body);
  }
}

function folder(path: string): Zippable {
  const entries = readdirSync(path).map((name): [string, Zippable | Uint8Array] => {
    const inside = join(path, name);
    return [name, statSync(inside).isDirectory() ? folder(inside) : readFileSync(inside)];
  });
  return Object.fromEntries(entries);
}

async function createStack(
  StackName: string,
  TemplateBody: string,
  { url, administrators }: Sandbox,
  { account, region }: { account: string; region: string },
): Promise<void> {
  const admin = [...administrators.values()].find(
    (candidate): candidate is Administrator => candidate.account === account,
  );
  if (admin === undefined) throw new Error(`nobody administers account ${account}`);
  const client = new CloudFormationClient({ endpoint: url, region, credentials: admin.credential });
  await client.send(
    new CreateStackCommand({ StackName, TemplateBody, Capabilities: ['CAPABILITY_NAMED_IAM'] }),
  );
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
  client.destroy();
  const status = Stacks?.[0]?.StackStatus;
  if (status !== 'CREATE_COMPLETE')
    throw new Error(`${StackName} is ${status ?? 'missing'}: ${Stacks?.[0]?.StackStatusReason ?? ''}`);
}
