import type { Statement } from '../../iam/policy';
import { kindOf, MixedComparisonsError } from './condition-classes';
import { arnLanguage, DIGIT, exactly, globLanguage, type Language, language } from './language';
import { stringClasses } from './string-classes';

/** Whose the resources of a request can be. */
export interface Owners {
  /** Every account that a request is tried with. */
  readonly accounts: readonly string[];
  /** Between resources whose ARNs name different accounts, and those whose ARNs name none. */
  readonly lines: readonly Language[];
  /** Resources of each account that a person recognizes. */
  readonly readable: readonly string[];
  readonly of: (resource: string) => readonly string[];
}

/**
 * An ARN says whose the resource is, but for a bucket, its objects and `*`: they can be anybody's. Accounts are told apart
 * only where a statement asks whose the resource is.
 *
 * @param accounts that matter here; the last one is nobody's that a policy speaks of
 * @throws MixedComparisonsError or TooLargeError
 */
export function possibleOwners(statements: readonly Statement[], accounts: readonly string[]): Owners {
  const nobody = accounts.at(-1) ?? '';
  if (!statements.some(asksForOwner))
    return { accounts: [nobody], lines: [], readable: [], of: () => [nobody] };
  const all = [...new Set([...accounts, ...accountsSpokenOf(statements)])];
  return {
    accounts: all,
    lines: [...all.map((account) => arnLanguage(`arn:*:*:*:${account}:*`)), arnLanguage('arn:*:*:*::*')],
    readable: all.flatMap((account) => [
      `arn:aws:iam::${account}:role/example`,
      `arn:aws:s3:us-east-1:${account}:accesspoint/example`,
    ]),
    of: (resource) => {
      const [start, , , , account = ''] = resource.split(':');
      if (start !== 'arn' || account === '') return all;
      return [all.includes(account) ? account : nobody];
    },
  };
}

const OWNER_KEYS = new Set(['aws:resourceaccount', 's3:resourceaccount']);

function asksForOwner({ conditions, resource }: Statement): boolean {
  const texts = [...(resource?.patterns ?? []), ...conditions.flatMap(({ values }) => values)];
  return (
    conditions.some(({ key }) => OWNER_KEYS.has(key)) ||
    texts.some((text) => /\$\{aws:resourceaccount/i.test(text))
  );
}

/** One account for every class of accounts that the conditions tell apart. */
function accountsSpokenOf(statements: readonly Statement[]): string[] {
  const conditions = statements.flatMap((one) => one.conditions.filter(({ key }) => OWNER_KEYS.has(key)));
  for (const { key, operator } of conditions) {
    // Some actions of other services carry no owner, and which these are is not known here:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount
    const kind = kindOf(operator) ?? 'whether it is there';
    if (kind !== 'string') throw new MixedComparisonsError(key, [kind, 'text']);
  }
  const values = conditions.flatMap((one) => one.values.filter((value) => !value.includes('${')));
  const found = stringClasses({
    what: 'aws:ResourceAccount',
    universe: { all: language('an account id', exactly(12, DIGIT)) },
    questions: values.map((value) => globLanguage(value)),
    readable: values,
  });
  return found.map(({ witness }) => witness);
}
