// tools/proof/report/words.ts: what is somebody else's, and so not in the templates
import { promiseOf } from '../../../tools/proof/promise/vendor-promise';
import { notProvedOf } from '../../../tools/proof/report/words';
import { walkthroughShare, walkthroughVendor } from '../../lib/walkthrough-share';

const notProved = (region: string, account: string | readonly string[] = '222222222222') => {
  const share = { ...walkthroughShare, company: { ...walkthroughShare.company, region } };
  return notProvedOf(promiseOf(share, { ...walkthroughVendor, account }, 'no key'));
};

test('where the region is opt-in, both sides must have enabled it', () => {
  expect(notProved('me-south-1')).toEqual([
    'The region me-south-1 is an opt-in region. AWS accepts no credentials there of an account that has not enabled it, so the vendor’s account 222222222222 and the company’s account 111111111111 must both have enabled it.',
  ]);
  expect(notProved('ap-east-2', ['222222222222', '333333333333'])).toEqual([
    'The region ap-east-2 is an opt-in region. AWS accepts no credentials there of an account that has not enabled it, so the vendor’s accounts 222222222222 and 333333333333 and the company’s account 111111111111 must all have enabled it.',
  ]);
});

test('every account may use the other regions', () => {
  expect(notProved('eu-west-1')).toEqual([]);
});
