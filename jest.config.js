// fauxqs is published as ES modules only and jest runs CommonJS, so that one package (and nothing else in
// node_modules) is transformed, and named by file because its exports have no "require" condition.
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/test/peers/'],
  transform: { '^.+\\.[tj]s$': ['ts-jest', { tsconfig: { rootDir: '.', module: 'commonjs', moduleResolution: 'bundler', allowJs: true, isolatedModules: true } }] },
  transformIgnorePatterns: ['/node_modules/(?!fauxqs/)'],
  moduleNameMapper: { '^fauxqs$': '<rootDir>/node_modules/fauxqs/dist/app.js' },
};
