import { hasWildcard, matchesGlob } from './glob';

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
  const [prefix, partition = '', service = '', region = '', account = '', ...rest] = text.split(':');
  if (prefix !== 'arn' || rest.length === 0) return undefined;
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

const ARN_PARTS = ['partition', 'service', 'region', 'account', 'resource'] as const;
