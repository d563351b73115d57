import { Prisma } from "../../../prisma/generated/client";
import type { SystemGrant } from "../../access/grant";
import { db } from "../../db";
import { enqueue } from "../../jobs/enqueue";
import { publish } from "../../jobs/live";
import { runJob } from "../../jobs/run-job";

/** A run that loses this many workers between two checkpoints is taken to be what kills them. */
const mostLosses = 5;
/** Interrupted work goes before what waits. */
const interruptedPriority = -1000;

interface Lapsed {
  id: string;
  labId: string;
  status: "queued" | "cancelled" | "failed";
  trials: number;
  checkpointTrial: number;
  error: string | null;
}

/** Puts runs whose lease is over back into the queue, at the head. Gives how many. Several sweeps at once do no harm. */
export async function takeOver(_grant: SystemGrant): Promise<number> {
  const now = Prisma.sql`(clock_timestamp() AT TIME ZONE 'utc')`;
  return db().$transaction(async (tx) => {
    const lapsed = await tx.$queryRaw<Lapsed[]>`
      WITH lapsed AS (
        SELECT id, CASE WHEN "cancelRequested" THEN 'cancelled'
                        WHEN losses + 1 >= ${mostLosses} THEN 'failed' ELSE 'queued' END AS outcome
        FROM "Run" WHERE status = 'running' AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now})
        FOR UPDATE SKIP LOCKED
      )
      UPDATE "Run" SET status = outcome::"RunStatus", losses = losses + 1, "cancelRequested" = false,
        "leaseToken" = NULL, "leaseUntil" = NULL, "workerId" = NULL, "trialsDone" = "checkpointTrial",
        "finishedAt" = CASE WHEN outcome <> 'queued' THEN ${now} END,
        error = CASE WHEN outcome = 'failed' THEN ${`${mostLosses} workers in a row were lost while they computed this run.`} END,
        log = log || to_char(${now}, 'YYYY-MM-DD HH24:MI:SS ') || 'The worker was lost; ' || outcome || E'.\\n'
      FROM lapsed WHERE "Run".id = lapsed.id
      RETURNING "Run".id, "labId", status, trials, "checkpointTrial", error`;
    const again = lapsed.filter(({ status }) => status === "queued");
    if (again.length > 0)
      await enqueue(
        tx,
        again.map(({ id }) => runJob(id, interruptedPriority)),
      );
    for (const { id, labId, status, trials, checkpointTrial, error } of lapsed)
      await publish(tx, labId, {
        kind: "run",
        run: id,
        experiments: await experimentsOf(tx, id),
        status,
        trials,
        trialsDone: checkpointTrial,
        error,
      });
    return lapsed.length;
  });
}

const experimentsOf = async (tx: Prisma.TransactionClient, runId: string) => {
  const links = await tx.experimentRun.findMany({
    where: { runId },
    distinct: ["experimentId"],
    select: { experimentId: true },
  });
  return links.map(({ experimentId }) => experimentId);
};

/** Enqueues queued runs that no job would ever pick up. Gives how many. */
export async function requeueForgotten(_grant: SystemGrant): Promise<number> {
  return db().$transaction(async (tx) => {
    const forgotten = await tx.$queryRaw<{ id: string; priority: number }[]>`
      SELECT id, priority FROM "Run" WHERE status = 'queued' AND NOT EXISTS (
        SELECT 1 FROM graphile_worker._private_jobs AS job
        WHERE job.key = 'run:' || "Run".id AND job.attempts < job.max_attempts
      ) FOR UPDATE SKIP LOCKED`;
    await enqueue(
      tx,
      forgotten.map(({ id, priority }) => runJob(id, priority)),
    );
    return forgotten.length;
  });
}
