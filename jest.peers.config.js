// Tests that use other people's programs where they are installed: `npm run test:peers`.
const config = require('./jest.config');

/** @type {import('jest').Config} */
module.exports = {
  ...config,
  roots: ['<rootDir>/test/peers'],
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
  verbose: true,
};
