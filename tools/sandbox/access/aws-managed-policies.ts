import { notModelled } from '../core/service';
import texts from './aws-managed-policies.json';

/** One of AWS's own policies: its default version, word for word. */
export interface AwsManagedPolicy {
  readonly versionId: string;
  /** ISO 8601: when that version was made. */
  readonly createdAt: string;
  readonly document: unknown;
}

/**
 * Those that the sandbox has, by ARN, as AWS published them until March 2026.
 *
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const awsManagedPolicies: ReadonlyMap<string, AwsManagedPolicy> = new Map(Object.entries(texts));

/**
 * The policy of an ARN that AWS owns.
 *
 * @returns undefined for an ARN of an account's own
 * @throws AwsError `NotImplemented` for one of AWS's whose text is not here: that it did not exist would be wrong
 */
export function awsManagedPolicy(arn: string): AwsManagedPolicy | undefined {
  const found = awsManagedPolicies.get(arn);
  if (found === undefined && arn.startsWith('arn:aws:iam::aws:policy/'))
    throw notModelled(`the AWS managed policy ${arn}: its text is not known here`);
  return found;
}
