import { roleSessionName } from '../../../handoff/aws-config';
import type { IdentityCenterInstance } from '../../core/identity-center';
import type { RequestEntry } from '../../request-entry';
import type { Administrator, SeededWorld } from '../../seed/seed-world';
import {
  type Asker,
  assumeRole,
  getObject,
  issuedWith,
  type OwnRequest,
  queryOperation,
  roleCredentials,
} from '../own-call';
import { firstKey, type Scene } from './scene';

/** One call of the administrator of an account. */
export interface Call extends OwnRequest {
  /** 12 digits. */
  readonly account: string;
}

/** @returns AWS's answer to the first call that it did not take */
export async function make(calls: readonly Call[], scene: Scene): Promise<string | undefined> {
  for (const { account, ...request } of calls) {
    const { entry } = await scene.call(administratorOf(account, scene), request);
    if (entry.error !== undefined) return entry.error.message;
  }
  return undefined;
}

export function administratorOf(
  account: string,
  { administrators }: SeededWorld,
): Administrator['credential'] {
  const found = [...administrators.values()].find((one) => one.account === account);
  if (found === undefined) throw new Error(`nobody administers account ${account}`);
  return found.credential;
}

export function iamCall(account: string, operation: string, input: Readonly<Record<string, string>>): Call {
  return { account, ...queryOperation('iam', 'us-east-1', operation, input) };
}

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html */
export function ssoCall(instance: IdentityCenterInstance, operation: string, input: object): Call {
  const { ownerAccount: account, region, instanceArn: InstanceArn } = instance;
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `SWBExternalService.${operation}`,
  };
  const body = JSON.stringify({ InstanceArn, ...input });
  return { account, service: 'sso', region, method: 'POST', headers, body };
}

/**
 * Signs in as whoever of the vendor's may borrow, borrows the role, and gets an object: every step a call of its own, until
 * one is not answered.
 *
 * @returns what became of the last one
 */
export async function readAgain(scene: Scene): Promise<RequestEntry> {
  const { call, grant, vendorUsers, vendorBorrowers, world } = scene;
  const { region, roleArn, bucketName, vendor } = grant;
  const session = roleSessionName(grant);
  const borrow = assumeRole(region, roleArn, session, vendor.externalId);
  const read = getObject(region, bucketName, firstKey(scene));
  const user = vendorUsers[grant.index]?.assigned;
  const [borrower] = vendorBorrowers[grant.index] ?? [];
  if (user !== undefined) {
    const signIn = roleCredentials(user.instance.region, grant.accounts[0], grant.permissionSetName);
    return inTurn(user, [signIn, borrow, read]);
  }
  if (borrower === undefined) throw new Error(`vendors[${grant.index}] was not seeded`);
  if (borrower.credential !== undefined) return inTurn(borrower.credential, [borrow, read]);
  const become = assumeRole(region, borrower.arn, session);
  return inTurn(administratorOf(borrower.account, scene), [become, borrow, read]);

  /** Each with the credentials that the one before has given out. */
  async function inTurn(
    asker: Asker,
    [request, ...rest]: readonly [OwnRequest, ...OwnRequest[]],
  ): Promise<RequestEntry> {
    const answer = await call(asker, request);
    const [next, ...others] = rest;
    const issued = issuedWith(answer, world);
    return next === undefined || issued === undefined ? answer.entry : inTurn(issued, [next, ...others]);
  }
}
