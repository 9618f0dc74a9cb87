import type { Assembly } from './cloudformation';
import { documentMutants } from './documents';
import { doorMutants } from './doors';
import type { Mutant } from './mutant';
import { nameMutants } from './names';

/** Every small change that could matter, and many that cannot: always the same ones in the same order. */
export function mutantsOf(assembly: Assembly): Mutant[] {
  const seen = new Set([JSON.stringify(assembly)]);
  return [...documentMutants(assembly), ...nameMutants(assembly), ...doorMutants(assembly)].filter(
    (mutant) => {
      const text = JSON.stringify(mutant.assembly);
      if (seen.has(text)) return false;
      seen.add(text);
      return true;
    },
  );
}
