import type { en } from '../../../words/parameters/en';
import { sayParameters as say } from '../../../words/say';
import { type Report, shown } from './checks';

export interface Entry {
  readonly field: string;
  readonly value: string;
  /** Entries with the same one are duplicates. */
  readonly identity: string;
}

/** A message about an entry that there is already: which one, and what to do. */
export type DuplicateId = Extract<keyof typeof en, `${string}Twice`>;

/** Reports all but the first of those that are the same. */
export function checkDuplicates(entries: readonly Entry[], id: DuplicateId, report: Report): void {
  const first = new Map<string, string>();
  for (const { field, value, identity } of entries) {
    const earlier = first.get(identity);
    if (earlier === undefined) first.set(identity, field);
    else report(field, say(id, { field, value: shown(value), earlier }));
  }
}
