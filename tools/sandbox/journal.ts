import { deploymentIn } from './folded-log';
import type { RequestEntry } from './request-entry';

/** The latest requests of each kind; a deployment's are many, and push nobody else's out. */
const KEPT = 1000;

/** What was asked of the sandbox, for its pages. */
export class Journal {
  private readonly peoples = new Map<string, RequestEntry>();
  private readonly deployments = new Map<string, RequestEntry>();
  private readonly done = new Set<string>();
  /** How many requests of people there were in all. */
  count = 0;
  /** How many a deployment sent. */
  deployed = 0;

  add(entry: RequestEntry): void {
    const isDeployment = deploymentIn(entry) !== undefined;
    const entries = isDeployment ? this.deployments : this.peoples;
    entries.set(entry.requestId, entry);
    const [oldest] = entries.keys();
    if (entries.size > KEPT && oldest !== undefined) entries.delete(oldest);
    if (isDeployment) this.deployed++;
    else this.count++;
    if (entry.error === undefined) for (const step of stepsOf(entry)) this.done.add(step);
  }

  entryOf(requestId: string): RequestEntry | undefined {
    return this.peoples.get(requestId) ?? this.deployments.get(requestId);
  }

  /** Newest first. */
  newest(of: 'people' | 'deployments', most: number): RequestEntry[] {
    const entries = of === 'people' ? this.peoples : this.deployments;
    return [...entries.values()].slice(-most).toReversed();
  }

  /** Whether the role was assumed since the start, by whichever client. */
  wasAssumed(roleArn: string): boolean {
    return this.done.has(`assumed ${roleArn}`);
  }

  /** Whether a session of the role did that with success: `s3:GetObject`. */
  wasDone(action: string, roleArn: string): boolean {
    return this.done.has(`${action} ${roleArn}`);
  }
}

function stepsOf({ caller, service, operation, authorizations }: RequestEntry): string[] {
  const [first] = authorizations.map(({ request }) => request);
  const assumed = operation === 'AssumeRole' && first !== undefined ? [`assumed ${first.resource}`] : [];
  if (caller.kind !== 'role-session') return assumed;
  const actions =
    first === undefined ? [`${service}:${operation}`] : authorizations.map(({ request }) => request.action);
  return [...assumed, ...actions.map((action) => `${action} ${caller.roleArn}`)];
}
