import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { AwsSolutionsChecks } from 'cdk-nag';
import fc, { cases } from '../properties';
import { checkedApp, defineApp } from '../../bin/define-app';
import { judgeOf } from '../../bin/judge';
import { NagChecks } from '../../bin/nag-checks';
import { InvalidShareError } from '../../lib/share/invalid-share-error';
import { validateShare } from '../../lib/share/validate-share';
import type { Share } from '../../lib/share/share';
import * as shareApp from '../../lib/share-app';
import { share as parameters } from '../../parameters';
import { anyShare, eachReplaced, validShare } from '../lib/share/any-share';
import { acme, companyWith, shareWith, walkthroughShare, walkthroughVendor } from '../lib/walkthrough-share';

/** Synthesizes with everything that may refuse the templates. */
function synthesize(share: unknown): void {
  checkedApp(share, { context: { 'aws:cdk:disable-asset-staging': true } }).synth();
}

describe('the app', () => {
  test('what stands in parameters.ts can be synthesized', () => {
    expect(() => synthesize(parameters)).not.toThrow();
  });

  const asShipped = parameters.company.account === '111111111111' ? test : test.skip;
  asShipped(
    'what parameters.ts ships with is the walkthrough’s share, as long as nobody has edited it',
    () => {
      expect(parameters).toEqual(walkthroughShare);
    },
  );

  test('wrong parameters end with 2 and every problem on a line of its own', () => {
    const printed: string[] = [];

    const wrong = companyWith({ account: '1234', bucketName: 'Mine' });
    const exitCode = defineApp(wrong, judgeOf(wrong), (text) => printed.push(text));

    expect(exitCode).toBe(2);
    expect(printed.join('')).toBe(
      'parameters.ts:\n' +
        '  - company.account must be 12 digits, got "1234" (quote it, so that leading zeros survive)\n' +
        '  - company.bucketName must be 3 to 63 lower-case letters, digits and hyphens, and begin and end with a letter or digit, got "Mine" (S3 allows dots as well, but then no certificate fits the address of the bucket)\n',
    );
  });

  test('right parameters end with 0 and print nothing', () => {
    const printed: string[] = [];

    expect(defineApp(walkthroughShare, judgeOf(walkthroughShare), (text) => printed.push(text))).toBe(0);
    expect(printed).toEqual([]);
  });
});

describe('values that CDK looks up', () => {
  /** The app with a lookup in its first stack, as the CLI runs it when that much is known. */
  function run(known: Record<string, unknown>) {
    const { buildApp } = { ...shareApp };
    jest.spyOn(shareApp, 'buildApp').mockImplementationOnce((share, props) => {
      const app = buildApp(share, { ...props, context: { ...CLI, ...known } });
      const [stack] = app.node.children;
      if (stack) looked = StringParameter.valueFromLookup(stack, '/company/owner', 'nobody');
      return app;
    });
    const printed: string[] = [];
    const judged: string[] = [];
    const judge = (directory: string) => {
      judged.push(readFileSync(join(directory, 'manifest.json'), 'utf8'));
      return judgeOf(walkthroughShare)(directory);
    };
    let looked = '';
    const outdir = mkdtempSync(join(tmpdir(), 'cdk.out'));
    const exitCode = defineApp(walkthroughShare, judge, (text) => printed.push(text), { outdir });
    const manifest: unknown = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8'));
    rmSync(outdir, { recursive: true });
    return { exitCode, manifest, looked, printed: printed.join(''), judgements: judged.length };
  }
  const CLI = { '@aws-cdk/core:failSynthOnValidationErrors': false };
  const key = 'ssm:account=111111111111:parameterName=/company/owner:region=ap-northeast-1';

  test('the first pass is left to the CLI, and nothing in it can be deployed', () => {
    expect(run({})).toEqual({
      exitCode: 0,
      looked: 'nobody',
      printed: '',
      judgements: 0,
      manifest: expect.objectContaining({
        artifacts: {},
        missing: [expect.objectContaining({ key })],
      }) as unknown,
    });
  });

  test('the pass in which it is answered is judged', () => {
    expect(run({ [key]: 'data-team' })).toMatchObject({
      exitCode: 0,
      looked: 'data-team',
      judgements: 1,
      manifest: { artifacts: { CompanyStack: {} } },
    });
  });

  test('a lookup that failed is judged, too: the CLI goes on with the default value', () => {
    const result = run({ [key]: { $providerError: 'no credentials', $dontSaveContext: true } });

    expect(result).toMatchObject({ exitCode: 1, judgements: 1 });
    expect(result.printed).toContain(`CDK could not look up ${key}: "no credentials"`);
    expect(result.printed.replaceAll(/\s+/g, ' ')).toContain(
      'Not decided: 1 item is outside what the proof understands.',
    );
  });
});

