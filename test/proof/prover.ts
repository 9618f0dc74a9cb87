import { proveAssembly } from '../../tools/proof/prove-directory';
import type { ProofReport } from '../../tools/proof/report/report';
import { readAssembly } from '../../tools/proof/templates/assembly';
import { NO_ASSETS } from '../../tools/proof/templates/assets';
import type { Base } from './mutations/bases';
import type { Assembly } from './mutations/cloudformation';

/** Proves mutants of one base. What is uploaded is not mutated: it is that of the base. */
export function prover({
  share,
  directory,
}: Omit<Base, 'title' | 'assembly'>): (assembly: Assembly) => ProofReport {
  const { stacks } = readAssembly(directory);
  return (assembly) =>
    proveAssembly(
      {
        stacks: assembly.map((stack) => ({
          ...stack,
          assets: stacks.find(({ name }) => name === stack.name)?.assets ?? NO_ASSETS,
          constructPaths: new Map<string, string>(),
        })),
      },
      share,
    );
}
