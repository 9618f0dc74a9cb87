import { hasWildcard, matchesGlob } from './glob';
import type { Outcome } from './outcome';
import { coveringAllVariables, withVariables } from './policy-variables';
import type { Context } from './request';

/** The six colon-delimited parts; colons after the fifth belong to the resource. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/**
 * Splits an ARN, or an ARN pattern. Undefined if it has fewer than six parts or does not start with `arn:`.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, ...rest] = text.split(':');
  if (prefix !== 'arn' || partition === undefined || service === undefined) return undefined;
  if (region === undefined || account === undefined || rest.length === 0) return undefined;
  return { partition, service, region, account, resource: rest.join(':') };
}

/**
 * Compares part by part, with regard to case: a `*` never reaches over one of the first five colons.
 * This is what ArnEquals and ArnLike (which are the same) do. Text that is not an ARN matches no ARN pattern.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function arnMatches(pattern: string, text: string): boolean {
  if (!hasWildcard(pattern)) return pattern === text && parseArn(text) !== undefined;
  const wanted = parseArn(pattern);
  const found = parseArn(text);
  if (!wanted || !found) return false;
  return ARN_PARTS.every((part) => matchesGlob(wanted[part], found[part]));
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
  if (pattern === '*') return true;
  const known = withVariables(pattern, context);
  if (known !== undefined && namesItsService(known) && arnMatches(known, resource)) return true;
  const wide = coveringAllVariables(pattern);
  if (parseArn(wide) === undefined) return 'undecided';
  return parseArn(resource) !== undefined && matchesGlob(known ?? wide, resource) ? 'undecided' : false;
}

function namesItsService(pattern: string): boolean {
  const service = parseArn(pattern)?.service;
  return service !== undefined && !hasWildcard(service);
}

export const ARN_PARTS = ['partition', 'service', 'region', 'account', 'resource'] as const;
