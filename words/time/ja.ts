import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  local: '{year} 年 {month} {day} 日 {hour}:{minute} ({timeZone})',
  localAndUtc: '{year} 年 {month} {day} 日 {hour}:{minute} ({timeZone}、UTC では {utc})',
  day: '{year} 年 {month} {day} 日',
  moment: '{year} 年 {month} {day} 日 {hour}:{minute} ({timeZone}、UTC では {utc})',
  past: '{moment}。過ぎているため、もう何も許可されません',
  'month.1': '1 月',
  'month.2': '2 月',
  'month.3': '3 月',
  'month.4': '4 月',
  'month.5': '5 月',
  'month.6': '6 月',
  'month.7': '7 月',
  'month.8': '8 月',
  'month.9': '9 月',
  'month.10': '10 月',
  'month.11': '11 月',
  'month.12': '12 月',
  'zone.Asia/Tokyo': '日本時間',
  'zone.UTC': '協定世界時',
};
