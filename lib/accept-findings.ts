import { CfnResource, Validations } from 'aws-cdk-lib';
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

/**
 * Accepts that a function of CDK's own names its role in DependsOn as well as in Role: CDK does so to wait for the
 * role's policies, and cfn-lint takes it for an oversight.
 */
export function acceptDependencyOnRole(lambda: IConstruct | undefined): void {
  if (!CfnResource.isCfnResource(lambda)) throw new Error('there is no function here: has CDK moved it?');
  lambda.addMetadata('cfn-lint', { config: { ignore_checks: ['W3005'] } });
}
