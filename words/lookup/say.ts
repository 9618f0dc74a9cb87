import { speaker } from '../speech';
import { en } from './en';
import { ja } from './ja';

/** What lookup prints beside the lines to paste. */
export const sayLookup = speaker({ en, ja });
