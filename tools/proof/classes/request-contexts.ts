import type { AccessRequest, Context } from '../../iam/request';
import { sayProofClasses as say } from '../../../words/say';
import type { KeyValue } from './condition-classes';
import { spelt } from './condition-keys';
import { type CompanyFacts, fixedBy } from './fixed-keys';
import { TooLargeError } from './too-large';

/** Classes per policy under proof before giving up. The shipped templates need some hundreds. */
export const MAX_CLASSES = 200_000;

/** Every combination of the keys' values that a request of the cell can have. */
export function contextsOf(
  keys: readonly string[],
  cell: Omit<AccessRequest, 'context'>,
  base: Context,
  valuesOf: (key: string) => readonly KeyValue[],
  company: CompanyFacts,
): Context[] {
  const choices = keys.map((key): readonly (KeyValue | null | undefined)[] => {
    const fixed = fixedBy(key, cell, company);
    if (fixed === 'absent') return [undefined];
    if (typeof fixed === 'object') return [fixed.value];
    return fixed === 'present' ? valuesOf(key) : [undefined, ...valuesOf(key)];
  });
  if (choices.reduce((product, values) => product * values.length, 1) > MAX_CLASSES)
    throw tooMany(keys.map(spelt));
  const all = keys.reduce<Context[]>(
    (some, key, index) =>
      some.flatMap((context) =>
        (choices[index] ?? []).map((value) => (value === undefined ? context : { ...context, [key]: value })),
      ),
    [base],
  );
  return all.filter(canBeTogether);
}

/** A service says for which resource it calls, and for which account: they agree. */
function canBeTogether({ 'aws:sourcearn': arn, 'aws:sourceaccount': account }: Context): boolean {
  const owner = typeof arn === 'string' ? (arn.split(':')[4] ?? '') : '';
  return owner === '' || typeof account !== 'string' || account === owner;
}

/** @param costly condition keys, or patterns */
export function tooMany(costly: readonly string[]): TooLargeError {
  return new TooLargeError(say('allRequests'), costly, MAX_CLASSES, 'classes');
}
