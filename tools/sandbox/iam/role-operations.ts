import { parseJson } from '../../iam/json';
import { parsePolicy } from '../../iam/parse-policy';
import type { PolicyKind } from '../../iam/policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import type { QueryInput } from '../wire/query-protocol';
import { AwsError, notModelled } from '../core/service';
import type { Account, Role } from '../core/world';

/** What changes a role; `role` is the one that the call names, and exists. */
export type RoleWrite = (role: Role, input: QueryInput, account: Account) => void;

/**
 * What somebody with too many rights does to a role by hand: the ways to break a share, and to mend it again.
 *
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
 */
export const ROLE_WRITES: Readonly<Record<string, RoleWrite>> = {
  AttachRolePolicy: (role, input) => void role.attachedPolicies.add(input.requiredText('PolicyArn')),
  DetachRolePolicy: (role, input) => {
    const arn = input.requiredText('PolicyArn');
    if (!role.attachedPolicies.delete(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
  },
  PutRolePolicy: (role, input) => {
    const name = input.requiredText('PolicyName');
    role.inlinePolicies.set(name, document(input, 'identity', name));
  },
  DeleteRolePolicy: (role, input) => {
    const name = input.requiredText('PolicyName');
    if (!role.inlinePolicies.delete(name))
      throw noSuchEntity(`The role policy with name ${name} cannot be found.`);
  },
  UpdateAssumeRolePolicy: (role, input) => {
    role.trustPolicy = document(input, 'trust', `trust policy of ${role.name}`);
  },
  DeleteRole: (role, _input, account) => {
    if (role.attachedPolicies.size > 0)
      throw new AwsError('DeleteConflict', 'Cannot delete entity, must detach all policies first.', 409);
    if (role.inlinePolicies.size > 0)
      throw new AwsError('DeleteConflict', 'Cannot delete entity, must delete policies first.', 409);
    account.roles.delete(role.name);
  },
};

/** What nothing here could judge is refused before it is in force. */
function document(input: QueryInput, kind: PolicyKind, name: string): unknown {
  try {
    const value = parseJson(input.requiredText('PolicyDocument'));
    const { statements } = parsePolicy(value, kind, name);
    // Whether a role or user that a policy names exists is for CloudFormation's resources alone to check.
    if (statements.some(({ principals }) => principals?.some(({ type }) => type === 'arn')))
      throw notModelled('a trust policy that names a role or user, written by hand');
    return value;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UnsupportedPolicyError)
      throw new AwsError('MalformedPolicyDocument', error.message);
    throw error;
  }
}

export const noSuchEntity = (message: string): AwsError => new AwsError('NoSuchEntity', message, 404);
