import { AwsSolutionsChecks, type IApplyRule, rules } from 'cdk-nag';

/**
 * cdk-nag's AwsSolutions checks, without the second in which each rule loads the constructs of its service to see whether
 * the resource is one of them. The rules of other services say nothing of the resources that a share has; every other
 * resource meets every rule.
 */
export class NagChecks extends AwsSolutionsChecks {
  protected override applyRule(params: IApplyRule): void {
    const isOfAShare = OF_A_SHARE.test(params.node.cfnResourceType);
    if (!isOfAShare || RULES_OF_A_SHARE.has(params.rule.name)) super.applyRule(params);
  }
}

const OF_A_SHARE = /^(AWS::(S3|Lambda|IAM|SSO|KMS)::\w+|Custom::CDKBucketDeployment)$/;
const RULES_OF_A_SHARE = new Set(
  [rules.s3, rules.lambda, rules.iam, rules.kms].flatMap((ofService) => Object.keys(ofService)),
);
