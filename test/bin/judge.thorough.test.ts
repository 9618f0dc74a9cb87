import { judgedShare, judgeOf } from '../../bin/judge';
import type { Share } from '../../lib/share/share';
import * as validation from '../../lib/share/validate-share';
import { buildApp } from '../../lib/share-app';
import { companyWith, walkthroughShare } from '../lib/walkthrough-share';
import { synthesized } from '../proof/templates';

/** What code that ignores `readonly` does with a share that it was given. */
function pushAssignee({ vendors }: Share): void {
  const [vendor] = vendors;
  if (vendor) Reflect.apply(Array.prototype.push, vendor.assignees, [eve]);
}
const eve = { type: 'USER', id: 'e1b2c3d4-5678-90ab-cdef-444455556666', name: 'eve' };

test('what is judged by is what the parameters were, whatever becomes of them', () => {
  const parameters = structuredClone(walkthroughShare);
  const judge = judgeOf(parameters);
  pushAssignee(parameters);

  expect(judge(synthesized(walkthroughShare))).toBeUndefined();
  expect(judge(synthesized(parameters))).toContain(
    'The permission set AllowAssumeCompanyRole is also assigned to',
  );
});

test('a validation that makes something else of them is no judge', () => {
  const { validateShare } = { ...validation };
  jest.spyOn(validation, 'validateShare').mockImplementation((candidate) => {
    const share = validateShare(candidate);
    return { ...share, vendors: share.vendors.map((one) => ({ ...one, externalId: 'Added-1234' })) };
  });

  expect(() => judgedShare(walkthroughShare, {})).toThrow(
    'Nothing is judged: lib/share made something else of the share than what stands in parameters.ts',
  );
  jest.restoreAllMocks();
});

test('a validation that keeps what it returns keeps nothing of the judge’s', () => {
  const kept: Share[] = [];
  const { validateShare } = { ...validation };
  jest.spyOn(validation, 'validateShare').mockImplementation((candidate) => {
    const share = validateShare(candidate);
    kept.push(share);
    return share;
  });

  const share = judgedShare(walkthroughShare, {});
  kept.forEach(pushAssignee);
  expect(share).toEqual(walkthroughShare);
  jest.restoreAllMocks();
});

test('what is no data is what the validation says it is', () => {
  expect(() => judgedShare({ company: () => 1 }, {})).toThrow('parameters.ts:');
});

describe('a boundary that CDK’s own context puts on every role', () => {
  const KEY = '@aws-cdk/core:permissionsBoundary';
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['by name', { [KEY]: { name: 'DevBoundary' } }, 'arn:aws:iam::111111111111:policy/DevBoundary'],
    [
      'by ARN',
      { [KEY]: { arn: 'arn:aws:iam::111111111111:policy/x' } },
      'arn:aws:iam::111111111111:policy/x',
    ],
    [
      'with placeholders',
      {
        [KEY]: { name: 'cdk-${Qualifier}-${AWS::AccountId}-${AWS::Region}' },
        '@aws-cdk/core:bootstrapQualifier': 'abc123',
      },
      'arn:aws:iam::111111111111:policy/cdk-abc123-111111111111-ap-northeast-1',
    ],
  ])('%s', (_, context, boundary) => {
    expect(judgedShare(walkthroughShare, context).company.permissionsBoundary).toBe(boundary);
  });

  test('counts after the share’s own, and changes nothing where there is none', () => {
    const own = companyWith({ permissionsBoundary: 'arn:aws:iam::111111111111:policy/Own' });
    expect(judgedShare(own, { [KEY]: { name: 'DevBoundary' } })).toEqual(own);
    expect(judgedShare(walkthroughShare, {})).toEqual(walkthroughShare);
  });

  test('leaves the promise to hold on a condition', () => {
    const context = { [KEY]: { name: 'DevBoundary' } };
    const { directory } = buildApp(walkthroughShare, { analyticsReporting: false, context }).synth();
    expect(judgeOf(walkthroughShare, context)(directory)).toBeUndefined();
    expect(judgeOf(walkthroughShare, {})(directory)).toContain('DevBoundary');
  });
});
