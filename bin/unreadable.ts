/**
 * What is said where files cannot even be loaded: after a slip of the pen in parameters.ts, which everything imports.
 * That is a wrong parameter, and ends as every other.
 */
export function unreadable({ message }: Error): string {
  return `nothing was tried, because a file could not be read (the last edit of parameters.ts?): ${message}`;
}
