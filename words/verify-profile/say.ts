import { speaker } from '../speech';
import { en } from './en';
import { ja } from './ja';

/** What is wrong with a profile, and what to write instead. */
export const sayProfile = speaker({ en, ja });
