import type { TestProject } from "vitest/node";
import { startTemporaryDatabase } from "../../tools/lib/temporary-database.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    postgres: { template: string; admin: string; owner: string };
  }
}

/** One PostgreSQL for all integration tests of a run. */
export default async function setup(project: TestProject) {
  const { stop, ...postgres } = await startTemporaryDatabase();
  project.provide("postgres", postgres);
  return stop;
}
