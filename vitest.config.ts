import path from "node:path";
import { defineConfig } from "vitest/config";

const everywhere = ["**/node_modules/**", "**/.next/**", "**/.phasic/**", "e2e/**"];
const alias = { "@": path.resolve(import.meta.dirname) };

export default defineConfig({
  test: {
    // Vitest would leave one of two processors idle
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        oxc: { jsx: { runtime: "automatic" } },
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [...everywhere, "**/*.integration.test.{ts,mjs}"],
          // they share nothing but modules, which are costly to load anew for each file
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["**/*.integration.test.{ts,mjs}"],
          exclude: everywhere,
          // a PostgreSQL for the whole run, with a migrated template; each test file then works on a copy of its own
          globalSetup: "server/testing/start-postgres.ts",
          setupFiles: "server/testing/own-database.ts",
          // only a guard against hanging: files run side by side, and some start workers that simulate
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
