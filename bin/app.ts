import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { buildApp } from '../lib/share-app';
import { InvalidShareError, validateShare } from '../lib/share';
import { share as parameters } from '../parameters';
import { ExitCode } from '../tools/exit-code';

try {
  const share = validateShare(parameters);
  const app = buildApp(share);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
} catch (error) {
  if (!(error instanceof InvalidShareError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = ExitCode.WrongUsage;
}
