import { bucketConsoleLink } from '../../../lib/share/console-links';

test('the link into a bucket leads to the prefix that its reader may list', () => {
  expect(bucketConsoleLink('data')).toBe('https://s3.console.aws.amazon.com/s3/buckets/data');
  expect(bucketConsoleLink('data', 'in & out/2026/')).toBe(
    'https://s3.console.aws.amazon.com/s3/buckets/data?prefix=in%20%26%20out%2F2026%2F',
  );
});
