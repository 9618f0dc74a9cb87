import { deploymentIn } from './folded-log';
import type { RequestEntry } from './request-entry';

/** The latest requests of people. A deployment's are many, and are only counted. */
const KEPT = 1000;

/** What was asked of the sandbox, for its pages. */
export class Journal {
  private readonly kept = new Map<string, RequestEntry>();
  private readonly done = new Set<string>();
  /** How many requests there were in all. */
  readonly count = { people: 0, deployments: 0 };

  add(entry: RequestEntry): void {
    const whose = deploymentIn(entry) === undefined ? 'people' : 'deployments';
    this.count[whose]++;
    if (whose === 'people') this.kept.set(entry.requestId, entry);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    if (entry.error === undefined) for (const step of stepsOf(entry)) this.done.add(step);
  }

  entryOf(requestId: string): RequestEntry | undefined {
    return this.kept.get(requestId);
  }

  /** Newest first. */
  newest(most: number): RequestEntry[] {
    return [...this.kept.values()].slice(-most).toReversed();
  }

  /** Whether `s3:GetObject` was done since the start by a session of the role, or `sts:AssumeRole` with it, by whichever client. */
  wasDone(action: string, roleArn: string): boolean {
    return this.done.has(`${action} ${roleArn}`);
  }
}

function stepsOf({ caller, service, operation, authorizations }: RequestEntry): string[] {
  const asked = authorizations.map(({ request }) => request);
  const assumed =
    operation === 'AssumeRole' ? asked.map(({ action, resource }) => `${action} ${resource}`) : [];
  if (caller.kind !== 'role-session') return assumed;
  const actions = asked.length === 0 ? [`${service}:${operation}`] : asked.map(({ action }) => action);
  return [...assumed, ...actions.map((action) => `${action} ${caller.roleArn}`)];
}
