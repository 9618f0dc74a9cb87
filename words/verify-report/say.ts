import { speaker } from '../speech';
import { en } from './en';

export const sayReport = speaker({ en });
