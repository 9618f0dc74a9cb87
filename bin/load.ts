import { loadingError } from './report-error';

/**
 * Loads what a command does when it is done, so that `--help` and the other commands do not wait for it.
 *
 * `file` is a `require` and no `import()`: for the latter tsx would have to take care of ES modules as well, which takes
 * longer than all else that `handoff` does.
 *
 * @throws PlainError where the file, or one that it needs, cannot be read
 */
export function load<T>(file: () => T): T {
  try {
    return file();
  } catch (error) {
    throw loadingError(error);
  }
}
