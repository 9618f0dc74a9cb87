import { setFlagsFromString } from 'node:v8';

/**
 * A sandbox that is left running answers thousands of requests, and nearly all that it makes for one is garbage soon. V8
 * would let that pile up before it looks; told to keep the heap small, it looks sooner. For the process as a whole, so it
 * is for the command that does nothing else.
 *
 * https://nodejs.org/docs/latest-v20.x/api/v8.html#v8setflagsfromstringflags
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
}
