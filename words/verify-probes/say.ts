import { speaker } from '../speech';
import { en } from './en';

/** What is tried, and what was seen. */
export const sayProbe = speaker({ en });
