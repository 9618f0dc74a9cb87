import { optionsOf } from './project-options';

test.each([
  ['nothing', {}, undefined, undefined],
  ['a qualifier', { '@aws-cdk/core:bootstrapQualifier': 'platform1' }, 'platform1', undefined],
  [
    'a boundary by name',
    { '@aws-cdk/core:permissionsBoundary': { name: 'org-${Qualifier}-${AWS::AccountId}-${AWS::Region}' } },
    undefined,
    'arn:aws:iam::222222222222:policy/org-hnb659fds-222222222222-us-east-1',
  ],
  [
    'a boundary by ARN',
    {
      '@aws-cdk/core:permissionsBoundary': { arn: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/Org' },
    },
    undefined,
    'arn:aws:iam::222222222222:policy/Org',
  ],
])('%s in cdk.json', (_, context, qualifier, boundary) => {
  const options = optionsOf(context);
  expect(options.qualifier).toBe(qualifier);
  expect(options.permissionsBoundary?.('222222222222', 'us-east-1')).toBe(boundary);
});

test('a key that nobody asked for is not there: the sandbox has its own way', () => {
  expect(optionsOf({})).toEqual({});
});
