import { arnMatches, parseArn } from './arn';
import { hasWildcard, matchesGlob } from './glob';
import { type Outcome, some } from './outcome';
import type { PatternList } from './policy';
import { coveringAllVariables, withVariables } from './policy-variables';
import type { Context } from './request';

/** Is a resource among the patterns of a `Resource` element (whether it is a Resource or a NotResource)? */
export function resourceMatches(list: PatternList, resource: string, context: Context): Outcome {
  return some(readPatterns(list), (pattern) => matches(pattern, resource, context));
}

/**
 * Does a `Resource` pattern cover a resource? `*` covers everything; `/` has no meaning of its own; the resource `*`, of
 * actions that have none, is covered by `*` alone.
 *
 * Wildcards are meant for use within a part of the ARN, but a `*` that ends a part "can expand to match beyond the
 * colon boundaries". AWS does not say when it does, so what only such a reading covers is undecided. So is what depends on
 * a policy variable whose value is not known, and what a pattern covers that names no service or has too few parts.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceMatch(pattern: string, resource: string, context: Context = {}): Outcome {
  return matches(read(pattern), resource, context);
}

interface ReadPattern {
  readonly text: string;
  readonly hasVariables: boolean;
  /** What it may cover at the most: any value for a variable, a `*` that reaches over colons. */
  readonly widest: string;
  readonly isArn: boolean;
  readonly namesItsService: boolean;
}

const read = (text: string): ReadPattern => {
  const widest = coveringAllVariables(text);
  const arn = parseArn(text);
  return {
    text,
    hasVariables: text.includes('${'),
    widest,
    isArn: parseArn(widest) !== undefined,
    namesItsService: arn !== undefined && !hasWildcard(arn.service),
  };
};

const known = new WeakMap<PatternList, readonly ReadPattern[]>();

function readPatterns(list: PatternList): readonly ReadPattern[] {
  const found = known.get(list) ?? list.patterns.map(read);
  known.set(list, found);
  return found;
}

function matches(pattern: ReadPattern, resource: string, context: Context): Outcome {
  const { text, hasVariables, widest, isArn, namesItsService } = pattern;
  if (text === '*') return true;
  const exact = hasVariables ? withVariables(text, context) : text;
  if (exact !== undefined && namesItsService && arnMatches(exact, resource)) return true;
  if (!isArn) return 'undecided';
  return parseArn(resource) !== undefined && matchesGlob(exact ?? widest, resource) ? 'undecided' : false;
}
