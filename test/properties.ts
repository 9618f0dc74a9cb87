/** fast-check as all tests use it, and how much they try: `import fc, { cases } from '../properties'`. */
import fc from 'fast-check';

/** `npm run test:thorough`: ten times as many random cases, what takes a process of its own, and the mutants. */
export const THOROUGH = process.env['THOROUGH'] === '1';

/** A test that takes too long for `npm test`. */
export const testThoroughly = THOROUGH ? test : test.skip;

/** How many random cases a property is tried with. */
export const cases = (count: number): number => (THOROUGH ? 10 * count : count);

/**
 * fast-check with a fixed seed, so that a run that passed passes again and a failure in somebody's change is that
 * change's. `PROPERTY_SEED=$RANDOM npm test` looks elsewhere; fast-check prints the seed of a failure.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20261123) });

export default fc;
