// What `npm test` runs, side by side: the tests, and types, lint and format. Each prints when it has ended.
const { concurrently } = require('concurrently');

const unit = { name: 'unit', command: 'jest' };
const staticChecks = {
  name: 'static',
  command: 'node --require tsx/cjs test/static-checks.ts',
  env: { GOGC: 'off' }, // the type checker lives for three seconds: a third of them would go into collecting garbage
};

concurrently([unit, staticChecks], { group: true }).result.catch(() => {
  process.exitCode = 1;
});
