import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { buildApp } from '../../lib/share-app';
import type { Share } from '../../lib/share/share';
import type { Assembly } from '../../tools/proof/templates/assembly';
import { proveAssembly } from '../../tools/proof/prove';
import type { ProofReport } from '../../tools/proof/report/report';

/** Logical ids of the walkthrough's templates. */
export const ROLE = 'VendorAccessRole5980B812';
export const READ_POLICY = 'VendorAccessRoleReadPolicy214BAB46';
export const BUCKET = 'Bucket83908E77';
export const BUCKET_POLICY = 'BucketPolicyE9A3008A';
export const PERMISSION_SET = 'PermissionSet236DCE1D';

const CONTEXT = { 'aws:cdk:disable-asset-staging': true, 'aws:cdk:enable-path-metadata': true };

export function assemblyOf(share: Share): Assembly {
  const { stacks } = buildApp(share, { context: CONTEXT, analyticsReporting: false }).synth({
    validateOnSynthesis: false,
  });
  return {
    stacks: stacks.map(({ stackName, environment, template }) => ({
      name: stackName,
      account: environment.account,
      region: environment.region,
      template: isRecord(template) ? template : {},
      constructPaths: new Map(
        Object.entries(isRecord(template) && isRecord(template.Resources) ? template.Resources : {}).map(
          ([id]) => [id, `path/of/${id}`],
        ),
      ),
    })),
  };
}

/** One place in a template, and what to write there; undefined takes it out. */
export type Edit = readonly [stack: string, path: readonly (string | number)[], value: unknown];

/** Proves a copy of the assembly in which some places were written over by hand. */
export function proveWith(share: Share, assembly: Assembly, ...edits: readonly Edit[]): ProofReport {
  const copies = assembly.stacks.map((stack) => {
    const template: unknown = JSON.parse(JSON.stringify(stack.template));
    for (const [name, path, value] of edits) if (name === stack.name) write(template, path, value);
    return { ...stack, template: isRecord(template) ? template : {} };
  });
  return proveAssembly({ stacks: copies }, share);
}

function write(template: unknown, path: readonly (string | number)[], value: unknown): void {
  const [last, ...before] = [...path].reverse();
  let place = template;
  for (const step of before.reverse()) {
    if (!isRecord(place) || place[step] === undefined)
      throw new Error(`no ${step} on the way to ${path.join('.')}`);
    place = place[step];
  }
  if (!isRecord(place) || last === undefined) throw new Error(`nothing to write at ${path.join('.')}`);
  if (value === undefined) delete place[last];
  else place[last] = value;
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

export function headlines(report: ProofReport): string[] {
  return report.failures.map(({ claim, headline }) => `${claim}: ${headline}`);
}

export function refusals(report: ProofReport): string[] {
  return report.refusals.map(({ what }) => what);
}
