import { bucketConsoleLink } from '../../../lib/share/console-links';

test('the link into a bucket leads to the prefix that its reader may list, in the console of the region', () => {
  const data = { bucketName: 'data', region: 'eu-west-1' };
  expect(bucketConsoleLink(data)).toBe(
    'https://eu-west-1.console.aws.amazon.com/s3/buckets/data?region=eu-west-1',
  );
  expect(bucketConsoleLink(data, 'in & out/2026/')).toBe(
    'https://eu-west-1.console.aws.amazon.com/s3/buckets/data?region=eu-west-1&prefix=in%20%26%20out/2026/',
  );
});
