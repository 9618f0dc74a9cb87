import { speaker } from '../speech';
import { en } from './en';
import { ja } from './ja';

/** What is wrong, and what to do about it. */
export const sayCause = speaker({ en, ja });
