import type { IdentityCenterInstance } from '../../core/identity-center';
import type { Administrator, SeededWorld } from '../../seed/seed-world';
import { type OwnRequest, queryOperation } from '../own-call';
import type { Scene } from './scene';

/** One call of an administrator. */
export interface Call {
  /** 12 digits: whose administrator. */
  readonly account: string;
  readonly request: OwnRequest;
}

/** @returns AWS's answer to the first call that it did not take */
export async function make(calls: readonly Call[], scene: Scene): Promise<string | undefined> {
  for (const { account, request } of calls) {
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

type Input = Readonly<Record<string, string>>;

export const iamCall = (account: string, operation: string, input: Input): Call => ({
  account,
  request: queryOperation('iam', 'us-east-1', operation, input),
});

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html */
export function ssoCall(
  { ownerAccount: account, region }: Pick<IdentityCenterInstance, 'ownerAccount' | 'region'>,
  operation: string,
  input: object,
): Call {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `SWBExternalService.${operation}`,
  };
  return {
    account,
    request: { service: 'sso', region, method: 'POST', headers, body: JSON.stringify(input) },
  };
}
