import type { ResourceType } from '../../resource-type/resource-type';
export const ssoAssignment: ResourceType = {
  properties: {},
  required: [],
  attributes: [],
  create: () => ({ physicalId: 'x', attributes: {} }),
  update: ({ existing }) => existing,
  delete: () => undefined,
};
