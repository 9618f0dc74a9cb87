import { sayReading } from '../../../words/say';
import {
  GetAccessPointPolicyCommand,
  ListAccessGrantsCommand,
  type ListAccessGrantEntry,
  paginateListAccessPoints,
  type S3ControlClient,
} from '@aws-sdk/client-s3-control';
import type { Grant } from '../../../lib/share/grant';
import type { AccessGrantEntry } from '../../proof/templates/given-by-bucket';
import type { ResourcePolicyEntry } from '../../proof/templates/inventory';
import { type LiveReader, parsed } from './live-reader';

/**
 * The policies of the bucket's access points, as of any other resource that lets somebody in.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessPoints.html
 */
export async function readAccessPoints(
  live: LiveReader,
  s3Control: S3ControlClient,
  { bucketName: Bucket, companyAccount: AccountId }: Grant,
): Promise<ResourcePolicyEntry[]> {
  const read = await live.thing(sayReading('access-points', { bucket: Bucket }), async (call) => {
    const entries: ResourcePolicyEntry[] = [];
    const input = { AccountId, Bucket };
    const pages = paginateListAccessPoints({ client: s3Control }, input, call.options());
    for await (const { AccessPointList: points } of call.pages(pages)) {
      for (const { Name, AccessPointArn: arn } of points ?? []) {
        const request = s3Control.send(new GetAccessPointPolicyCommand({ AccountId, Name }), call.options());
        const { Policy: text } = (await call.ifThere(request, 'NoSuchAccessPointPolicy')) ?? {};
        if (text === undefined) continue;
        const resource = `access point ${Name ?? ''}`;
        const origin = { stack: AccountId, logicalId: resource, live: true };
        entries.push({
          resource,
          arn: arn ?? resource,
          account: AccountId,
          policy: { name: `policy of the ${resource}`, document: parsed(text), origin },
        });
      }
    }
    return entries;
  });
  return read ?? [];
}

/**
 * Whom S3 Access Grants let into the bucket. Without an instance in this region there is nobody.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessGrants.html
 */
export async function readAccessGrants(
  live: LiveReader,
  s3Control: S3ControlClient,
  { bucketName, companyAccount: AccountId }: Grant,
): Promise<AccessGrantEntry[]> {
  const read = await live.thing(sayReading('access-grants', { bucket: bucketName }), async (call) => {
    const found: ListAccessGrantEntry[] = [];
    let next: string | undefined;
    do {
      const input = { AccountId, ...(next !== undefined && { NextToken: next }) };
      const request = s3Control.send(new ListAccessGrantsCommand(input), call.options());
      const page = await call.ifThere(request, 'AccessGrantsInstanceNotExistsError');
      found.push(...(page?.AccessGrantsList ?? []));
      next = page?.NextToken;
    } while (next !== undefined);
    return found;
  });
  return (read ?? []).filter(({ GrantScope: scope }) => mayCover(scope, bucketName)).map(entryOf);
}

/** @param scope `s3://data/part/*`, `s3://*` */
function mayCover(scope: string | undefined, bucketName: string): boolean {
  const [start = ''] = scope?.split('*') ?? [];
  const bucket = `s3://${bucketName}/`;
  return start.startsWith(bucket) || bucket.startsWith(start);
}

function entryOf(grant: ListAccessGrantEntry): AccessGrantEntry {
  const { AccessGrantId: id = '', Permission: permission = '', GrantScope: scope = '' } = grant;
  const { GranteeType: type, GranteeIdentifier: name = '' } = grant.Grantee ?? {};
  const account = type === 'IAM' ? name.split(':')[4] : undefined;
  const grantee = type === 'IAM' ? name : inDirectory(type, name);
  return { id, grantee, ...(account !== undefined && { account }), permission, scope };
}

function inDirectory(type: string | undefined, id: string): string {
  if (type === 'DIRECTORY_USER') return sayReading('grantee.user', { id });
  return type === 'DIRECTORY_GROUP' ? sayReading('grantee.group', { id }) : sayReading('grantee', { id });
}
