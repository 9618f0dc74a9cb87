import type { Because } from '../classes/promised-access';
import { fitsService } from '../classes/possible-requests';
import { isRealAction } from '../classes/real-actions';
import type { Counterexample, Doubt } from '../classes/request-classes';

/** The one that stands for all that have the same cause. */
export function plainestOf<T extends Counterexample | Doubt>(same: readonly T[]): T {
  return same.reduce((best, one) => (complexity(one) < complexity(best) ? one : best));
}

/** Lower is easier to read: a real action, on a resource that people know, with few conditions. */
function complexity({ request, answer, ...more }: Counterexample | Doubt): number {
  const keys = 'keys' in more ? more.keys : [];
  const part = answer.says === 'denied' ? PARTS.indexOf(answer.because.part) : 0;
  return (
    (isRealAction(request.action) ? 0 : 1000) +
    (request.resource.endsWith('test-data.txt') ? 0 : 200) +
    (request.resource.includes('example') ? 100 : 0) +
    (fitsService(request.action, request.resource) ? 0 : 500) +
    (request.resource === '*' ? 40 : 0) +
    (isCutOff(request.resource) ? 50 : 0) +
    part * 20 +
    // A key that every real request has is shown present.
    keys.filter((key) => request.context[key] === undefined).length * 8 +
    keys.length * 5 +
    (request.caller.kind === 'role-session' ? 0 : 2) +
    Math.min(request.resource.length, 100) / 100
  );
}

/** `arn:aws:iam:` is the shortest text of its class, and no resource that anybody has. */
function isCutOff(resource: string): boolean {
  return resource !== '*' && resource.split(':').length < 6;
}

const PARTS: readonly Because['part'][] = ['action', 'resource', 'condition', 'caller'];
