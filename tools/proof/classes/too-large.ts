/** A bound of the proof was hit. It gives up rather than samples. */
export class TooLargeError extends Error {
  constructor(what: string, patterns: readonly string[], bound: string) {
    const wildest = [...new Set(patterns)].sort((a, b) => wildness(b) - wildness(a)).slice(0, 3);
    super(
      `telling all values of ${what} apart needs more than ${bound}; the patterns that cost most: ` +
        `${wildest.join(', ')}. Write them with fewer wildcards.`,
    );
    this.name = 'TooLargeError';
  }
}

function wildness(pattern: string): number {
  return pattern.replace(/[^*?]/g, '').length;
}
