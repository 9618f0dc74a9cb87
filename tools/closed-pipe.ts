import { ExitCode } from './exit-code';
import { sayOfMachine as say } from '../words/say';

/** How a stream says that nobody reads any more; the last two are Windows'. https://nodejs.org/api/process.html#a-note-on-process-io */
const CLOSED = ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'EOF'];

/**
 * `npm run prove | head` is no failure, whether result or progress is not read to its end; what cannot be written for
 * another reason (a full disk) is one: then the process ends with 3, whatever it found.
 */
export function endQuietlyWhenUnread(): void {
  let lost = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (lost || CLOSED.includes(error.code ?? '')) return;
      lost = true;
      process.on('exit', () => (process.exitCode = ExitCode.CouldNotTell));
      process.stderr.write(`${say('outputLost', { reason: error.message })}\n`);
    });
  }
}
