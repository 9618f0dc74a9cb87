import { sayReading } from '../../../words/say';
import { paginateListRoles } from '@aws-sdk/client-iam';
import type { Grant } from '../../../lib/share/grant';
import type { AwsClients } from '../aws-clients';
import { type Entrance, entrancesOf, type ListedRole } from './entrances';
import { decodedDocument, LiveReader } from './live-reader';

/** What trust policies show of the company's account beside the lent role: for information, whatever it is. */
export interface OtherRoles {
  readonly entrances: readonly Entrance[];
  /** Why they could not be listed, in a sentence. */
  readonly notRead?: string;
  readonly roles: readonly ListedRole[];
}

/** Every role of the company's account but the lent one. It is listed, so that not being able to is no failure. */
export async function readOtherRoles(
  { iam }: AwsClients,
  grant: Grant,
  timeout: number,
  signal: AbortSignal,
): Promise<OtherRoles> {
  const live = new LiveReader(timeout, signal);
  const account = grant.companyAccount;
  const roles = await live.thing(sayReading('other-roles', { account }), async (call) => {
    const found: ListedRole[] = [];
    for await (const page of call.pages(paginateListRoles({ client: iam }, {}, call.options()))) {
      for (const { Arn, RoleName, Path, AssumeRolePolicyDocument } of page.Roles ?? []) {
        if (Arn === grant.roleArn) continue;
        found.push({
          name: RoleName ?? '',
          path: Path ?? '/',
          trust: decodedDocument(AssumeRolePolicyDocument),
        });
      }
    }
    return found;
  });
  const [notRead] = live.notRead;
  return {
    roles: roles ?? [],
    entrances: entrancesOf(account, roles ?? []),
    ...(notRead !== undefined && { notRead }),
  };
}
