/**
 * Ctrl-C as a signal for what is under way; the second one ends the process as usual. So are a terminal that is closed
 * and a reader that has seen enough (`npm run rehearse | head`).
 */
export function stoppable(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const name of SIGNALS) process.once(name, stop);
  process.stdout.once('error', stop);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, stop);
      process.stdout.off('error', stop);
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
