import { lowerAscii, matchesGlob } from './glob';
import type { PatternList } from './policy';

/**
 * Is an action among the patterns of an `Action` element (whether it is an Action or a NotAction)? Patterns are put in
 * order once for each list, because a policy of AWS's own may hold a thousand.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function isAmongActions(list: PatternList, action: string): boolean {
  const { everything, byService } = orderOf(list);
  if (everything) return true;
  const asked = lowerAscii(action);
  const patterns = byService.get(asked.slice(0, asked.indexOf(':') + 1));
  return (
    patterns !== undefined &&
    (patterns.exact.has(asked) || patterns.wild.some((one) => matchesGlob(one, asked)))
  );
}

interface Order {
  readonly everything: boolean;
  /** By service with its colon, in lower case: no pattern has a wildcard there. */
  readonly byService: ReadonlyMap<string, { readonly exact: Set<string>; readonly wild: string[] }>;
}

const orders = new WeakMap<PatternList, Order>();

function orderOf(list: PatternList): Order {
  const known = orders.get(list);
  if (known) return known;
  const byService = new Map<string, { exact: Set<string>; wild: string[] }>();
  for (const pattern of list.patterns.map(lowerAscii)) {
    const service = pattern.slice(0, pattern.indexOf(':') + 1);
    const patterns = byService.get(service) ?? { exact: new Set(), wild: [] };
    byService.set(service, patterns);
    if (/[*?]/.test(pattern)) patterns.wild.push(pattern);
    else patterns.exact.add(pattern);
  }
  const order = { everything: list.patterns.includes('*'), byService };
  orders.set(list, order);
  return order;
}
