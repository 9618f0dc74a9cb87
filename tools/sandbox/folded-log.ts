import { saySandboxReasons as say } from '../../words/say';
import type { RequestEntry } from './request-entry';
import { outcomeLabel } from './request-log';

/**
 * A log for somebody who watches: what a deployment sends by the dozen is one line, and so leaves room for what people do.
 * A request of it that was denied, or failed and was no look around, has its own line all the same.
 */
export class FoldedLog {
  private folded: { readonly first: RequestEntry; readonly account: string; count: number } | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly print: (line: string) => void,
    private readonly lineOf: (entry: RequestEntry) => string,
    /** Milliseconds after which a deployment that is quiet has its line. */
    private readonly patience = 3000,
  ) {}

  add(entry: RequestEntry): void {
    const account = deploymentIn(entry);
    if (account === undefined) {
      this.flush();
      this.print(this.lineOf(entry));
      return;
    }
    if (this.folded?.account !== account) this.flush();
    this.folded ??= { first: entry, account, count: 0 };
    this.folded.count++;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), this.patience).unref();
  }

  /** What is folded has its line now. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.folded === undefined) return;
    const { first, account, count } = this.folded;
    this.folded = undefined;
    const time = first.time.toISOString().slice(11, 19);
    this.print(`${time} ${outcomeLabel('allowed')}  ${say('deployment', { account, count })}`);
  }
}

/** The account that a request of a deployment is about; undefined for what has its own line. */
export function deploymentIn({
  service,
  operation,
  caller,
  error,
  authorizations,
}: RequestEntry): string | undefined {
  if (caller.kind !== 'user' && caller.kind !== 'role-session') return undefined;
  if (error !== undefined && !/^(?:Describe|Get|Head|List)/.test(operation)) return undefined;
  if (error !== undefined && authorizations.some(({ decision }) => !decision.allowed)) return undefined;
  const assumed = operation === 'AssumeRole' ? authorizations[0]?.request.resource : undefined;
  const isToolkits = CDK_ROLE.test(caller.arn) || (assumed !== undefined && CDK_ROLE.test(assumed));
  return isToolkits || service === 'cloudformation' ? caller.account : undefined;
}

/** Of the bootstrap stack. */
const CDK_ROLE = /^arn:aws:(?:iam::\d{12}:role|sts::\d{12}:assumed-role)\/cdk-[a-z0-9]+-[a-z-]+-role-/;
