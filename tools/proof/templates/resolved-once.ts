import { sayProofTemplates as say } from '../../../words/say';
import type { Resolved } from '../../intrinsics/scope';
import { UnresolvableError } from './unresolvable-error';

/** Deeper than anybody writes, and far from what a stack of calls holds. */
const LONGEST_CHAIN = 100;

/**
 * What is worked out once and remembered, by name. Templates may refer to themselves, or to so many others one by way of
 * another that nothing comes of it: that is said, and not tried.
 */
export class ResolvedOnce {
  private readonly known = new Map<
    string,
    { readonly value: Resolved } | { readonly error: UnresolvableError }
  >();
  private readonly open: string[] = [];

  /**
   * @param name of one value: `CompanyStack (111111111111/us-east-1) Bucket.BucketName`
   * @throws UnresolvableError, also if the value hangs on itself
   */
  get(name: string, resolve: () => Resolved): Resolved {
    const known = this.known.get(name);
    if (known !== undefined && 'value' in known) return known.value;
    if (known !== undefined) throw known.error;
    if (this.open.includes(name)) throw new UnresolvableError(this.circle(name));
    if (this.open.length >= LONGEST_CHAIN)
      throw new UnresolvableError(say('chainTooLong', { value: this.open[0] ?? name, count: LONGEST_CHAIN }));
    this.open.push(name);
    try {
      const value = resolve();
      this.known.set(name, { value });
      return value;
    } catch (error) {
      if (error instanceof UnresolvableError) this.known.set(name, { error });
      throw error;
    } finally {
      this.open.pop();
    }
  }

  private circle(value: string): string {
    const others = this.open.slice(this.open.indexOf(value) + 1);
    return others.length === 0
      ? say('refersToItself', { value })
      : say('refersToItselfByWay', { value, others: others.slice(0, 3).join(', ') });
  }
}
