import { type App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { buildApp } from '../lib/share-app';
import { InvalidShareError } from '../lib/share/invalid-share-error';
import { validateShare } from '../lib/share/validate-share';
import { ExitCode } from '../tools/exit-code';
import { brokenPromise } from '../tools/proof/synth-check';
import { processTerminal } from '../tools/terminal';

/**
 * Synthesizes the app, or says everything that is wrong with the parameters, or why the templates are not as promised.
 * The CDK CLI refuses to go on after any exit code but 0.
 */
export function defineApp(
  parameters: unknown,
  printError: (text: string) => void,
  props?: AppProps,
): ExitCode {
  try {
    const share = validateShare(parameters);
    const { directory } = checkedApp(share, props).synth();
    const broken = brokenPromise(directory, share, processTerminal);
    if (broken === undefined) return ExitCode.AsPromised;
    printError(`\n${broken}\n`);
    return ExitCode.Broken;
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
