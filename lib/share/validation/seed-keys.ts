import { sayParameters as say } from '../../../words/say';
import type { SeedObject } from '../share';
import { type Report, shown } from './checks';
import { checkDuplicates } from './duplicates';

/** Two objects for one key, and objects in the place of folders of others. */
export function checkSeedKeys(objects: readonly SeedObject[], report: Report): void {
  const places = objects.map(({ key }, place) => ({
    field: `company.seedObjects[${place}].key`,
    value: key,
    identity: key,
  }));
  checkDuplicates(places, 'seedKeyTwice', report);

  const folders = new Map<string, string>();
  for (const { value } of places) for (const folder of foldersOf(value)) folders.set(folder, value);
  for (const { field, value } of places) {
    const below = folders.get(value);
    if (below === undefined) continue;
    report(field, say('seedKeyIsFolder', { field, value: shown(value), other: shown(below) }));
  }
}

/** `a` and `a/b` of `a/b/c`; of a key that is too long, and rejected for it, none. */
function foldersOf(key: string): string[] {
  if (key.length > 1024) return [];
  return [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index));
}
