import { PassThrough, type Readable } from 'node:stream';

/**
 * Tells pages that something has changed, and no more than that: they then ask for themselves again.
 *
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export class Changes {
  private readonly listeners = new Set<PassThrough>();
  private timer: NodeJS.Timeout | undefined;

  /** @param patience milliseconds in which changes are one */
  constructor(private readonly patience = 250) {}

  /** A stream of events, until the page goes or the server stops. */
  listen(): Readable {
    const listener = new PassThrough();
    this.listeners.add(listener);
    listener.on('close', () => this.listeners.delete(listener));
    listener.write('retry: 1000\n\n');
    return listener;
  }

  happened(): void {
    if (this.listeners.size === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      for (const listener of this.listeners) listener.write('data: changed\n\n');
    }, this.patience).unref();
  }

  /** Ends all streams. */
  stop(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.end();
  }
}
