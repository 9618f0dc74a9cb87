import type { ResourceType } from '../../resource-type/resource-type';
import { randomText } from '../../resource-type/physical-name';

/** What `versionReporting` puts into a template: it does nothing. */
export const cdkMetadata: ResourceType = {
  properties: { Analytics: 'update' },
  required: [],
  attributes: [],
  create: () => ({ physicalId: randomText('0123456789abcdef', 32), attributes: {} }),
  update: ({ existing }) => existing,
  delete: () => undefined,
};
