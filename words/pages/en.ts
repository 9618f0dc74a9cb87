/** What all pages say. */
export const en = {
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected',
} as const;
