/** What a part of a statement says about a request; `undecided` where AWS knows and this library does not. */
export type Outcome = boolean | 'undecided';

export function not(outcome: Outcome): Outcome {
  return outcome === 'undecided' ? outcome : !outcome;
}

/** True if one is true, undecided if one may be. */
export function some<T>(items: readonly T[], outcomeOf: (item: T) => Outcome): Outcome {
  let result: Outcome = false;
  for (const item of items) {
    const outcome = outcomeOf(item);
    if (outcome === true) return true;
    if (outcome === 'undecided') result = outcome;
  }
  return result;
}

/** False if one is false, undecided if one may be. */
export function every<T>(items: readonly T[], outcomeOf: (item: T) => Outcome): Outcome {
  return not(some(items, (item) => not(outcomeOf(item))));
}
