import { type JobName, type JobPayload, jobPayloads } from "../../contracts/jobs";
import type { Sql } from "./sql";

export interface JobRequest<Name extends JobName = JobName> {
  readonly name: Name;
  readonly payload: JobPayload<Name>;
  /** A queued job of the same key is replaced; one that runs is left to end, and this one follows it. */
  readonly key: string;
  /** Lower is sooner: -32768 to 32767. */
  readonly priority?: number;
}

const batch = 1000;
const maxAttempts = 8;

/** Adds jobs in the order given. The queue must be installed (install.ts). Throws ZodError on a wrong payload. */
export async function enqueue(sql: Sql, requests: readonly JobRequest[]): Promise<void> {
  for (let from = 0; from < requests.length; from += batch) {
    const specs = requests.slice(from, from + batch).map(({ name, payload, key, priority = 0 }) => ({
      identifier: name,
      payload: jobPayloads[name].parse(payload),
      job_key: key,
      priority,
    }));
    await sql.$queryRaw`
      SELECT count(*)::int FROM graphile_worker.add_jobs(ARRAY(
        SELECT ROW(identifier, payload, NULL, NULL, ${maxAttempts}::int, job_key, priority, NULL)::graphile_worker.job_spec
        FROM ROWS FROM (
          json_to_recordset(${JSON.stringify(specs)}::json)
            AS (identifier text, payload json, job_key text, priority int)
        ) WITH ORDINALITY AS spec (identifier, payload, job_key, priority, position)
        ORDER BY position
      ))`;
  }
}