describe('cdk-nag', () => {
  test.each<[string, Share]>([
    ['the walkthrough', walkthroughShare],
    ['no seed objects', companyWith({ seedObjects: [] })],
    ['all data deleted with the stack', companyWith({ whenStackIsDeleted: 'delete-with-all-data' })],
    ['another region', companyWith({ region: 'us-east-1', account: '999999999999' })],
    ['two vendors', { ...walkthroughShare, vendors: [walkthroughVendor, acme] }],
    ['prefixes with all that they may hold', shareWith({ prefixes: ["a b!-_.'&@=;:+,/", '::/'] })],
    [
      'every option',
      shareWith({
        prefixes: ['in/'],
        borrowers: 'permission-set',
        externalId: 'x-1',
        until: '2027-01-31T00:00:00Z',
      }),
    ],
  ])('finds nothing that is not accepted beside its construct: %s', (_, share) => {
    expect(() => synthesize(share)).not.toThrow();
  });

  test('is there: it stops the synthesis of a bucket that nobody has accepted', () => {
    const app = checkedApp(walkthroughShare, { context: { 'aws:cdk:disable-asset-staging': true } });
    const [companyStack] = app.node.children;
    if (companyStack) new CfnBucket(companyStack, 'Unexpected');

    expect(() => app.synth()).toThrow(
      "CompanyStack/Unexpected aws-cdk-lib.aws_s3.CfnBucket\n   Acknowledge with 'AwsSolutions::AwsSolutions-S1'",
    );
  });

  test('reports what all rules for all resources would, though a share’s own meet only their services’', () => {
    const app = checkedApp(walkthroughShare, { context: { 'aws:cdk:disable-asset-staging': true } });
    const stack = new Stack(app, 'More');
    new CfnBucket(stack, 'Bucket', { websiteConfiguration: { indexDocument: 'index.html' } });
    new CfnRole(stack, 'Role', {
      assumeRolePolicyDocument: {},
      managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    });
    new CfnKey(stack, 'Key', { enableKeyRotation: false });
    new CfnFunction(stack, 'Function', {
      code: {},
      role: 'role',
      runtime: 'nodejs12.x',
      handler: 'index.handler',
    });
    new CfnQueue(stack, 'Queue');
    new CfnDBInstance(stack, 'Database');

    const { violations } = new NagChecks(app).validateScope(app);

    expect(violations).toEqual(new AwsSolutionsChecks(app).validateScope(app).violations);
    expect(violations.map(({ ruleName }) => ruleName)).toEqual(
      expect.arrayContaining(
        [
          'S1',
          'S5',
          'S10',
          'L1',
          'KMS5',
          'IAM4[Policy::arn:aws:iam::aws:policy/AdministratorAccess]',
          'SQS4',
          'RDS2',
        ].map((rule) => `AwsSolutions-${rule}`),
      ),
    );
  });
});

describe('what CloudFormation would put another value for', () => {
  const everything: Share = {
    company: { ...walkthroughShare.company, whenStackIsDeleted: 'keep' },
    vendors: [
      {
        name: 'Acme',
        account: '222222222222',
        identityCenter: {
          instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
          identityStoreId: 'd-1234567890',
          region: 'ap-northeast-1',
          account: '333333333333',
          startUrl: 'https://vendor.awsapps.com/start',
        },
        assignees: [{ type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts' }],
        prefixes: ['in/'],
        borrowers: 'permission-set',
        externalId: 'x-1',
        until: '2027-01-31T00:00:00Z',
        roleName: 'Reader',
        rolePath: '/vendors/',
        policyName: 'ReadData',
        permissionSetName: 'Borrow',
        permissionSetDescription: 'Read',
        sessionDuration: 'PT2H',
      },
    ],
  };

  test.each(['{{resolve:ssm:/secret}}', 'a {{resolve:ssm:/secret}}/', '${AWS::Region}', 'a ${AWS::Region}/'])(
    'does not reach a template from any field: %s',
    (text) => {
      const accepted = eachReplaced(everything, text).filter((share) => isValid(share));

      // The key and the content of the seed object, and the name of the group, are in no template.
      expect(accepted.length).toBeGreaterThan(0);
      for (const share of accepted) {
        const app = checkedApp(share, { context: { 'aws:cdk:disable-asset-staging': true } });
        const templates = app.synth().stacks.map(({ template }): unknown => template);
        expect(JSON.stringify(templates)).not.toMatch(/resolve:|\$\{AWS/);
      }
    },
  );

  function isValid(share: unknown): boolean {
    try {
      validateShare(share);
      return true;
    } catch {
      return false;
    }
  }
});

describe('for any share at all', () => {
  test('it is refused by name, or it can be synthesized', () => {
    fc.assert(
      fc.property(anyShare, (share) => {
        try {
          synthesize(share);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidShareError);
        }
      }),
      { numRuns: cases(5) },
    );
  });

  test('a valid one can be synthesized', () => {
    fc.assert(
      fc.property(validShare, (share) => synthesize(share)),
      { numRuns: cases(3) },
    );
  });
});
