import { sayParameters as say } from '../../../words/say';
import { type Report, shown } from './checks';

/** Prefixes that another one shares already: taken out of the list they would take nothing away. */
export function checkOverlappingPrefixes(prefixes: readonly string[], field: string, report: Report): void {
  for (const [place, cover] of coversOf(prefixes)) {
    const at = `${field}.prefixes[${place}]`;
    const other = `${field}.prefixes[${cover}]`;
    report(at, say('prefixCovered', { field: at, value: shown(prefixes[place]), other }));
  }
}

/** For the place of each prefix that is part of others, the first of their places. */
function coversOf(prefixes: readonly string[]): [place: number, cover: number][] {
  const covers: [number, number][] = [];
  // In the order of the alphabet everything that begins with a prefix follows right after it.
  const sorted = prefixes.map((prefix, place) => ({ prefix, place }));
  sorted.sort((a, b) => (a.prefix === b.prefix ? a.place - b.place : a.prefix < b.prefix ? -1 : 1));
  const around: { prefix: string; first: number }[] = [];
  for (const { prefix, place } of sorted) {
    while (!prefix.startsWith(around.at(-1)?.prefix ?? '')) around.pop();
    const cover = around.at(-1)?.first;
    if (cover !== undefined) covers.push([place, cover]);
    around.push({ prefix, first: Math.min(cover ?? place, place) });
  }
  return covers.sort(([a], [b]) => a - b);
}
