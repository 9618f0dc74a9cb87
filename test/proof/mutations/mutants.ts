import type { Assembly } from './cloudformation';
import { documentMutants } from './documents';
import { doorMutants } from './doors';
import type { Mutant } from './mutant';
import { nameMutants } from './names';
import { templateMutants, unknowableNames } from './templates';

/** Every small change that could matter, and many that cannot: always the same ones in the same order. */
export function mutantsOf(assembly: Assembly): Mutant[] {
  const seen = new Set([assembly.map(() => '').join()]);
  return [
    ...documentMutants(assembly),
    ...nameMutants(assembly),
    ...templateMutants(assembly),
    ...unknowableNames(assembly),
    ...doorMutants(assembly),
  ].filter((mutant) => {
    // The stacks that the mutant shares with the original need not be read again.
    const text = mutant.assembly
      .map((stack, index) => (stack === assembly[index] ? '' : JSON.stringify(stack)))
      .join();
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
