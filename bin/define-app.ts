import { type App, type AppProps, Validations } from 'aws-cdk-lib';
import { buildApp } from '../lib/share-app';
import { InvalidShareError } from '../lib/share/invalid-share-error';
import { validateShare } from '../lib/share/validate-share';
import { ExitCode, PlainError } from '../tools/exit-code';
import type { Judge } from './judge';
import { leaveLookupsToTheCli } from './lookups';
import { NagChecks } from './nag-checks';

/**
 * Synthesizes the app, or says everything that is wrong with the parameters, or why the templates are not as promised.
 * The CDK CLI stops after any exit code but 0.
 *
 * @param judge made before this file was loaded, and with it the app
 */
export function defineApp(
  parameters: unknown,
  judge: Judge,
  printError: (text: string) => void,
  props?: AppProps,
): ExitCode {
  try {
    const app = checkedApp(parameters, props);
    const { directory } = app.synth();
    const lookups = leaveLookupsToTheCli(directory, (key): unknown => app.node.tryGetContext(key));
    if (lookups.are === 'asked for') return ExitCode.AsPromised;
    if (lookups.are === 'not to be had') printError(`\n${lookups.why.join('\n')}\n`);
    const broken = judge(directory);
    if (broken === undefined) return ExitCode.AsPromised;
    printError(`\n${broken}\n`);
    return ExitCode.Broken;
  } catch (error) {
    if (!(error instanceof InvalidShareError) && !(error instanceof PlainError)) throw error;
    printError(`${error.message}\n`);
    return ExitCode.WrongUsage;
  }
}

/**
 * The app and all that may stop it: the parameters at once, the templates at every synth.
 *
 * @throws InvalidShareError
 */
export function checkedApp(parameters: unknown, props?: AppProps): App {
  const share = validateShare(parameters);
  const app = buildApp(share, props);
  Validations.of(app).addPlugins(new NagChecks(app));
  return app;
}
