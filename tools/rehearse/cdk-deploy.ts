import { sayRehearse as say } from '../../words/say';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { startChild } from '../children';
import { ExitCode, PlainError } from '../exit-code';
import { childFault } from '../machine-fault';
import { stoppedByHand } from '../stoppable';

export interface CdkDeployInput {
  readonly stack: string;
  readonly profile: string;
  /** Of the person who types it, see TemporaryHome. */
  readonly environment: Readonly<Record<string, string>>;
  /** The sandbox's address. */
  readonly endpoint: string;
  /** Instead of `cdk.out` in the project. */
  readonly outputFolder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

export interface CdkDeployResult {
  readonly succeeded: boolean;
  /** `AWS::S3::Bucket`, in the order in which they were made. */
  readonly resources: readonly string[];
  readonly assets: number;
  /** `VendorAccessRoleArn` → value. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Everything that was printed and is not progress: on failure, the reason. */
  readonly remarks: string;
}

export function cdkDeployCommand({ stack, profile }: Pick<CdkDeployInput, 'stack' | 'profile'>): string {
  return `npx cdk deploy ${stack} --profile ${profile}`;
}

/**
 * The real CDK CLI, with the very arguments that a person types; what else it needs to know comes from the
 * environment. `npx` itself is left out for the quarter of a second that it takes.
 *
 * @throws PlainError if it was stopped, or this computer failed
 */
export async function cdkDeploy(input: CdkDeployInput): Promise<CdkDeployResult> {
  const project = resolve(__dirname, '..', '..');
  const cli = join(project, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const child = startChild(process.execPath, [cli, 'deploy', input.stack, '--profile', input.profile], {
    cwd: project,
    stop: input.signal,
    env: {
      ...withoutForcedColor(input.environment),
      AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION: input.endpoint,
      CDK_REQUIRE_APPROVAL: 'never',
      CDK_OUTPUT: input.outputFolder,
      CDK_PROGRESS: 'events',
      NO_COLOR: '1',
      ...STAY_AT_HOME,
      ...(input.stack !== 'CompanyStack' && VALIDATED_BEFORE),
      ...NO_END_OF_LIFE_NOTICES,
    },
  });
  const reading = new CdkOutput(input.onProgress);
  const lines = [child.stdout, child.stderr].map(async (stream) => {
    for await (const line of createInterface({ input: stream })) reading.take(line);
  });
  const { code, signal } = await child.ended;
  await Promise.all(lines);
  if (input.signal.aborted) throw stoppedByHand();
  const remarks = reading.remarks
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  const fault = childFault({ command: `cdk deploy ${input.stack}`, code, signal, said: remarks });
  if (fault !== undefined) throw new PlainError(fault, ExitCode.CouldNotTell);
  const { resources, assets, outputs } = reading;
  return {
    succeeded: code === 0,
    resources,
    assets,
    outputs,
    remarks,
  };
}

function withoutForcedColor(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name !== 'FORCE_COLOR'));
}

/** Neither notices nor version checks nor telemetry: a rehearsal asks nobody but the sandbox. */
const STAY_AT_HOME = {
  CDK_NOTICES: 'false',
  CDK_DISABLE_VERSION_CHECK: '1',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
};

/** The company deploys first, and CDK's validator looks at every stack of the app then; it takes seconds. */
const VALIDATED_BEFORE = { CDK_VALIDATION: 'false' };

/** They are for whoever maintains the machine and say nothing about the rehearsal. */
const NO_END_OF_LIFE_NOTICES = {
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: 'true',
  JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION: 'true',
};

/** Tells what CDK prints apart: progress, results, and what a person has to read. */
export class CdkOutput {
  readonly resources: string[] = [];
  readonly outputs: Record<string, string> = {};
  readonly remarks: string[] = [];
  assets = 0;

  constructor(private readonly onProgress: (text: string) => void) {}

  take(printed: string): void {
    const line = stripVTControlCharacters(printed);
    const [, finished, all, status, type] = EVENT.exec(line) ?? [];
    if (status !== undefined && type !== undefined) {
      const done = status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE';
      if (done && type !== 'AWS::CloudFormation::Stack') this.resources.push(type);
      this.onProgress(say('resourcesDone', { finished: finished ?? '', all: all ?? '' }));
      if (status.endsWith('FAILED')) this.remarks.push(line);
      return;
    }
    const [, name, value] = OUTPUT.exec(line) ?? [];
    if (name !== undefined && value !== undefined) this.outputs[name] = value;
    else if (/success: Published /.test(line)) this.onProgress(say('assetsDone', { number: ++this.assets }));
    else if (line.trim() === '') this.remarks.push(...(this.remarks.length > 0 ? [''] : []));
    else if (!CHATTER.test(line)) this.remarks.push(line);
  }
}

const EVENT = /^\S+ \| +(\d+)\/(\d+) \| [^|]+ \| (\w+) +\| (\S+) +\|/;
const OUTPUT = /^\w+\.(\w+) = (.+)$/;
const CHATTER =
  /^✨|^ ✅|^✅|^Outputs:|^Stack ARN:|^arn:aws:cloudformation:|: (start|success): |: creating CloudFormation changeset|: deploying\.\.\./;
