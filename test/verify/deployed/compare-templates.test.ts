import { compareTemplates } from '../../../tools/verify/deployed/compare-templates';

const role = (more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: { RoleName: 'R', Policies: [{ PolicyName: 'P' }] },
  ...more,
});
const proved = { Resources: { Role: role() }, Outputs: { Arn: { Value: 'x' } }, Description: 'one' };

test('what gives nobody anything is no difference', () => {
  const deployed = {
    Description: 'another',
    Metadata: { made: 'by hand' },
    Conditions: { CDKMetadataAvailable: { 'Fn::Equals': ['a', 'a'] } },
    Resources: {
      Role: role({ Metadata: { 'aws:cdk:path': 'elsewhere' } }),
      CDKMetadata: {
        Type: 'AWS::CDK::Metadata',
        Properties: { Analytics: 'v2' },
        Condition: 'CDKMetadataAvailable',
      },
    },
  };
  expect(compareTemplates(deployed, proved)).toEqual([]);
});

test('the smallest place that differs is named', () => {
  const Properties = { RoleName: 'R', Policies: [{ PolicyName: 'Q' }], Path: '/x/' };
  expect(
    compareTemplates({ Resources: { Role: role({ Properties, DeletionPolicy: 'Retain' }) } }, proved),
  ).toEqual([
    {
      what: 'Role (AWS::IAM::Role)',
      place: 'Properties.Policies[0].PolicyName',
      deployed: '"Q"',
      proved: '"P"',
    },
    { what: 'Role (AWS::IAM::Role)', place: 'Properties.Path', deployed: '"/x/"' },
    { what: 'Role (AWS::IAM::Role)', place: 'DeletionPolicy', deployed: '"Retain"' },
  ]);
});

test('a resource more, a resource less, and a resource of another type', () => {
  const user = { Type: 'AWS::IAM::User' };
  expect(compareTemplates({ Resources: { Role: role(), User: user } }, proved)).toEqual([
    { what: 'User (AWS::IAM::User)', place: '', deployed: '{"Type":"AWS::IAM::User"}' },
  ]);
  expect(compareTemplates({ Resources: {} }, { Resources: { User: user } })).toEqual([
    { what: 'User (AWS::IAM::User)', place: '', proved: '{"Type":"AWS::IAM::User"}' },
  ]);
  // What calls itself metadata on one side alone is compared.
  expect(
    compareTemplates({ Resources: { User: user } }, { Resources: { User: { Type: 'AWS::CDK::Metadata' } } }),
  ).toEqual([
    {
      what: 'User (AWS::CDK::Metadata)',
      place: 'Type',
      deployed: '"AWS::IAM::User"',
      proved: '"AWS::CDK::Metadata"',
    },
  ]);
});

test('sections that decide what becomes of resources are compared', () => {
  expect(
    compareTemplates({ ...proved, Transform: 'AWS::Serverless-2016-10-31', Mappings: { M: {} } }, proved),
  ).toEqual([
    { what: 'Transform', place: '', deployed: '"AWS::Serverless-2016-10-31"' },
    { what: 'Mappings', place: '', deployed: '{"M":{}}' },
  ]);
  expect(
    compareTemplates({ ...proved, Conditions: { CDKMetadataAvailable: true, Always: true } }, proved),
  ).toEqual([{ what: 'Conditions', place: '', deployed: '{"Always":true}' }]);
});
