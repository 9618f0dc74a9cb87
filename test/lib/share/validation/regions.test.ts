import { isOptIn, REGIONS } from '../../../../lib/share/validation/regions';

test('eighteen regions are used only by accounts that have enabled them', () => {
  // https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
  expect([...REGIONS].filter(isOptIn)).toEqual([
    ...['af-south-1', 'ap-east-1', 'ap-east-2', 'ap-south-2'],
    ...['ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7'],
    ...['ca-west-1', 'eu-central-2', 'eu-south-1', 'eu-south-2', 'il-central-1'],
    ...['me-central-1', 'me-south-1', 'me-west-1', 'mx-central-1'],
  ]);
});
