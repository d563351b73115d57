import { env } from "../env";

let installed: Promise<void> | undefined;

/**
 * Makes or updates the queue's tables (schema graphile_worker), once per process. Whoever comes first does it, web server
 * or worker; several at once do no harm. Throws when the database cannot be reached; the next call tries again.
 */
export function installQueue(): Promise<void> {
  installed ??= migrate().catch((error: unknown) => {
    installed = undefined;
    throw error;
  });
  return installed;
}

async function migrate() {
  const { runMigrations, Logger } = await import("graphile-worker");
  await runMigrations({
    connectionString: env().DATABASE_URL,
    logger: new Logger(() => () => {}),
  });
}
