import type { Sql } from "./sql";

/** A process takes its first jobs just before it can say under which name. */
const graceSeconds = 5;

/**
 * Frees the jobs of worker processes that are gone; the queue alone would keep them for four hours. A job is theirs when
 * none of `alive` holds it. A job that was replaced while it ran can never run again and is removed.
 */
export async function unlockAbandoned(sql: Sql, alive: readonly string[]): Promise<void> {
  await sql.$queryRaw`
    SELECT 1 FROM graphile_worker.force_unlock_workers(ARRAY(
      SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
      WHERE locked_by IS NOT NULL AND NOT locked_by = ANY(${[...alive]}::text[])
        AND locked_at < now() - make_interval(secs => ${graceSeconds})
    ))`;
  await sql.$executeRaw`
    DELETE FROM graphile_worker._private_jobs WHERE locked_at IS NULL AND attempts >= max_attempts AND key IS NULL`;
}
