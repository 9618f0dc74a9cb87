import { sayProofClasses as say } from '../../../words/say';

/** A bound of the proof was hit. It gives up rather than samples. */
export class TooLargeError extends Error {
  /** @param bound how many of which would be needed at least */
  constructor(
    what: string,
    patterns: readonly string[],
    count: number,
    bound: 'states' | 'classes' | 'valuesInOneRequest',
  ) {
    const wildest = [...new Set(patterns)].sort((a, b) => wildness(b) - wildness(a)).slice(0, 3);
    super(say(`tooMany.${bound}`, { what, limit: count, patterns: wildest.join(', ') }));
    this.name = 'TooLargeError';
  }
}

function wildness(pattern: string): number {
  return pattern.replace(/[^*?]/g, '').length;
}
