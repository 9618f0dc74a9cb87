import { speaker } from '../speech';
import { en } from './en';
import { ja } from './ja';

/** What `verify --deployed` found in the accounts. */
export const sayReading = speaker({ en, ja });
