/** Each part of the tests has its own files; `npm run test:<part>` names it in TEST_TYPE. */
const part = process.env.TEST_TYPE ?? "unit"

const parts = {
  unit: { testMatch: ["<rootDir>/src/**/*.spec.{ts,tsx}"] },
  module: {
    testMatch: ["<rootDir>/integration-tests/module/**/*.spec.ts"],
    setupFiles: ["<rootDir>/integration-tests/helpers/clear-metadata.ts"],
    testTimeout: 60_000,
  },
  http: {
    testMatch: ["<rootDir>/integration-tests/http/**/*.spec.ts"],
    globalSetup: "<rootDir>/integration-tests/http/global-setup.ts",
    globalTeardown: "<rootDir>/integration-tests/http/global-teardown.ts",
    testTimeout: 60_000,
  },
  browser: {
    testMatch: ["<rootDir>/integration-tests/browser/**/*.spec.ts"],
    globalSetup: "<rootDir>/integration-tests/browser/global-setup.ts",
    globalTeardown: "<rootDir>/integration-tests/http/global-teardown.ts",
    testTimeout: 120_000,
  },
  package: { testMatch: ["<rootDir>/integration-tests/package/**/*.spec.ts"], testTimeout: 600_000 },
  scripts: { testMatch: ["<rootDir>/integration-tests/scripts/**/*.spec.ts"], testTimeout: 240_000 },
}

module.exports = {
  rootDir: __dirname,
  testEnvironment: "node",
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.data/", "<rootDir>/.run/", "<rootDir>/.cache/"],
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2022",
        },
        // Packages that are modules only (the Chromium from npm) must not become a require().
        module: { type: "commonjs", ignoreDynamic: true },
      },
    ],
  },
  ...parts[part],
}
