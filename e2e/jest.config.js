/** @type {import('jest').Config} */
const config = {
  rootDir: '..',
  roots: ['<rootDir>/e2e'],
  testMatch: ['**/*.e2e.ts'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  globalSetup: '<rootDir>/e2e/server.setup.ts',
  globalTeardown: '<rootDir>/e2e/server.teardown.ts',
};

export default config;
