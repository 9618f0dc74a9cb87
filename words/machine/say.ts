import { speaker } from '../speech';
import { en } from './en';
import { ja } from './ja';

/** What is wrong with this machine, or with a file on it. */
export const sayOfMachine = speaker({ en, ja });
