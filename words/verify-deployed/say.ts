import { speaker } from '../speech';
import { en } from './en';

export const sayDeployed = speaker({ en });
