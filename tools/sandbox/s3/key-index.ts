/**
 * The keys of a bucket in S3's order, that of their UTF-8 bytes: kept in short sorted runs, so that adding or removing one
 * moves few others, and finding a place is two binary searches.
 */
export class KeyIndex {
  private readonly runs: string[][] = [];

  /** @param key one that is not there yet */
  add(key: string): void {
    const found = this.find((other) => compareKeys(other, key) > 0);
    const at = Math.min(found.at, this.runs.length - 1);
    const run = this.runs[at];
    if (run === undefined) {
      this.runs.push([key]);
      return;
    }
    run.splice(found.at === at ? found.offset : run.length, 0, key);
    if (run.length > LONGEST_RUN) this.runs.splice(at + 1, 0, run.splice(LONGEST_RUN / 2));
  }

  /** @param key one that is there */
  remove(key: string): void {
    const { at, offset } = this.find((other) => compareKeys(other, key) >= 0);
    this.runs[at]?.splice(offset, 1);
    if (this.runs[at]?.length === 0) this.runs.splice(at, 1);
  }

  /** In order, from the first key on for which something holds that holds for all after it. */
  *from(holds: (key: string) => boolean): Generator<string, undefined> {
    let { at, offset } = this.find(holds);
    for (let run = this.runs[at]; run !== undefined; run = this.runs[++at], offset = 0) {
      for (; offset < run.length; offset++) yield run[offset] ?? '';
    }
    return undefined;
  }

  private find(holds: (key: string) => boolean): { at: number; offset: number } {
    const at = firstIndex(this.runs, (run) => holds(run.at(-1) ?? ''));
    return { at, offset: firstIndex(this.runs[at] ?? [], holds) };
  }
}

const LONGEST_RUN = 512;

function firstIndex<T>(sorted: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** As their UTF-8 bytes compare: negative, 0 or positive. */
export function compareKeys(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = rank(left.charCodeAt(index)) - rank(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The halves of a surrogate pair stand for what is above U+FFFF, and come before U+E000 in UTF-16 alone. */
const rank = (unit: number): number => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit);
