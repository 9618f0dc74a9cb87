import type { ResourceType } from '../../resource-type/resource-type';
export const ssoPermissionSet: ResourceType = {
  properties: {},
  required: [],
  attributes: [],
  create: () => ({ physicalId: 'x', attributes: {} }),
  update: ({ existing }) => existing,
  delete: () => undefined,
};
