import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', 'cdk.out*/', '**/*.js', '**/*.mjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // The arrows of docs/decisions/0001-layout.md: bin → tools → lib, and tools/iam imports nothing of ours.
    files: ['lib/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['**/tools/*', '**/bin/*'] }] },
  },
  {
    files: ['tools/iam/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['../*', 'aws-cdk-lib*', '@aws-sdk/*', 'constructs'] }],
    },
  },
);
