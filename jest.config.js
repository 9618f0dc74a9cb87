// The snapshot and assertion tests of the stacks are compiled by ts-jest, as in CDK's own project template; the rest by
// Sucrase, which takes a tenth of the time (docs/decisions/0009).
// On Node 20 the AWS SDK announces the end of its support in every test file.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
// CDK's CloudFormation validator costs a second per test file; `npm run synth` runs it.
process.env.CDK_VALIDATION = 'false';
// No template says where in the code a construct was made.
process.env.CDK_CONTEXT_JSON = JSON.stringify({
  'aws:cdk:disable-stack-trace': true,
  'aws:cdk:disable-creation-stack-traces': true,
});

// Commands speak the language of the locale: in tests English, unless one says otherwise.
process.env.LC_ALL = 'C.UTF-8';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testSequencer: '<rootDir>/test/slowest-first.js',
  maxWorkers: 2, // a third loads everything once more, and what waits is little
  testTimeout: 60_000, // on a busy machine what takes one second takes ten, and that is no failure
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '<rootDir>/test/peers/',
    // What asks the sandbox, starts a process or tries thousands: `npm run test:thorough`, which CI runs.
    ...(process.env.THOROUGH === '1' ? [] : ['(mutations|thorough)\\.test\\.ts$']),
  ],
  transform: {
    '/test/lib/stacks\\.test\\.ts$': [
      'ts-jest',
      { tsconfig: { rootDir: '.', module: 'commonjs', moduleResolution: 'bundler', isolatedModules: true } },
    ],
    '\\.ts$': '<rootDir>/test/sucrase-transform.js',
  },
};
