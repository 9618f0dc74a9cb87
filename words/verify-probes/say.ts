import { speaker } from '../speech';
import { en } from './en';
import { ja } from './ja';

/** What is tried, and what was seen. */
export const sayProbe = speaker({ en, ja });
