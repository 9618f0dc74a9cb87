/** One sentence that says what is wrong with an assembly, and the next step. */
export class UnreadableAssemblyError extends Error {
  override readonly name = 'UnreadableAssemblyError';
}
