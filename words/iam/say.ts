import { speaker } from '../speech';
import { en } from './en';
import { ja } from './ja';

export const say = speaker({ en, ja });
