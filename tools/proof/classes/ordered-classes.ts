/** How a kind of ordered values (dates, numbers) is written, and how far apart people write them. */
export interface Scale {
  /** Undefined if this value cannot be written. */
  readonly write: (value: number) => string | undefined;
  /** What {@link write} wrote, as the evaluator reads it. */
  readonly read: (text: string) => number | undefined;
  readonly step: number;
}

/**
 * One value for each cut point, for each gap between two, and beyond both ends: comparisons (`<`, `<=`, `=` …) with
 * the cut points cannot tell values of one gap apart. A gap in which no value can be written is left out.
 */
export function orderedClasses(cutPoints: readonly number[], scale: Scale): string[] {
  const cuts = [...new Set(cutPoints)].sort((a, b) => a - b);
  const found = [valueBetween(-Infinity, cuts[0] ?? Infinity, scale)];
  cuts.forEach((cut, index) => {
    found.push(scale.write(cut), valueBetween(cut, cuts[index + 1] ?? Infinity, scale));
  });
  return found.filter((text) => text !== undefined);
}

function valueBetween(low: number, high: number, { write, read, step }: Scale): string | undefined {
  const candidates = [low + step, high - step, low + 1, high - 1, (low + high) / 2, 0];
  return candidates.map(write).find((text) => {
    const value = text === undefined ? undefined : read(text);
    return value !== undefined && low < value && value < high;
  });
}
