import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of cdk-nag's AwsSolutions checks on a construct and all below it, for a reason.
 *
 * @param findings `S1`, or where a rule reports several things each by itself: `IAM5[Action::s3:List*]`
 */
export function acceptFindings(construct: IConstruct, reason: string, ...findings: string[]): void {
  const rules = findings.map((finding) => ({ id: `AwsSolutions::AwsSolutions-${finding}`, reason }));
  Validations.of(construct).acknowledge(...rules);
}
