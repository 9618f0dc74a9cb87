import { App, type AppProps } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { CompanyStack } from './company-stack';
import { COMPANY_STACK_NAME, grantsOf } from './share/grant';
import type { Share } from './share/share';
import { VendorStack } from './vendor-stack';

/**
 * CDK's feature flags are set here and not in cdk.json, so that tests and proof see the very templates that
 * `cdk deploy` does.
 */
const FEATURE_FLAGS = {
  ...recommendedFlags,
  // A log group that CloudFormation makes after the function races with the one that the function makes by itself.
  '@aws-cdk/aws-lambda:useCdkManagedLogGroup': false,
  // For CDK's usage statistics, which cdk.json switches off; collecting it takes a tenth of a second of every synth.
  '@aws-cdk/core:enableAdditionalMetadataCollection': false,
};

/**
 * The whole app: the company's stack and one stack per vendor with an Identity Center, each in its own account and region.
 *
 * @param share validated, see validateShare
 */
export function buildApp(share: Share, props: AppProps = {}): App {
  const app = new App({ ...props, context: { ...FEATURE_FLAGS, ...props.context } });
  const { account, region } = share.company;
  new CompanyStack(app, COMPANY_STACK_NAME, { share, env: { account, region } });
  for (const grant of grantsOf(share)) {
    const { identityCenter, vendorStackName } = grant;
    if (!identityCenter) continue; // the vendor's half is the vendor's own
    const env = { account: identityCenter.account, region: identityCenter.region };
    new VendorStack(app, vendorStackName, { grant, identityCenter, env });
  }
  return app;
}
