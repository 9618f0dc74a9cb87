import { roleSessionName } from '../../../handoff/aws-config';
import type { Credential } from '../../core/identities';
import type { RequestEntry } from '../../request-entry';
import { assumeRole, getObject, issuedWith, type OwnAnswer, roleCredentials } from '../own-call';
import { administratorOf } from './change';
import { firstKey, type Scene } from './scene';

/**
 * Signs in as whoever of the vendor's may borrow, borrows the role, and gets an object: every step a call of its own, until
 * one is not answered.
 *
 * @returns what became of the last one
 */
export async function readAgain(scene: Scene): Promise<RequestEntry> {
  const { call, grant, vendorUsers, vendorBorrowers, world } = scene;
  const session = roleSessionName(grant);
  const user = vendorUsers[grant.index]?.assigned;
  const [borrower] = vendorBorrowers[grant.index] ?? [];
  let own: Credential | undefined = borrower?.credential;
  let answer: OwnAnswer | undefined;
  if (user !== undefined) {
    const [account] = grant.accounts;
    answer = await call(user, roleCredentials(user.instance.region, account, grant.permissionSetName));
  } else if (borrower !== undefined && own === undefined)
    answer = await call(
      administratorOf(borrower.account, scene),
      assumeRole(grant.region, borrower.arn, session),
    );
  if (answer !== undefined) own = issuedWith(answer, world);
  if (own === undefined) {
    if (answer === undefined) throw new Error(`vendors[${grant.index}] was not seeded`);
    return answer.entry;
  }
  answer = await call(own, assumeRole(grant.region, grant.roleArn, session, grant.vendor.externalId));
  const role = issuedWith(answer, world);
  if (role === undefined) return answer.entry;
  return (await call(role, getObject(grant.region, grant.bucketName, firstKey(scene)))).entry;
}
