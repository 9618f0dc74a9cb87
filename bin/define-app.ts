import { type App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { buildApp } from '../lib/share-app';
import { InvalidShareError, validateShare } from '../lib/share';
import { ExitCode } from '../tools/exit-code';

/** Defines the app that CDK synthesizes when the process ends, or says everything that is wrong with the parameters. */
export function defineApp(parameters: unknown, printError: (text: string) => void): ExitCode {
  try {
    checkedApp(parameters);
    return ExitCode.AsPromised;
  } catch (error) {
    if (!(error instanceof InvalidShareError)) throw error;
    printError(`${error.message}\n`);
    return ExitCode.WrongUsage;
  }
}

/**
 * The app and all that may refuse it: the parameters at once, the templates at every synth.
 *
 * @throws InvalidShareError
 */
export function checkedApp(parameters: unknown, props?: AppProps): App {
  const share = validateShare(parameters);
  const app = buildApp(share, props);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
