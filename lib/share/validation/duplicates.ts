import { type Report, shown } from './checks';

export interface Entry {
  readonly field: string;
  readonly value: string;
  /** Entries with the same one are duplicates. */
  readonly identity: string;
}

/** Reports all but the first of those that are the same. */
export function checkDuplicates(entries: readonly Entry[], must: string, next: string, report: Report): void {
  const first = new Map<string, string>();
  for (const { field, value, identity } of entries) {
    const earlier = first.get(identity);
    if (earlier === undefined) first.set(identity, field);
    else report(field, `${field} must ${must}, got ${shown(value)}, as ${earlier} is (${next})`);
  }
}
