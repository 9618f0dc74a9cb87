import { parseJson } from '../../iam/json';
import { parsePolicy } from '../access/parse-policy';
import type { PolicyKind } from '../../iam/policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import { missingPrincipal } from '../access/policy-principals';
import { storedPolicy } from '../access/stored-policy';
import { AwsError } from '../core/service';
import type { World } from '../core/world';
import type { QueryInput } from '../wire/query-protocol';
import { checkQuota } from './operation';

/**
 * What a role trusts, as IAM stores it.
 *
 * @throws AwsError MalformedPolicyDocument, also for a principal that does not exist; LimitExceeded
 */
export function trustPolicyOf(input: QueryInput, field: string, roleName: string, world: World): unknown {
  const { document, policy } = read(input, field, 'trust', `trust policy of ${roleName}`);
  const missing = missingPrincipal(policy, world);
  if (missing !== undefined) throw malformed(`Invalid principal in policy: "AWS":"${missing}"`);
  checkQuota('ACLSizePerRole', sizeOf(document), 2048);
  return storedPolicy(document, world);
}

/** What a user, role or managed policy allows. @throws AwsError MalformedPolicyDocument */
export function permissionsOf(input: QueryInput, name: string): unknown {
  return read(input, 'PolicyDocument', 'identity', name).document;
}

/** How IAM counts: characters other than white space. */
export const sizeOf = (document: unknown): number => JSON.stringify(document).replaceAll(/\s/g, '').length;

/** Documents travel percent-encoded. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export const encoded = (document: unknown): string => encodeURIComponent(JSON.stringify(document));

/** What nothing here could judge is rejected before it is in force. */
function read(input: QueryInput, field: string, kind: PolicyKind, name: string) {
  try {
    const document = parseJson(input.requiredText(field));
    return { document, policy: parsePolicy(document, kind, name) };
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed('This policy contains invalid Json');
    if (error instanceof UnsupportedPolicyError) throw malformed(error.message);
    throw error;
  }
}

const malformed = (message: string): AwsError => new AwsError('MalformedPolicyDocument', message);
