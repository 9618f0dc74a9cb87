/**
 * From these an object is read at once, as from STANDARD. (INTELLIGENT_TIERING archives only what a configuration says.)
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
 */
export const READABLE_AT_ONCE: ReadonlySet<string> = new Set([
  'GLACIER_IR',
  'INTELLIGENT_TIERING',
  'ONEZONE_IA',
  'REDUCED_REDUNDANCY',
  'STANDARD',
  'STANDARD_IA',
]);
