import { sayProofPage as say } from '../../words/say';
import type { Share } from '../../lib/share/share';
import { printableData } from '../printable';
import type { Terminal } from '../terminal';
import { problemsPage } from './report/page';
import { proveDirectory } from './prove-directory';

/**
 * What stops `cdk synth`, `diff` and `deploy`: undefined if the templates in the directory are as promised, else the
 * explanation, for a person. Whoever synthesizes prints it and ends with an exit code, which the CDK CLI obeys.
 *
 * It is no validation plugin of CDK. Findings of a plugin can be acknowledged away by one line beside a construct, and
 * the CLI (2.1148) goes on when a plugin throws.
 */
export function brokenPromise(
  directory: string,
  share: Share,
  paper: Pick<Terminal, 'color' | 'width'>,
): string | undefined {
  const report = proveDirectory(directory, share);
  if (report.verdict === 'holds') return undefined;
  return `${problemsPage(printableData(report), paper)}\n\n${say('nothingDeployed')}\n`;
}
