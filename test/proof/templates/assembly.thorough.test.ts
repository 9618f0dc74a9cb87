import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { walkthroughShare } from '../../lib/walkthrough-share';
import { type Folder, proveTampered } from '../tampered';
import { headlines, READ_POLICY, refusals, synthesized } from '../templates';

let original: string;
beforeAll(() => {
  original = synthesized(walkthroughShare);
});

const prove = (change: (folder: Folder) => void) => proveTampered(walkthroughShare, original, change);

/** JSON text, too deep for what would write it. */
const nested = (depth: number, open: string, close: string, inside = '0') =>
  open.repeat(depth) + inside + close.repeat(depth);

function setDeep(folder: Folder, text: string): void {
  folder.set('CompanyStack.template.json', ['Metadata'], 'DEEP');
  folder.write(
    'CompanyStack.template.json',
    folder.read('CompanyStack.template.json').replace('"DEEP"', text),
  );
  folder.seal('CompanyStack');
}

describe('what was not looked up is not decided', () => {
  test.each<[string, unknown, string]>([
    [
      'a parameter',
      [{ key: 'ssm:account=1', provider: 'ssm', props: {} }],
      'values that CDK looks up on AWS: ssm:account=1. Run `npx cdk synth` once with a profile (`--profile NAME`), so that cdk.context.json has them.',
    ],
    ['two of them', [{ key: 'a' }, { key: 'b' }], 'values that CDK looks up on AWS: a, b. Run'],
    ['what cannot be read', ['odd', null], 'values that CDK looks up on AWS: "odd", null. Run'],
    ['no list', 'odd', 'values that CDK looks up on AWS: "odd". Run'],
  ])('%s', (_, missing, says) => {
    const report = prove((folder) => folder.set('manifest.json', ['missing'], missing));

    expect(report.verdict).toBe('not decided');
    expect(refusals(report).join()).toContain(says);
  });

  test('an empty list is nothing', () => {
    expect(prove((folder) => folder.set('manifest.json', ['missing'], [])).verdict).toBe('holds');
  });
});

describe('depth and size are not decided, in one sentence, and nothing crashes', () => {
  test.each<[string, (folder: Folder) => void, string]>([
    [
      '30,000 brackets in a template',
      (folder) => setDeep(folder, nested(30_000, '[', ']')),
      'the template of CompanyStack is nested more than 200 levels deep, so nothing in it was read.',
    ],
    [
      'a hundred thousand objects within each other',
      (folder) => setDeep(folder, nested(100_000, '{"a":', '}')),
      'the template of CompanyStack is nested more than 200 levels deep, so nothing in it was read.',
    ],
    [
      '201 levels',
      (folder) => setDeep(folder, nested(200, '[', ']')),
      'the template of CompanyStack is nested more than 200 levels deep, so nothing in it was read.',
    ],
    [
      '30,000 brackets in a policy that is text',
      (folder) =>
        folder.setSealed(
          'CompanyStack',
          ['Resources', READ_POLICY, 'Properties', 'PolicyDocument'],
          nested(30_000, '[', ']'),
        ),
      `AWS::IAM::ManagedPolicy ${READ_POLICY}: its PolicyDocument is JSON nested more than 200 levels deep.`,
    ],
    [
      '30,000 brackets in the manifest',
      (folder) => {
        folder.set('manifest.json', ['missing'], 'DEEP');
        folder.write(
          'manifest.json',
          folder.read('manifest.json').replace('"DEEP"', nested(30_000, '[', ']')),
        );
      },
      'without values that CDK looks up on AWS',
    ],
    [
      'a hundred million bytes',
      ({ path }) => writeFileSync(join(path, 'CompanyStack.template.json'), Buffer.alloc(100_000_000, ' ')),
      'CompanyStack.template.json has 100000000 bytes: CloudFormation takes a template of 1,000,000, and more than 16777216 are not read here.',
    ],
    [
      'a template that is a folder',
      (folder) =>
        folder.set('manifest.json', ['artifacts', 'CompanyStack', 'properties', 'templateFile'], '.'),
      'cannot be read: it is the template of CompanyStack',
    ],
  ])('%s', (_, change, says) => {
    const report = prove(change);

    expect(headlines(report)).toEqual([]);
    expect(report.verdict).toBe('not decided');
    expect(refusals(report).join('\n')).toContain(says);
  });

  test('what is deep and still readable is read', () => {
    const report = prove((folder) => setDeep(folder, nested(190, '[', ']')));

    expect([report.verdict, ...refusals(report)]).toEqual(['holds']);
  });
});
