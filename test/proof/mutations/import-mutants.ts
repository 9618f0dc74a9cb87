import { type Json, type JsonObject, objectAt } from '../../naive/json';
import { BUCKET } from './added-documents';
import type { Assembly } from './cloudformation';
import { type Mutant, edited, sitesOf } from './mutant';

/** The bucket's name in the role's own policy, exported by a third stack of the company: rightly, wrongly, twice, perhaps. */
export function importMutants(assembly: Assembly): Mutant[] {
  const company = assembly.find(({ template }) =>
    Object.values(objectAt(template, 'Resources')).some((resource) =>
      JSON.stringify(resource).includes('"AWS::S3::Bucket"'),
    ),
  );
  const [readPolicy] = sitesOf(assembly, 'AWS::IAM::ManagedPolicy');
  if (!company || !readPolicy) throw new Error('these are not the templates of a share');
  const importing = (arn: Json, own: JsonObject = {}): Assembly => {
    const document = JSON.stringify(readPolicy.properties['PolicyDocument'])
      .replaceAll(JSON.stringify(BUCKET), JSON.stringify(arn))
      .replaceAll(new RegExp(`"${BUCKET}(/[^"]*)"`, 'g'), (_, rest: string) =>
        JSON.stringify({ 'Fn::Join': ['', [arn, rest]] }),
      );
    const path = ['Resources', readPolicy.logicalId, 'Properties', 'PolicyDocument'];
    const parsed: unknown = JSON.parse(document);
    const changed = edited(assembly, company.name, path, parsed as Json);
    return Object.entries(own).reduce(
      (all, [id, output]) => edited(all, company.name, ['Outputs', id], output),
      changed,
    );
  };
  const third = (
    outputs: JsonObject,
    more: { template?: JsonObject; account?: string; region?: string; name?: string } = {},
  ) => ({
    name: more.name ?? 'NamesStack',
    account: more.account ?? company.account,
    region: more.region ?? company.region,
    template: { Resources: {}, Outputs: outputs, ...more.template },
  });
  const output = (Value: Json, Name: Json = 'shared-bucket', more: JsonObject = {}): JsonObject => ({
    Value,
    Export: { Name },
    ...more,
  });
  const imported: Json = { 'Fn::ImportValue': 'shared-bucket' };
  const right = output(BUCKET);
  const conditions = {
    Conditions: { Never: { 'Fn::Equals': ['a', 'b'] }, Always: { 'Fn::Equals': ['a', 'a'] } },
  };
  const cases: readonly (readonly [string, Assembly])[] = [
    ['by one stack', [...importing(imported), third({ Bucket: right })]],
    ['by the first stack', [third({ Bucket: right }), ...importing(imported)]],
    [
      'by a name that is put together',
      [
        ...importing({ 'Fn::ImportValue': { 'Fn::Join': ['-', ['shared', 'bucket']] } }),
        third({ Bucket: output(BUCKET, { 'Fn::Sub': 'shared-bucket' }) }),
      ],
    ],
    ['another bucket', [...importing(imported), third({ Bucket: output('arn:aws:s3:::another-bucket') })]],
    ['every bucket', [...importing(imported), third({ Bucket: output(`${BUCKET}*`) })]],
    ['by nobody', importing(imported)],
    ['under another name', [...importing(imported), third({ Bucket: output(BUCKET, 'Shared-bucket') })]],
    ['by two outputs', [...importing(imported), third({ Bucket: right, Again: right })]],
    [
      'by two stacks',
      [...importing(imported), third({ Bucket: right }), third({ Bucket: right }, { name: 'MoreStack' })],
    ],
    [
      'by two outputs, of which one is never there',
      [
        ...importing(imported),
        third(
          { Bucket: right, Other: output('arn:aws:s3:::*', 'shared-bucket', { Condition: 'Never' }) },
          { template: conditions },
        ),
      ],
    ],
    [
      'by an output that is never there',
      [
        ...importing(imported),
        third({ Bucket: output(BUCKET, 'shared-bucket', { Condition: 'Never' }) }, { template: conditions }),
      ],
    ],
    [
      'by an output that is always there',
      [
        ...importing(imported),
        third({ Bucket: output(BUCKET, 'shared-bucket', { Condition: 'Always' }) }, { template: conditions }),
      ],
    ],
    [
      'by the vendor’s stack',
      importing(imported).map((stack) =>
        stack.account === company.account
          ? stack
          : {
              ...stack,
              template: {
                ...stack.template,
                Outputs: { ...objectAt(stack.template, 'Outputs'), Bucket: right },
              },
            },
      ),
    ],
    [
      'as what only a deployment tells',
      [...importing(imported), third({ Bucket: output({ Ref: 'BootstrapVersion' }) })],
    ],
    ['as a list', [...importing(imported), third({ Bucket: output([BUCKET]) })]],
    [
      'under a name that only a deployment tells',
      [...importing(imported), third({ Bucket: right, Other: output('x', { Ref: 'Unknown' }) })],
    ],
    ['by the same stack', importing(imported, { Shared: right })],
    [
      'by a stack that imports it from there',
      [
        ...importing(imported, { Name: output('x', 'name') }),
        third({ Bucket: right, Other: output({ 'Fn::ImportValue': 'name' }, 'other') }),
      ],
    ],
  ];
  return cases.map(([how, changed]) => ({ name: `the bucket's ARN is exported ${how}`, assembly: changed }));
}
