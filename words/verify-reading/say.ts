import { speaker } from '../speech';
import { en } from './en';

/** What `verify --deployed` found in the accounts. */
export const sayReading = speaker({ en });
