import type { HandoffFacts } from './facts';

/** The files of one vendor, side by side in one folder. */
export function fileNames({ fileName }: Pick<HandoffFacts, 'fileName'>) {
  return {
    page: `${fileName}.md`,
    html: `${fileName}.html`,
    config: `${fileName}.config`,
    template: `${fileName}.vendor-half.template.json`,
    grant: `${fileName}.grant.json`,
  } as const;
}
