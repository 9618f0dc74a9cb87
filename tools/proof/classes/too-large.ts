import type { Language } from './language';

/** A bound of the proof was hit. It refuses rather than samples. */
export class TooLargeError extends Error {
  constructor(what: string, questions: readonly Pick<Language, 'text'>[], bound: string) {
    const patterns = [...new Set(questions.map(({ text }) => text))];
    const wildest = patterns.sort((a, b) => wildness(b) - wildness(a)).slice(0, 3);
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
