import type { Caller } from './request';
import type { PrincipalPattern } from './policy';

/**
 * How a Principal element names a caller, because that decides what else can still stop them:
 * - `direct`: the user's or the session's own ARN, the service, or everyone
 * - `role`: the ARN of the role that the session is of; its boundary and session policies still limit it
 * - `account`: the account, which leaves it to the account's own policies
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export type PrincipalMatch = 'direct' | 'role' | 'account';

export function principalMatch(pattern: PrincipalPattern, caller: Caller): PrincipalMatch | undefined {
  switch (pattern.type) {
    case 'everyone':
      return 'direct';
    case 'service':
      return caller.kind === 'service' && caller.service === pattern.service ? 'direct' : undefined;
    case 'federated':
      return caller.kind === 'federated' && caller.provider === pattern.provider ? 'direct' : undefined;
    case 'gone':
      return undefined;
    case 'account':
      return accountOf(caller) === pattern.account ? 'account' : undefined;
    case 'arn':
      if ('arn' in caller && caller.arn === pattern.arn) return 'direct';
      return caller.kind === 'role-session' && caller.roleArn === pattern.arn ? 'role' : undefined;
  }
}

/** Undefined for services and the anonymous, who belong to none. */
export function accountOf(caller: Caller): string | undefined {
  return 'account' in caller ? caller.account : undefined;
}
