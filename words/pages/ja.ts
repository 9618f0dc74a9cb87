import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  copy: 'コピー',
  copied: 'コピーしました',
  selected: '選択しました',
};
