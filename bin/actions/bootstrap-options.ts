import { resolve } from 'node:path';
import type { BootstrapOptions } from '../../tools/sandbox/seed/bootstrap';
import { boundaryIn, qualifierIn } from '../../tools/synth/cdk-context';
import { cdkSettings } from '../../tools/synth/cdk-settings';

/** Of this project, as cdk.json has them. */
export const projectBootstrap = (): BootstrapOptions => bootstrapOptions(resolve(__dirname, '..', '..'));

/**
 * What CDK's own context keys ask of the accounts that are deployed to: a bootstrap stack with that qualifier, and the policy
 * that is on every role.
 *
 * @param home whose .cdk.json counts, too. @default - nobody's: the sandbox's people have homes of their own
 */
export function bootstrapOptions(project: string, home: string = project): BootstrapOptions {
  // What CDK's variables in the environment say is about the app to run, and not about its context.
  const { context } = cdkSettings(project, {}, home);
  const qualifier = qualifierIn(context);
  const permissionsBoundary = boundaryIn(context);
  return {
    ...(qualifier !== undefined && { qualifier }),
    ...(permissionsBoundary && { permissionsBoundary }),
  };
}
