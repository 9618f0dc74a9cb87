import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { ServiceResponse } from '../core/service';

/**
 * Headers that Node would not send, found while there is still an answer to choose. What a client may choose of them is
 * checked where it comes in; this is for what was forgotten there.
 *
 * @throws TypeError
 */
export function checkResponseHeaders({ headers = {} }: ServiceResponse): void {
  for (const [name, value] of Object.entries(headers)) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
}
