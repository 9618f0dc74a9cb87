import { speaker } from '../speech';
import { en } from './en';

/** Why a call says nothing about the share, and what to do. */
export const sayNetwork = speaker({ en });
