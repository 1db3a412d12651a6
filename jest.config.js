module.exports = {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, sourceMaps: 'inline' }],
  },
  // The package `constructs` and our folder of that name must not be mistaken for each other.
  modulePaths: [],
  collectCoverage: true,
  collectCoverageFrom: [
    'constructs/**/*.ts',
    'stacks/**/*.ts',
    'checks/**/*.ts',
    'cli/**/*.ts',
    '!cli/main.ts',
    '!cli/kind-stacks.ts',
    '!**/index.ts',
  ],
  coverageReporters: ['text-summary'],
  coverageThreshold: { global: { lines: 95, branches: 95 } },
  testTimeout: 60000,
};
