import type { ObjectStore } from '../../core/object-store';
import { decodePercent } from '../../wire/http-request';
import { type QueryInput, validationError } from '../../wire/query-protocol';
import type { Stack } from '../stacks/stack';

/** @throws AwsError ValidationError */
export async function templateBody(
  input: QueryInput,
  stack: Stack | undefined,
  objects: ObjectStore,
): Promise<string> {
  const body = input.text('TemplateBody');
  if (body !== undefined) {
    if (Buffer.byteLength(body) <= MAX_BODY_BYTES) return body;
    throw validationError(
      `1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${MAX_BODY_BYTES}`,
    );
  }
  const location = templateLocation(input);
  if (location !== undefined) {
    const object = await objects.get(location.bucket, location.key);
    if (object === undefined) throw validationError('S3 error: The specified key does not exist.');
    return object.toString('utf8');
  }
  if (input.flag('UsePreviousTemplate') && stack?.deployed !== undefined) return stack.deployed.template.body;
  throw validationError('Either Template URL or Template Body must be specified.');
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MAX_BODY_BYTES = 51_200;

/**
 * Where the template was uploaded to. The host does not matter here, as it is this sandbox's own or AWS's.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 *
 * @throws AwsError ValidationError for an address that is not S3's
 */
export function templateLocation(input: QueryInput): { bucket: string; key: string } | undefined {
  const address = input.text('TemplateURL');
  if (address === undefined) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const path = decodePercent(url?.pathname.slice(1) ?? '');
  const virtualHost = /^(.+)\.s3[.-][a-z0-9-.]*amazonaws\.com$/.exec(url?.hostname ?? '')?.[1];
  if (virtualHost !== undefined) return { bucket: virtualHost, key: path };
  const slash = path.indexOf('/');
  if (slash <= 0) throw validationError('TemplateURL must be a supported URL.');
  return { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}
