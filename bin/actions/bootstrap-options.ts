import { resolve } from 'node:path';
import type { BootstrapOptions } from '../../tools/sandbox/seed/bootstrap';
import { cdkSettings } from '../../tools/synth/cdk-settings';

/** Of this project, as cdk.json has them. */
export const projectBootstrap = (): BootstrapOptions => bootstrapOptions(resolve(__dirname, '..', '..'));

/**
 * What CDK's own context keys ask of the accounts that are deployed to: a bootstrap stack with that qualifier, and the policy
 * that is on every role.
 *
 * - https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-custom-synth.html
 * - https://docs.aws.amazon.com/cdk/v2/guide/customize-permissions-boundaries.html
 *
 * @param home whose .cdk.json counts, too. @default - nobody's: the sandbox's people have homes of their own
 */
export function bootstrapOptions(project: string, home: string = project): BootstrapOptions {
  // What CDK's variables in the environment say is about the app to run, and not about its context.
  const { context } = cdkSettings(project, {}, home);
  const qualifier = context['@aws-cdk/core:bootstrapQualifier'];
  const boundary = context['@aws-cdk/core:permissionsBoundary'];
  const named = typeof qualifier === 'string' && qualifier !== '' ? qualifier : undefined;
  const arn = boundaryArn(boundary, named ?? 'hnb659fds');
  return {
    ...(named !== undefined && { qualifier: named }),
    ...(arn !== undefined && { permissionsBoundary: arn }),
  };
}

/** `{ "name": "…" }` or `{ "arn": "…" }`, with CDK's placeholders in it. */
function boundaryArn(
  boundary: unknown,
  qualifier: string,
): ((account: string, region: string) => string) | undefined {
  if (typeof boundary !== 'object' || boundary === null) return undefined;
  const name: unknown = 'name' in boundary ? boundary.name : undefined;
  const arn: unknown = 'arn' in boundary ? boundary.arn : undefined;
  const byName = typeof name === 'string' ? `arn:aws:iam::\${AWS::AccountId}:policy/${name}` : undefined;
  const pattern = typeof arn === 'string' ? arn : byName;
  if (pattern === undefined) return undefined;
  return (account, region) =>
    pattern
      .replaceAll('${AWS::Partition}', 'aws')
      .replaceAll('${AWS::AccountId}', account)
      .replaceAll('${AWS::Region}', region)
      .replaceAll('${Qualifier}', qualifier);
}
