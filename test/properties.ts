import fc from 'fast-check';

/**
 * fast-check with a fixed seed, so that a run that passed passes again and a failure in somebody's change is that
 * change's. `PROPERTY_SEED=$RANDOM npm test` looks elsewhere; fast-check prints the seed of a failure.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20261123) });

export default fc;
