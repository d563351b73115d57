import type { Sql } from "./sql";

/**
 * Frees the jobs of worker processes that are gone; the queue alone would keep them for four hours. A job is theirs when
 * none of `alive` holds it: a process registers its name before it takes jobs. What can never run again is removed.
 */
export async function unlockAbandoned(sql: Sql, alive: readonly string[]): Promise<void> {
  await sql.$executeRaw`
    SELECT graphile_worker.force_unlock_workers(ARRAY(
      SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
      WHERE locked_by IS NOT NULL AND NOT locked_by = ANY(${[...alive]}::text[])
    ))`;
  await sql.$executeRaw`
    DELETE FROM graphile_worker._private_jobs WHERE locked_at IS NULL AND attempts >= max_attempts AND key IS NULL`;
}
