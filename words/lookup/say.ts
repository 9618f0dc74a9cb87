import { speaker } from '../speech';
import { en } from './en';

/** What lookup prints beside the lines to paste. */
export const sayLookup = speaker({ en });
