import { defineConfig } from "@playwright/test";

/** `npm test -- e2e` starts the production build with a database of its own and says here where it is. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // two files side by side: each spec has people and labs of its own
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  outputDir: "test-results",
  use: {
    baseURL: process.env.PHASIC_E2E_URL,
    trace: { mode: "retain-on-failure", screenshots: false, sources: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.PHASIC_CHROMIUM || undefined,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        // a test says nothing to anybody but the server under test
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Chromium's sandbox does not work for root
        ...(process.geteuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
});
