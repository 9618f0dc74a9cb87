import { InvalidShareError, type ShareProblem } from './invalid-share-error';
import type { Share } from './share';
import { type Check, entriesOf, type Report } from './validation/checks';
import { copyOfData } from './validation/copy-of-data';
import { checkRelations, type SoundParts } from './validation/relations';
import * as shape from './validation/share-shape';

/**
 * Checks a share that may hold anything, and reports every problem at once. What it returns is a copy.
 *
 * @throws InvalidShareError and nothing else
 */
export function validateShare(candidate: unknown): Share {
  const copy = copyOfData(candidate);
  const problems: ShareProblem[] = [];
  const report: Report = (field, message) => problems.push({ field, message });

  const sound = shape.share(copy, '', report);
  checkRelations(soundParts(copy), report);

  if (!sound || problems.length > 0) throw new InvalidShareError(problems);
  return copy;
}

/** Whatever has the right types already, so that one wrong type does not hide what is wrong elsewhere. */
function soundParts(candidate: unknown): SoundParts {
  const { company, vendors } = Object(candidate) as { company?: unknown; vendors?: unknown };
  const silently: Report = () => undefined;
  const isSound = <T>(check: Check<T>, value: unknown): value is T => check(value, '', silently);
  return {
    company: isSound(shape.company, company) ? company : undefined,
    vendors: entriesOf(vendors).flatMap((vendor, index) =>
      isSound(shape.vendor, vendor) ? [{ index, vendor }] : [],
    ),
  };
}
