import { ExitCode, PlainError } from './exit-code';
import { sayOfMachine as say } from '../words/say';

/** So long, in milliseconds, what is under way may take to clean up. */
const LONGEST = 15_000;

/**
 * Ctrl-C as a signal for what is under way. Every further one changes nothing (npm passes its own on to the one of the
 * terminal), so that what was begun is cleaned up. So are a terminal that is closed and a reader that has seen enough
 * (`npm run rehearse | head`). What cannot be stopped is left: the process ends, and with it its children and its folders.
 */
export function stoppable(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    controller.abort();
    timer ??= setTimeout(() => process.exit(ExitCode.CouldNotTell), LONGEST).unref();
  };
  for (const name of SIGNALS) process.on(name, stop);
  process.stdout.on('error', stop);
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      for (const name of SIGNALS) process.off(name, stop);
      process.stdout.off('error', stop);
    },
  };
}

/** Whatever becomes of it, what is under way is waited for no longer than until it is to stop. */
export async function untilStopped<T>(underWay: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(stoppedByHand());
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([underWay, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What nothing can be told for. */
export const stoppedByHand = (): PlainError => new PlainError(say('stoppedByHand'), ExitCode.CouldNotTell);

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
