import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  halfWidthDigits: '半角の数字 0–9 で入力してください',
  halfWidth: '半角の英字、数字、記号で入力してください',
};
