import type { Sql } from "./sql";

/** Removes jobs that no worker has taken. One that runs goes on: its handler looks at its row. */
export async function removeQueued(sql: Sql, keys: readonly string[]): Promise<void> {
  await sql.$executeRaw`
    DELETE FROM graphile_worker._private_jobs WHERE key = ANY(${[...keys]}::text[]) AND locked_at IS NULL`;
}

/** The same for all jobs about these rows: every key is a job's name and its row's id. */
export async function removeQueuedOf(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.$executeRaw`
    DELETE FROM graphile_worker._private_jobs
    WHERE split_part(key, ':', 2) = ANY(${[...ids]}::text[]) AND locked_at IS NULL`;
}
