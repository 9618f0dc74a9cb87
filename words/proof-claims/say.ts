import { speaker } from '../speech';
import { en } from './en';

export const say = speaker({ en });
