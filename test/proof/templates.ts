import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { buildApp } from '../../lib/share-app';
import type { Share } from '../../lib/share/share';
import { type Assembly, readAssembly } from '../../tools/proof/templates/assembly';
import { inventoryOf } from '../../tools/proof/templates/collect';
import type { AccessInventory } from '../../tools/proof/templates/inventory';
import { proveAssembly } from '../../tools/proof/prove-directory';
import type { ProofReport } from '../../tools/proof/report/report';
import { THOROUGH } from '../properties';

/** Logical ids of the walkthrough's templates. */
export const ROLE = 'VendorAccessRole5980B812';
export const READ_POLICY = 'VendorAccessRoleReadPolicy214BAB46';
export const BUCKET = 'Bucket83908E77';
export const BUCKET_POLICY = 'BucketPolicyE9A3008A';
export const PERMISSION_SET = 'PermissionSet236DCE1D';

/** What `cdk synth` writes for a share, in a temporary folder. */
export function synthesized(share: Share): string {
  const app = buildApp(share, { analyticsReporting: false });
  return app.synth({ validateOnSynthesis: false }).directory;
}

export function assemblyOf(share: Share): Assembly {
  const { stacks } = readAssembly(synthesized(share));
  return {
    stacks: stacks.map((stack) => ({
      ...stack,
      constructPaths: new Map(
        Object.keys(isRecord(stack.template.Resources) ? stack.template.Resources : {}).map((id) => [
          id,
          `path/of/${id}`,
        ]),
      ),
    })),
  };
}

/** One place in a template, and what to write there; undefined takes it out. */
export type Edit = readonly [stack: string, path: readonly (string | number)[], value: unknown];

/** Proves a copy of the assembly in which some places were written over by hand. */
export function proveWith(share: Share, assembly: Assembly, ...edits: readonly Edit[]): ProofReport {
  return proveAssembly(editedCopy(assembly, edits), share);
}

/** What a copy of the assembly gives, after the same. */
export function inventoryWith(assembly: Assembly, ...edits: readonly Edit[]): AccessInventory {
  return inventoryOf(editedCopy(assembly, edits));
}

/**
 * What of the copy cannot be judged: a third of the time that the proof takes. Where there is time, the whole proof is asked
 * as well, and must not say for certain that something is broken.
 */
export function unjudgedWith(share: Share, assembly: Assembly, ...edits: readonly Edit[]): string[] {
  if (THOROUGH) expect(headlines(proveWith(share, assembly, ...edits))).toEqual([]);
  return inventoryWith(assembly, ...edits).unjudged.map(({ what }) => what);
}

function editedCopy({ stacks }: Assembly, edits: readonly Edit[]): Assembly {
  const copies = stacks.map((stack) => {
    const template: unknown = JSON.parse(JSON.stringify(stack.template));
    for (const [name, path, value] of edits) if (name === stack.name) writeAt(template, path, value);
    return { ...stack, template: isRecord(template) ? template : {} };
  });
  return { stacks: copies };
}

export function writeAt(template: unknown, path: readonly (string | number)[], value: unknown): void {
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

/** What stands at a place of JSON; undefined if there is no such place. */
export function readAt(json: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((place, step) => (isRecord(place) ? place[step] : undefined), json);
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
