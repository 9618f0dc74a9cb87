import type { ServiceCalls } from '../../resource-type/service-calls';

/** CloudFormation makes and deletes a custom resource by invoking its function. */
export const functionCall: ServiceCalls = {
  create: ['lambda:InvokeFunction'],
  delete: ['lambda:InvokeFunction'],
  resource: (properties) => properties.text('ServiceToken'),
};
