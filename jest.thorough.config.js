// `npm run test:thorough`: ten times as many random cases, what takes a process of its own, and thousands of mutants. Set
// here and not in front of the command, where a shell of Windows would not take it.
process.env.THOROUGH = '1';

/** @type {import('jest').Config} */
module.exports = require('./jest.config');
