import { speaker } from '../speech';
import { en } from './en';
import { ja } from './ja';

/** Why a call says nothing about the share, and what to do. */
export const sayNetwork = speaker({ en, ja });
