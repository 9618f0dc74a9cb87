import { PlainError } from '../tools/exit-code';
import { machineFault } from '../tools/machine-fault';

/**
 * Writes what was asked for where it was asked for.
 *
 * @param refusal in words, with what the system says
 * @throws PlainError if it cannot be written; of a computer that is out of something, what the system says
 */
export function writeOrRefuse(write: () => void, refusal: (reason: string) => string): void {
  try {
    write();
  } catch (error) {
    if (machineFault(error) !== undefined) throw error;
    throw new PlainError(refusal(error instanceof Error ? error.message : String(error)));
  }
}
