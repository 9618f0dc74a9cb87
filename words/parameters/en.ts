import type { Messages } from '../speech';

/** What is wrong with a parameter: field, rule, value, and what to do. The other rules are in lib/share/validation/. */
export const en = {
  halfWidthDigits: 'use half-width digits 0–9',
  halfWidth: 'use half-width letters, digits and signs',
} as const satisfies Messages;
