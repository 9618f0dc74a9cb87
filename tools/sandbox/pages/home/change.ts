import type { IdentityCenterInstance } from '../../core/identity-center';
import type { Administrator, SeededWorld } from '../../seed/seed-world';
import { type OwnRequest, queryOperation } from '../own-call';
import type { Scene } from './scene';

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
